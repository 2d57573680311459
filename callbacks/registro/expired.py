"""A form that arrives after the session ended: it is not lost, it waits in the page of entry."""

import json

from flask import request

from callbacks.registro.pages import page
from components.registro.texts import word

_HELD = 100_000
_LONGEST_PLACE = 200


def kept_for_later() -> tuple[str, int]:
    """Return the page of entry with what was typed inside, to come back to the form."""
    return sign_in(
        pending=request.form.get("_pendiente") or _packed(), notice=word("entrar.vencida")
    ), 401


def _packed() -> str:
    fields = {name: said for name, said in request.form.items() if not name.startswith("_")}
    text = json.dumps({"lugar": request.path, "campos": fields}, ensure_ascii=False)
    return text if fields and len(text) < _HELD else ""


def unpacked(text: str) -> tuple[str, dict[str, str]]:
    """Return the place and the fields of a form that waited; nothing for what is no form."""
    try:
        held = json.loads(text)
        fields = {_sound(name): _sound(said) for name, said in held["campos"].items()}
        place = _sound(held["lugar"])
        return (place, fields) if len(place) <= _LONGEST_PLACE else ("", {})
    except (ValueError, KeyError, TypeError, AttributeError):
        return "", {}


def _sound(said: object) -> str:
    """Return a text that a page can hold: a form could never send half a letter, JSON can."""
    return str(said).encode("utf-8", "replace").decode()


def sign_in(pending: str = "", notice: str = "", fault: str = "") -> str:
    """Return the page of entry."""
    fields = (("correo", word("entrar.correo"), "email", "username"),
              ("clave", word("entrar.clave"), "password", "current-password"))  # fmt: skip
    return page("sign_in.html", titulo=word("entrar.titulo"), destino="/entrar", campos=fields,
                boton=word("entrar.boton"), aviso=notice, fallo=fault, pendiente=pending,
                secreto="", olvido=True, pide="")  # fmt: skip
