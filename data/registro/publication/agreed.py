"""The agreements of a cut: read from the record, and written to their public table.

Rows of the table that no agreement of the Registro ever said are of a document, and stay.
"""

from collections.abc import Iterator

from sqlalchemy import Connection

from data.registro.agreements.said import one_line
from data.registro.agreements.sessions import sessions
from data.registro.agreements.standing import MARK, Agreement, every, listed
from data.registro.publication.corrections import follow, say
from data.registro.publication.cut import Agreed, Cut
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
        Agreed(tuple(_rows(one)), tuple(_gone(one, now)), _reason(one, told[one.vigente.sesion]))
        for one in held
    )


def write(tables: Tables, cut: Cut) -> None:
    """Write the agreements; of what was public and is said otherwise, say why."""
    for one in cut.acuerdos:
        first = tuple(one.rows[0][name] for name in ("sesion", "acuerdo", "entidad"))
        for row in one.rows:
            key: tuple[str, ...] = (row["sesion"], row["acuerdo"], row["entidad"])
            before = tables.find(_TABLE, key)
            said = [f"{name}: decía {before[name] or 'nada'}, dice {row[name] or 'nada'}."
                    for name in _TOLD if before and before[name] != row[name]]  # fmt: skip
            if said:
                say(tables, cut.dia, _TABLE, key, f"{' '.join(said)} {one.motivo}".strip())
            tables.put(_TABLE, row)
        for old in one.gone:
            if tables.drop(_TABLE, old):
                follow(tables, _TABLE, old, first)
                was = f"Decía: {old[1]} ({old[2]}, sesión {old[0]})."
                say(tables, cut.dia, _TABLE, first, f"{was} {one.motivo}".strip())


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


def _reason(one: Agreement, session: object) -> str:
    """Return why it says what it says: of its last wording, and of what is told of its session."""
    said = (one.vigente.motivo, getattr(session, "motivo", ""))
    return " ".join(one_line(word) for word in said if word)
