"""Writes the tables of a board that grew: more years, indicators, publications and sources.

Usage: python -m tests.bench.grow FOLDER 10|100. Nothing of it is a figure: the rows are copies of
those there are, for other years and under other sources. Closed plans do not grow.
"""

import csv
import re
import sys
from collections.abc import Iterable
from pathlib import Path

TABLES = Path(__file__).parents[2] / "data" / "tables"
# Times → copies of what is published, years of values, copies of each indicator of service.
SIZES = {1: (1, 6, 1), 10: (18, 25, 3), 100: (172, 50, 13)}
FIRST_YEAR, LAST_YEAR = 2019, 2024
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAMED = re.compile(r"\b(IOP|ISS)\.|\b([Aa]cción|M(?:ETA|eta)s?S?) ")
_PUBLISHED = ("incidencia", "notas_incidencia", "coberturas", "bases_perfil", "periodos")
_RECORDS = {"discrepancias": "id", "omitidos": "que"}
Line = dict[str, str]


def grow(target: Path, times: int) -> dict[str, int]:
    """Write every table; return how many rows each has."""
    copies, years, services = SIZES[times]
    target.mkdir(parents=True, exist_ok=True)
    amounts = {}
    for file in sorted(TABLES.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            columns, rows = list(reader.fieldnames or ()), list(reader)
        grown = list(_grown(file.stem, rows, copies, (years, services)))
        with (target / file.name).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(grown)
        amounts[file.stem] = len(grown)
    return amounts


def _grown(name: str, rows: list[Line], copies: int, policy: tuple[int, int]) -> Iterable[Line]:
    if name == "fuentes":
        return [row | {"codigo": _cited(row["codigo"], n)} for n in range(copies) for row in rows]
    if name in _PUBLISHED:
        moved = [_moved(row, n) for n in range(copies) for row in rows]
        return list({row["codigo"]: row for row in reversed(moved)}.values()) if (
            name == "periodos") else moved  # fmt: skip
    if name in _RECORDS:
        return [_renamed(row, _RECORDS[name], n) for n in range(copies) for row in rows]
    return _of_policy(name, rows, *policy)


def _of_policy(name: str, rows: list[Line], years: int, services: int) -> Iterable[Line]:
    """Repeat the years and the indicators of service of the policy; all its years are closed."""
    if name == "ejercicios":
        closed = [rows[0] | {"anio": str(FIRST_YEAR + n)} for n in range(years)]
        return [*closed, *(row for row in rows if int(row["anio"]) >= FIRST_YEAR + years)]
    if name in ("indicadores", "vigencias"):
        return [_coded(row, n) for row in rows for n in range(_served(row, services))]
    if name in ("valores", "avances"):
        wanted = [row for row in rows for n in range(_served(row, services))]
        numbers = [n for row in rows for n in range(_served(row, services))]
        yearly = [_coded(row, n) for row, n in zip(wanted, numbers, strict=True)]
        return [*yearly, *_later(yearly, years)]
    return rows


def _served(row: Line, services: int) -> int:
    return services if row["codigo"].startswith("ISS") else 1


def _later(rows: list[Line], years: int) -> list[Line]:
    """Repeat the last year in those that follow."""
    last = [row for row in rows if row["anio"] == str(LAST_YEAR)]
    return [
        row | {"anio": str(year)} for year in range(LAST_YEAR + 1, FIRST_YEAR + years)
        for row in last
    ]  # fmt: skip


def _coded(row: Line, copy: int) -> Line:
    """Give an indicator of service the code of another: its first number grows."""
    if not copy:
        return row
    head, first, rest = row["codigo"].split(".", 2)
    return row | {"codigo": f"{head}.{int(first) + 5 * copy:02}.{rest}"}


def _cited(code: str, copy: int) -> str:
    return f"{code}-v{copy}" if copy else code


def _moved(row: Line, copy: int) -> Line:
    """Publish the same for other years, under another source."""
    moved = {
        name: _YEAR.sub(lambda year: str(int(year[0]) + 5 * (copy % 10)), cell)
        if name in ("periodo", "codigo", "inicio", "fin", "periodo_inicio", "periodo_fin")
        else cell
        for name, cell in row.items()
    }
    for name in ("inicio", "fin", "periodo_inicio", "periodo_fin"):
        moved |= {name: moved[name].replace("-02-29", "-02-28")} if name in moved else {}
    if "grupo" in moved:
        moved["grupo"] = _cited(moved["grupo"], copy)
    return moved | {"fuente": _cited(row["fuente"], copy)} if "fuente" in row else moved


def _renamed(row: Line, key: str, copy: int) -> Line:
    """Repeat a record that names nothing of the board."""
    if not copy:
        return row
    named = {name: _NAMED.sub("copia ", cell) for name, cell in row.items()}
    return named | {key: f"{row[key]}-v{copy}"}


if __name__ == "__main__":
    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    found = grow(folder, size)
    print(f"{folder}: {sum(found.values()):,} filas")
