"""The triggers of SQLite: the trail and the refusals. Its sum comes from the application."""

from collections.abc import Iterator

from sqlalchemy import Table

from data.registro.schema.guards import FIRST, audited, born, brought, columns

HIDDEN = "(reservado)"
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_N = "(SELECT coalesce(max(n), 0) + 1 FROM auditoria)"
_HEAD = "coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), '')"
_CHAINED = f"""
CREATE TRIGGER cadena_auditoria BEFORE INSERT ON auditoria
WHEN NEW.n <> {_N} OR NEW.anterior <> {_HEAD} OR NEW.suma <> registro_suma(
  NEW.anterior, NEW.n, NEW.momento, NEW.persona, NEW.tabla, NEW.operacion, NEW.datos)
BEGIN SELECT RAISE(ABORT, 'auditoria: el eslabón no sigue a la cadena'); END"""


def statements(number: str = FIRST) -> Iterator[str]:
    """Return every statement of a migration, in order."""
    if number == FIRST:
        yield _CHAINED.strip()
    for one in brought(number):
        when = f" WHEN {one.condition}" if one.condition else ""
        yield (
            f"CREATE TRIGGER {one.name} BEFORE {one.operation} ON {one.table}{when}\n"
            f"BEGIN SELECT RAISE(ABORT, '{one.words}'); END"
        )
    for table in audited():
        if born(table) == number:
            yield from _trail(table)


def _trail(table: Table) -> Iterator[str]:
    loud = [column.name for column in table.columns if column.name not in columns(table, "quiet")]
    before, after = _row(table, "OLD"), _row(table, "NEW")
    both = f"json_object('antes', {before}, 'despues', {after})"
    yield _link(table, "INSERT", "INSERT", after)
    if not table.info.get("fixed"):
        yield _link(table, "UPDATE", f"UPDATE OF {', '.join(loud)}", both)
        yield _link(table, "DELETE", "DELETE", before)


def _row(table: Table, side: str) -> str:
    secret = columns(table, "secret")
    cells = (
        f"'{name}', " + (_hidden(f"{side}.{name}") if name in secret else f"{side}.{name}")
        for name in (column.key for column in table.columns)
    )
    return f"json_object({', '.join(cells)})"


def _hidden(column: str) -> str:
    return f"CASE WHEN {column} IS NULL THEN NULL ELSE '{HIDDEN}' END"


def _link(table: Table, operation: str, event: str, row: str) -> str:
    parts = f"{_HEAD}, {_N}, {_NOW}, registro_persona(), '{table.name}', '{operation}', {row}"
    return (
        f"CREATE TRIGGER audita_{table.name}_{operation.lower()} AFTER {event} ON {table.name}\n"
        "BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)"
        f"\nSELECT {parts}, registro_suma({parts}); END"
    )
