"""What both databases refuse by trigger, said once: rows that never change, spans, frozen lists."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Table

from data.registro.schema.columns import metadata
from data.registro.states import MOVES

FIRST = "0001"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A write that a table refuses: before which operation, on what condition, with what words.

    since: the number of the migration that brings it.
    """

    name: str
    table: str
    operation: str
    condition: str
    words: str
    since: str = FIRST


def tables() -> list[Table]:
    """Return the tables in the order in which they are made."""
    return metadata.sorted_tables


def born(table: Table) -> str:
    """Return the number of the migration that brings a table."""
    return str(table.info.get("since", FIRST))


def audited() -> Iterator[Table]:
    """Return the tables whose every write is in the trail."""
    return (table for table in tables() if table.info.get("audited", True))


def columns(table: Table, *kinds: str) -> list[str]:
    """Return the columns of a table of some kinds: `secret` (never shown), `quiet` (no news)."""
    return [name for kind in kinds for name in table.info.get(kind, ())]


def _overlap(table: str, same: tuple[str, ...], key: str) -> str:
    alike = " AND ".join(f"otra.{column} = NEW.{column}" for column in same)
    return (
        f"EXISTS (SELECT 1 FROM {table} AS otra WHERE {alike} AND otra.{key} <> NEW.{key} "
        "AND otra.desde <= coalesce(NEW.hasta, '9999-12-31') "
        "AND coalesce(otra.hasta, '9999-12-31') >= NEW.desde)"
    )


def _states() -> Iterator[Refusal]:
    """Return what keeps a report on the table of transitions, whoever writes to it."""
    steps = sorted({f"'{move.de}>{move.a}'" for move in MOVES if move.de != move.a})
    moved = "OLD.estado <> NEW.estado"
    off = f"{moved} AND OLD.estado || '>' || NEW.estado NOT IN ({', '.join(steps)})"
    words = "reporte: ese paso no está en la tabla de estados"
    yield Refusal("reporte_paso", "reporte", "UPDATE", off, words)
    behind = "NEW.version < OLD.version OR (OLD.estado <> NEW.estado AND NEW.version = OLD.version)"
    yield Refusal("reporte_version_sube", "reporte", "UPDATE", behind,
                  "reporte: la versión no retrocede, y sube en cada paso")  # fmt: skip
    born = "NEW.estado <> 'pendiente' AND NOT (NEW.estado = 'borrador' AND NEW.serie > 1)"
    yield Refusal("reporte_nace", "reporte", "INSERT", born, "reporte: nace pendiente")
    yield Refusal("reporte_queda", "reporte", "DELETE", "", "reporte: no se borra, se anula")


def _annulments() -> Iterator[Refusal]:
    """Return what keeps an annulment to two people, whoever writes to it."""
    since = "0003"
    open_one = (
        "EXISTS (SELECT 1 FROM anulacion AS otra WHERE otra.periodo = NEW.periodo "
        "AND otra.codigo = NEW.codigo AND NOT EXISTS "
        "(SELECT 1 FROM anulacion_respuesta AS dada WHERE dada.anulacion = otra.id))"
    )
    yield Refusal("anulacion_una", "anulacion", "INSERT", open_one,
                  "anulacion: ya hay un pedido sin respuesta", since)  # fmt: skip
    same = (
        "NEW.persona = (SELECT pedida.persona FROM anulacion AS pedida "
        "WHERE pedida.id = NEW.anulacion)"
    )
    yield Refusal("anulacion_dos_personas", "anulacion_respuesta", "INSERT", same,
                  "anulacion: la responde otra persona", since)  # fmt: skip
    other = (
        "NEW.reporte IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reporte AS suyo "
        "JOIN anulacion AS pedida ON pedida.periodo = suyo.periodo "
        "AND pedida.codigo = suyo.codigo "
        "WHERE suyo.id = NEW.reporte AND pedida.id = NEW.anulacion)"
    )
    yield Refusal("anulacion_suyo", "anulacion_respuesta", "INSERT", other,
                  "anulacion: el reporte no es el del pedido", since)  # fmt: skip
    alone = (
        "NEW.estado = 'anulado' AND OLD.estado <> 'anulado' AND NOT EXISTS "
        "(SELECT 1 FROM anulacion_respuesta AS dada WHERE dada.reporte = NEW.id)"
    )
    yield Refusal("reporte_anula", "reporte", "UPDATE", alone,
                  "reporte: lo anulan dos personas", since)  # fmt: skip


def _discards() -> Iterator[Refusal]:
    """Return what keeps a cut from being both discarded and completed."""
    since = "0004"
    done = "(SELECT version_datos FROM publicacion WHERE id = NEW.publicacion) <> ''"
    yield Refusal("descarte_tarde", "publicacion_descarte", "INSERT", done,
                  "publicacion: lo publicado no se descarta", since)  # fmt: skip
    away = "EXISTS (SELECT 1 FROM publicacion_descarte WHERE publicacion = NEW.id)"
    yield Refusal("publicacion_descartada", "publicacion", "UPDATE", away,
                  "publicacion: se descartó y no se completa", since)  # fmt: skip


def refusals(number: str = "") -> Iterator[Refusal]:
    """Return everything that is refused, or what a migration brings of it."""
    return (one for one in _refusals() if number in ("", one.since))


def _refusals() -> Iterator[Refusal]:
    for table in tables():
        if table.info.get("fixed"):
            for operation in ("UPDATE", "DELETE"):
                words = f"{table.name}: lo escrito no se cambia ni se borra"
                name = f"fija_{table.name}_{operation.lower()}"
                yield Refusal(name, table.name, operation, "", words, born(table))
    spans = (("designacion", ("persona", "entidad", "rol"), "id"),
             ("responsable", ("codigo",), "desde"))  # fmt: skip
    for name, same, key in spans:
        for operation in ("INSERT", "UPDATE"):
            words = f"{name}: los lapsos se cruzan"
            when = _overlap(name, same, key)
            yield Refusal(f"lapso_{name}_{operation.lower()}", name, operation, when, words)
    yield from _states()
    opened = "(SELECT abierto FROM periodo WHERE id = NEW.periodo) IS NOT NULL"
    yield Refusal("esperado_cerrado", "esperado", "INSERT", opened,
                  "esperado: el periodo ya se abrió y su lista no cambia")  # fmt: skip
    yield from _annulments()
    yield from _discards()
