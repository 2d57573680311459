"""The agreements of a cut: read from the record, and written to their public table.

Rows of the table that no agreement of the Registro ever said are of a document, and stay.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection

from data.registro.agreements.commission_sessions import sessions
from data.registro.agreements.current import MARK, Agreement, every, listed
from data.registro.agreements.said import one_line
from data.registro.publication.corrections import follow, say
from data.registro.publication.cut import Agreed, Cut, Wording
from data.registro.publication.tables import Tables

_TABLE = "acuerdos_sesion"
# What an earlier cut said and may be said otherwise; the state is no correction, it goes on.
_TOLD = ("fecha", "plazo", "indicador")
_PUBLIC = {"por-confirmar": "en-curso"}


def of(connection: Connection) -> tuple[Agreed, ...]:
    """Return every agreement as the public table says it."""
    told = sessions(connection)
    held = every(connection)
    now = {key for one in held for key in _keys(one.vigente)}
    return tuple(
        Agreed(
            tuple(_rows(one)),
            tuple(_gone(one, now)),
            tuple(map(_wording, one.versiones)),
            one_line(told[one.vigente.sesion].motivo),
        )
        for one in held
    )


def write(tables: Tables, cut: Cut) -> None:
    """Write the agreements; of what was public and is said otherwise, say why."""
    for one in cut.acuerdos:
        first = tuple(one.rows[0][name] for name in ("sesion", "acuerdo", "entidad"))
        for row in one.rows:
            key: tuple[str, ...] = (row["sesion"], row["acuerdo"], row["entidad"])
            before = tables.find(_TABLE, key)
            if before and (told := _otherwise(one, before, row)):
                say(tables, cut.dia, _TABLE, key, told)
            tables.put(_TABLE, row)
        for old in one.gone:
            if tables.drop(_TABLE, old):
                follow(tables, _TABLE, old, first)
                was = f"Decía: {old[1]} ({old[2]}, sesión {old[0]})."
                why = _since(one, partial(_names, old))
                say(tables, cut.dia, _TABLE, first, " ".join((was, *why)))


def _otherwise(one: Agreed, before: Mapping[str, str], row: Mapping[str, str]) -> str:
    """Return what a public row said, what it says and why; '' if it says the same."""
    moved = [name for name in _TOLD if before[name] != row[name]]
    said = [f"{name}: decía {before[name] or 'nada'}, dice {row[name] or 'nada'}."
            for name in moved]  # fmt: skip
    # The day is of the session, and the rest is of the wording: each has its own reason.
    if set(moved) - {"fecha"}:
        said += _since(one, partial(_says, before))
    if "fecha" in moved and one.sesion:
        said.append(one.sesion)
    return " ".join(said)


def _since(one: Agreed, public: Callable[[Wording], bool]) -> list[str]:
    """Return why each wording was written after the one that was public, the first before."""
    later = takewhile(lambda wording: not public(wording), one.dichos)
    reasons = [wording.motivo for wording in later if wording.motivo]
    return list(dict.fromkeys(reversed(reasons)))


def _says(before: Mapping[str, str], wording: Wording) -> bool:
    return (wording.plazo, wording.indicador) == (before["plazo"], before["indicador"])


def _names(key: tuple[str, ...], wording: Wording) -> bool:
    return key in wording.claves


def _rows(one: Agreement) -> Iterator[dict[str, str]]:
    for charge in one.cargos:
        if charge.vigente:
            yield {"sesion": one.vigente.sesion, "fecha": str(one.sesion.fecha),
                   "acuerdo": one_line(one.vigente.texto), "entidad": charge.entidad,
                   "plazo": str(one.vigente.plazo),
                   "estado": _PUBLIC.get(charge.estado, charge.estado),
                   "indicador": MARK.join(one.indicadores)}  # fmt: skip


def _gone(one: Agreement, now: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give the keys by which earlier wordings were public, and nothing is now."""
    for wording in one.versiones[1:]:
        yield from (key for key in _keys(wording) if key not in now)


def _keys(wording: object) -> list[tuple[str, ...]]:
    session, text, named = (getattr(wording, name) for name in ("sesion", "texto", "entidades"))
    return [(session, one_line(text), entity) for entity in listed(named)]


def _wording(said: Any) -> Wording:
    listing = MARK.join(listed(said.indicadores))
    return Wording(tuple(_keys(said)), str(said.plazo), listing, one_line(said.motivo))
