"""What gunicorn says where a request is none that the Registro could read: in its own words."""

from callbacks.registro.gate import HEADERS, encrypted
from callbacks.serving.refusal_page import whole
from components.registro.templates import fill
from components.registro.texts import word
from data.registro.settings import setting

_LARGE = (413, 414, 431)


def answer(status: int) -> bytes:
    """Return the whole answer of a status, headers and page; nothing of what it said is in it."""
    known = 413 if status in _LARGE else 500 if status >= 500 else 400
    page = fill("message.html", titulo=word("errores.titulo"), texto=word(f"errores.{known}"),
                lista=(), volver="/", menu=(), aqui="", demo=False, ficha_csrf="")  # fmt: skip
    return whole(status, page, HEADERS | encrypted(setting("REGISTRO_URL")))
