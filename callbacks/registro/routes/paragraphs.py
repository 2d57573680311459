"""The free texts of the yearly report: listed, written, reviewed, signed and published."""

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

from callbacks.registro.pages import page
from callbacks.registro.paragraph_page import (
    LIST,
    Shown,
    asked,
    store,
    texts,
    write_one,
    write_year,
)
from callbacks.registro.visit import parts, signed
from components.registro.texts import word
from data.registro.database import reading, writing
from data.registro.moves import ConflictError
from data.registro.paragraphs import generator, work
from data.registro.paragraphs.steps import ACTS
from data.registro.paragraphs.work import ParagraphError
from data.registro.publication import paragraphs
from data.registro.screening.texts import TextError

_YEAR = f"{LIST}/<int(min=2000,max=2100):year>"
_ONE = f"{_YEAR}/parrafos/<section>"
Told = tuple[str, int]


def register(server: Flask) -> None:
    """Add the addresses of the texts of the report."""
    add = server.add_url_rule
    add(LIST, "informes", _years, methods=["GET"])
    add(_YEAR, "informe", _year, methods=["GET"])
    add(f"{_YEAR}/publicar", "informe_publicar", _publish, methods=["POST"])
    add(_ONE, "parrafo", _show, methods=["GET"])
    add(_ONE, "parrafo_guardar", _save, methods=["POST"])
    add(f"{_ONE}/<any({','.join(ACTS)}):action>", "parrafo_accion", _act, methods=["POST"])


def _years() -> str:
    return page("reports.html", anios=generator.years(store()))


def _year(year: int) -> str:
    notice = word("informe.publicado") if "publicado" in request.args else ""
    with reading(parts().engine, signed().actor) as connection:
        return write_year(connection, signed(), year, Shown(notice))


def _show(year: int, section: str) -> str:
    notice = word("sitio.guardado") if "guardado" in request.args else ""
    with reading(parts().engine, signed().actor) as connection:
        return write_one(connection, signed(), year, section, Shown(notice))


def _save(year: int, section: str) -> Response | Told:
    _there(year, section)
    typed = request.form.get("texto", "").replace("\r\n", "\n")
    seen = (section, request.form.get("_version", ""))
    try:
        with writing(parts().engine, signed().actor) as connection:
            work.write(connection, signed(), year, seen, typed)
    except (ParagraphError, TextError) as error:
        return _again(year, section, Shown("", tuple(str(error).splitlines()), typed)), 422
    except ConflictError:
        return _again(year, section, Shown("", (word("informe.conflicto"),), typed)), 409
    return redirect(f"{LIST}/{year}/parrafos/{section}?guardado", 303)


def _act(year: int, section: str, action: str) -> Response | Told:
    _there(year, section)
    reason = request.form.get("razon", "").replace("\r\n", "\n")
    seen = (section, request.form.get("_version", ""))
    try:
        with writing(parts().engine, signed().actor) as connection:
            if action in ("proponer", "firmar"):
                _sound(year, section, work.find(connection, year, section).texto)
            work.move(connection, signed(), year, seen, action, reason)
    except (ParagraphError, TextError) as error:
        return _again(year, section, Shown("", tuple(str(error).splitlines()), None, reason)), 422
    except ConflictError:
        return _again(year, section, Shown("", (word("informe.conflicto"),), None, reason)), 409
    return redirect(f"{LIST}/{year}/parrafos/{section}?guardado", 303)


def _there(year: int, section: str) -> None:
    if section not in asked(year):
        abort(404)


def _sound(year: int, section: str, text: str) -> None:
    """Raise what the lints doubt: a figure without its cell, a claim that the data deny."""
    if text and (doubts := generator.judged(store(), year, section, text).doubts):
        raise ParagraphError("\n".join(doubts))


def _again(year: int, section: str, shown: Shown) -> str:
    with reading(parts().engine, signed().actor) as connection:
        return write_one(connection, signed(), year, section, shown)


def _publish(year: int) -> Response | Told:
    asked(year)
    try:
        paragraphs.publish(parts().engine, signed(), year, texts(), store())
    except ParagraphError as error:
        with reading(parts().engine, signed().actor) as connection:
            told = Shown("", tuple(str(error).splitlines()))
            return write_year(connection, signed(), year, told), 422
    return redirect(f"{LIST}/{year}?publicado", 303)
