"""What both databases refuse by trigger, said once: rows that never change, spans, frozen lists."""

from collections.abc import Iterator

from sqlalchemy import Table

from data.registro.paragraphs.steps import STEPS
from data.registro.schema.columns import metadata
from data.registro.schema.refusal import Refusal
from data.registro.schema.withdrawals import annulments, discards
from data.registro.states import MOVES

FIRST = "0001"


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


def refusals() -> Iterator[Refusal]:
    """Return everything that is refused."""
    for table in tables():
        if table.info.get("fixed"):
            for operation in ("UPDATE", "DELETE"):
                words = f"{table.name}: lo escrito no se cambia ni se borra"
                name = f"fija_{table.name}_{operation.lower()}"
                yield Refusal(name, table.name, operation, "", words)
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
    own = "(SELECT autor FROM seguimiento WHERE id = NEW.seguimiento) = NEW.autor"
    yield Refusal("decision_ajena", "decision", "INSERT", own,
                  "decision: nadie decide sobre lo que escribió")  # fmt: skip
    yield from _paragraphs()
    yield from annulments()
    yield from discards()


def _paragraphs() -> Iterator[Refusal]:
    """Return what keeps a paragraph on its table of steps, and from who had a hand in it."""
    steps = sorted({f"'{one.de}>{one.a}'" for one in STEPS.values() if one.de != one.a})
    off = (
        f"OLD.estado <> NEW.estado AND OLD.estado || '>' || NEW.estado NOT IN ({', '.join(steps)})"
    )
    yield Refusal("parrafo_camino", "informe_parrafo", "UPDATE", off,
                  "informe_parrafo: ese paso no está en la tabla de estados")  # fmt: skip
    same = "v.anio = NEW.anio AND v.seccion = NEW.seccion AND v.autor = NEW.autor"
    wrote = (
        "NEW.accion IN ('revisar', 'observar', 'firmar') AND "
        f"EXISTS (SELECT 1 FROM parrafo_version AS v WHERE {same})"
    )
    yield Refusal("parrafo_ajeno", "parrafo_paso", "INSERT", wrote,
                  "parrafo_paso: nadie revisa ni firma lo que escribió")  # fmt: skip
    reviewed = (
        "NEW.accion = 'firmar' AND "
        f"EXISTS (SELECT 1 FROM parrafo_paso AS v WHERE {same} AND v.accion = 'revisar')"
    )
    yield Refusal("parrafo_dos", "parrafo_paso", "INSERT", reviewed,
                  "parrafo_paso: nadie firma lo que revisó")  # fmt: skip


def brought(number: str) -> Iterator[Refusal]:
    """Return what a migration refuses: of the tables that it brings, or of others from then on."""
    return (one for one in refusals() if (one.since or born(metadata.tables[one.table])) == number)
