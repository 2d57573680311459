"""A folder of tables to import into, and the command as an operator runs it."""

import csv
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.importing import command


@dataclass
class Said:
    """What the command answered."""

    code: int
    out: str
    err: str


# The yearly series that the frozen tables hold; the invented files of these tests are of its years.
SERIES = re.compile(r"(pnp-base-\d{4}|mp-delitos-20(19|2[0-3]))-(?!2023)[a-z]+")


@pytest.fixture
def data(tmp_path, frozen):
    """A folder as it was before the yearly series came in, so that an invented file is new."""
    folder = Path(shutil.copytree(frozen, tmp_path / "datos"))
    for name in ("incidencia", "notas_incidencia", "coberturas", "bases_perfil", "series",
                 "glosario"):  # fmt: skip
        _without(folder / f"{name}.csv", "fuente", SERIES.fullmatch)
    _without(folder / "series.csv", "serie", "mp-delitos-denunciados".__eq__)
    _without(folder / "fuentes.csv", "codigo", SERIES.fullmatch)
    with (folder / "incidencia.csv").open(encoding="utf-8", newline="") as file:
        used = {row["periodo"] for row in csv.DictReader(file)}
    _without(folder / "periodos.csv", "codigo", lambda code: code not in used)
    # Nothing was corrected of what is not there yet.
    _without(folder / "correcciones.csv", "tabla", ("series", "periodos").__contains__)
    return folder


def _without(path, column, gone):
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if not gone(row[column])]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def run(data, capsys):
    def importing(file, *arguments):
        capsys.readouterr()
        code = command.main([str(file), "--datos", str(data), *arguments])
        return Said(code, *capsys.readouterr())

    return importing


def photograph(folder):
    """Return every file of a folder with its bytes, hidden ones too."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}
