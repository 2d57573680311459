"""Writes the cells that are computed from others: nobody has to, and nobody can get them wrong."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from data.audit import INDEX, averaged, objective_advance
from data.model import Avance, Row, Valor, Vigencia
from data.raw_csv import Line, RawCsv
from data.rules import progress, spans
from data.writing import journal, lock

Cells = Mapping[str, str]
_Some = TypeVar("_Some", bound=Row)
_BARE = {"avance_calculado": "", "semaforo": "sin-dato"}


def fill(folder: Path) -> dict[str, int]:
    """Write the derived cells of a folder; return how many cells or rows changed in each table.

    What cannot be read is left as it is: the loader says what is wrong with it. A folder where
    nothing changes is not written; the others change under the lock, all their tables at once.
    """
    if not _filled(folder)[0]:
        return {}
    with lock.locked(folder):
        journal.complete(folder)
        changed, files = _filled(folder)
        journal.publish(folder, files)
    return changed


def _filled(folder: Path) -> tuple[dict[str, int], dict[str, bytes]]:
    """Return how many cells or rows change in each table, and the tables that change."""
    values, averages = (_opened(folder, name, model) for name, model in
                        (("valores", Valor), ("avances", Avance)))  # fmt: skip
    held = _opened(folder, "vigencias", Vigencia)
    changed: dict[str, int] = {}
    if values is not None:
        changed["valores"] = sum(_computed(values, line, row) for line, row in values.rows())
        if averages is not None and held is not None:
            changed["avances"] = _averages(averages, _known(values, held), values)
    tables = {"valores": values, "avances": averages}
    changed = {name: amount for name, amount in changed.items() if amount}
    return changed, {
        f"{name}.csv": table.text().encode()
        for name, table in tables.items() if table is not None and name in changed
    }  # fmt: skip


def _opened(folder: Path, name: str, model: type[Row]) -> RawCsv | None:
    """Return a table as it is written; None for what the loader will refuse whole."""
    try:
        table = RawCsv(journal.located(folder, f"{name}.csv").read_bytes().decode())
    except (OSError, UnicodeDecodeError):
        return None
    return table if table.head == model.columns() else None


def _computed(table: RawCsv, line: Line, row: Cells) -> int:
    """Write the advance and the band of a value; return how many of the two changed."""
    try:
        exact = progress.advance(_number(row["valor_obtenido"]), _number(row["logro_esperado"]))
        return _put(table, line, row, exact)
    except InvalidOperation:
        return 0


def _put(table: RawCsv, line: Line, row: Cells, computed: Decimal | None) -> int:
    published = _number(row["avance_publicado"])
    band = progress.light(computed if published is None else published)
    written = table.put(line, "avance_calculado", "" if computed is None else str(computed))
    return written + table.put(line, "semaforo", band)


def _number(word: str) -> Decimal | None:
    return Decimal(word) if word else None


def _known(values: RawCsv, rows: RawCsv) -> list[Valor]:
    """Return the values that can be read, and one without a result for each that should be."""
    found = [value for _, row in values.rows() if (value := _read(Valor, row)) is not None]
    held = spans.by_code(
        span for _, row in rows.rows() if (span := _read(Vigencia, row)) is not None
    )
    present = {(value.codigo, value.anio) for value in found}
    return found + [
        Valor(
            codigo=code, anio=year, logro_esperado=None, valor_obtenido=None, estado="por-vencer",
            avance_publicado=None, avance_calculado=None, semaforo="sin-dato", fuente="-",
        )
        for year in {value.anio for value in found}
        for code in spans.in_force(held, year)
        if (code, year) not in present
    ]  # fmt: skip


def _read(model: type[_Some], row: Cells) -> _Some | None:
    """Return a row as its model reads it, whatever its derived cells say; None if it cannot."""
    try:
        return model.model_validate({**row, **_BARE} if model is Valor else row)
    except ValidationError:
        return None


def _averages(table: RawCsv, values: list[Valor], written: RawCsv) -> int:
    """Write the averages, and a row for each that has none and a source; return the changes."""
    present = {(row["codigo"], row["anio"]) for _, row in table.rows()}
    added = 0
    for code, year in averaged(values):
        source = _source(written, code, year)
        if (code, str(year)) not in present and source:
            table.add(_place(table, code, year), [code, str(year), "", "", "", source])
            added += 1
    return added + sum(
        _put(table, line, row, _average(values, row["codigo"], row["anio"]))
        for line, row in table.rows()
        if row["anio"].isdecimal() and _readable(row["avance_publicado"])
    )


def _average(values: list[Valor], code: str, year: str) -> Decimal | None:
    return progress.one_decimal(objective_advance(values, code, int(year)))


def _readable(word: str) -> bool:
    try:
        _number(word)
    except InvalidOperation:
        return False
    return True


def _source(values: RawCsv, code: str, year: int) -> str:
    """Return where the values that an average stands on come from: the first of them."""
    stem = "IOP" if code == INDEX else f"I{code}"
    rows = (row for _, row in values.rows() if row["anio"] == str(year))
    return next((row["fuente"] for row in rows if row["codigo"].startswith(stem)), "")


def _place(table: RawCsv, code: str, year: int) -> Line:
    """Return the record after which a new one stands: the last of its code before its year."""
    earlier = [
        (int(row["anio"]), line) for line, row in table.rows()
        if row["codigo"] == code and row["anio"].isdecimal() and int(row["anio"]) < year
    ]  # fmt: skip
    return max(earlier, key=lambda one: one[0])[1] if earlier else table.lines[-1]
