"""The yearly file of the Ministerio Público: exact totals, cuts, traps, and memory."""

import csv
import subprocess
import sys

import pytest

from data import loader
from data.importing import crimes, dates
from data.importing.repeats import WATCHED
from tests.importing.official import HEADER, PERSONAL, TABLE, official, write
from tests.importing.tables import by_territory, figures

CODES = {"SANTA": "del-santa", "CAÑETE": "canete"}


def code(name):
    return CODES.get(name, name.lower().replace(" ", "-"))


@pytest.fixture
def empty(data):
    """Return the folder without anything of the yearly files of the Ministerio Público."""
    for name in ("incidencia", "notas_incidencia", "coberturas", "bases_perfil", "fuentes"):
        file = data / f"{name}.csv"
        lines = file.read_text("utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "mp-delitos-2025" not in line), "utf-8")
    file = data / "periodos.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("2025,")), "utf-8")
    loader.load(data)
    return data


@pytest.mark.parametrize(
    "layout",
    [
        {"encoding": "utf-8-sig"},
        {"encoding": "utf-8"},
        {"delimiter": ";"},
        {"lineterminator": "\n"},
        {"quoting": csv.QUOTE_ALL},
    ],
    ids=str,
)
def test_34_names_are_resolved_and_every_total_is_exact(empty, run, tmp_path, layout):
    file = write(tmp_path / "BD-delitos-denunciados-2025-11.csv", official(), **layout)
    said = run(file)
    assert said.code == 0, said.err
    found = by_territory(figures(empty, "mp-delitos-2025-distritos"))
    assert found == {
        code(row["distrito_fiscal"]): (row["total"], "dato" if row["total"] != "0" else "cero")
        for row in TABLE
    }
    assert len(found) == 34
    assert by_territory(figures(empty, "mp-delitos-2025-nacional")) == {"PE": ("886", "dato")}
    connected = figures(empty, "mp-delitos-2025-explotacion")
    assert sum(int(row["valor"]) for row in connected) == 698
    loader.load(empty)


def test_what_was_left_out_is_counted_under_its_reason(run, tmp_path):
    said = run(write(tmp_path / "d.csv", official()))
    assert "55 filas o cifras, que suman 886" in said.out
    assert "15 filas,         698 · delitos de explotación conexos" in said.out
    assert "1 filas,           1 · art. 340, violación de tratados" in said.out
    assert "distritos fiscales en el archivo: 34" in said.out


def test_a_district_that_is_not_in_the_file_is_not_zero(data, run, tmp_path):
    part = [row for row in TABLE if row["distrito_fiscal"] not in ("PASCO", "PIURA")]
    file = official(2024, "ENERO - DICIEMBRE", "24/01/2025", part)
    said = run(write(tmp_path / "d.csv", file))
    found = by_territory(figures(data, "mp-delitos-2024-distritos"))
    assert found["pasco"] == found["piura"] == ("", "no-publicado")
    assert found["sullana"] == ("0", "cero")
    assert figures(data, "mp-delitos-2024-nacional") == []
    assert "Sin dato en el archivo, y por eso no cero: Pasco, Piura" in said.out
    loader.load(data)


@pytest.mark.parametrize(
    ("year", "generic", "subgeneric", "article", "kind"),
    [
        (2025, "CONTRA LA DIGNIDAD HUMANA", "TRATA DE PERSONAS", "129-A", crimes.TRAFFICKING),
        (2023, "CONTRA LA DIGNIDAD HUMANA", "TRATA DE PERSONAS", "129-b", crimes.TRAFFICKING),
        (2022, "CONTRA LA LIBERTAD", f"{PERSONAL} ", "153", crimes.TRAFFICKING),
        (2019, "CONTRA LA LIBERTAD", PERSONAL.lower(), "153-A", crimes.TRAFFICKING),
        (2025, "CONTRA LA LIBERTAD", PERSONAL, "153", crimes.OTHER_ERA),
        (2019, "CONTRA LA DIGNIDAD HUMANA", "TRATA DE PERSONAS", "129-A", crimes.OTHER_ERA),
        (2019, "CONTRA LA SEGURIDAD PUBLICA", "PELIGRO COMUN", "153", crimes.OTHER_CRIME),
        (2019, "CONTRA LA LIBERTAD", PERSONAL, "153-B", crimes.OTHER),
        (2025, "CONTRA LA DIGNIDAD HUMANA", "TRATA DE PERSONAS", "S/Art", crimes.NO_ARTICLE),
        (2025, "CONTRA LA DIGNIDAD HUMANA", "EXPLOTACION", "129-Ñ", crimes.CONNECTED),
        (2025, "CONTRA LA DIGNIDAD HUMANA", "EXPLOTACION", "129-C", crimes.CONNECTED),
        (2025, "CONTRA EL ESTADO", "VIOLACION DE TRATADOS", "340", crimes.TREATIES),
    ],
)  # fmt: skip
def test_which_rows_are_trafficking(year, generic, subgeneric, article, kind):
    assert crimes.classify(year, generic, subgeneric, article) == kind


def test_commas_without_quotes_are_put_together(data, run, tmp_path):
    file = tmp_path / "delitos-denunciados-2023_0.csv"
    rows = official(2023, "ENERO - DICIEMBRE", "24/01/2024")
    text = "".join(",".join(row) + "\n" for row in rows)
    file.write_text(text.replace("fecha_descarga", "Fecha_descarga"), "utf-8")
    said = run(file)
    assert said.code == 0, said.err
    assert "filas con comas sin comillas, recompuestas" in said.out
    assert by_territory(figures(data, "mp-delitos-2023-nacional")) == {"PE": ("886", "dato")}
    connected = figures(data, "mp-delitos-2023-explotacion")
    assert sum(int(row["valor"]) for row in connected) == 698


def test_renamed_columns_and_several_years_of_an_extract(data, run, tmp_path):
    place = [row for row in TABLE if row["distrito_fiscal"] == "LAMBAYEQUE"]
    years = [
        list(official(year, "ENERO - DICIEMBRE", "02/12/2024", place)) for year in (2020, 2021)
    ]
    header = [name.removesuffix("_pjfs").replace("anio", "AÑO") for name in HEADER]
    file = write(tmp_path / "d.csv", [header, *years[0][1:], *years[1][1:]], delimiter=";")
    assert "el archivo mezcla los años 2020 y 2021" in run(file).err
    said = run(file, "--anio", "2021")
    assert said.code == 0, said.err
    assert f"{len(years[0]) - 1} filas" in said.out
    found = by_territory(figures(data, "mp-delitos-2021-distritos"))
    assert found["lambayeque"] == ("20", "dato")
    assert [state for _, state in found.values()].count("no-publicado") == 33
    assert "no hay filas de 2018" in run(file, "--anio", "2018").err


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("17/12/2025", "2025-12-17"),
        ("7/1/2026", "2026-01-07"),
        ("17/12/2025 00:00:00", "2025-12-17"),
        ("2025-12-17", "2025-12-17"),
        ("20251217", "2025-12-17"),
        ("17/12/20", "None"),
        ("31/02/2025", "None"),
        ("12/17/2025", "None"),
        ("", "None"),
    ],
)
def test_cut_offs_are_days(text, day):
    assert str(dates.day(text)) == day


def repeated(count):
    """Return a file with one row of trafficking and one of another crime again, count times."""
    head, *rows = official()
    own, other = (next(row for row in rows if row[8] == article) for article in ("129-A", "185"))
    return [head, *rows, *[own, other] * count], int(own[10])


@pytest.mark.parametrize("count", [1, 3])
def test_equal_rows_are_data_and_both_totals_are_told(empty, run, tmp_path, count):
    rows, amount = repeated(count)
    said = run(write(tmp_path / "d.csv", rows))
    assert said.code == 0, said.err
    total = 886 + count * amount
    equal = {1: "1 fila igual de trata se sumó", 3: "3 filas iguales de trata se sumaron"}[count]
    assert f"{equal}; sin ellas serían 886 y no {total:,}" in said.out
    assert by_territory(figures(empty, "mp-delitos-2025-nacional")) == {"PE": (str(total), "dato")}
    cited = {row.codigo: row.localizador for row in loader.load(empty).tables["fuentes"]}
    assert "sin ellas serían 886" in cited["mp-delitos-2025-nacional"]


def test_two_equal_rows_alone_are_no_file_pasted_twice(run, tmp_path):
    head, *rows = official(2019, "ENERO - DICIEMBRE", "14/06/2023")
    own = next(row for row in rows if row[8] == "153")
    said = run(write(tmp_path / "d.csv", [head, own, own]), "--simular")
    assert said.code == 0, said.err
    assert f"sin ellas serían {own[10]} y no {2 * int(own[10])}" in said.out


def test_a_file_pasted_twice_is_counted_once_only_when_asked(run, tmp_path):
    head, *rows = official(2024, "ENERO - DICIEMBRE", "24/01/2025")
    file = write(tmp_path / "d.csv", [head, *rows, *rows])
    assert "parece pegado dos veces" in run(file).err
    once = run(file, "--repetidas", "una-vez", "--simular")
    assert "que suman 886" in once.out
    assert "no se sumaron; con ellas serían 1,772 y no 886" in once.out
    assert "que suman 1,772" in run(file, "--repetidas", "contar", "--simular").out


@pytest.mark.parametrize(
    ("cut", "read", "said"),
    [
        ("1/24/2026", "24/01/2026", "«1/24/2026» se leyó mes/día"),
        ("3/1/2026", "03/01/2026", "cabe como día/mes y como mes/día: se leyó día/mes"),
        ("24/1/2026", "24/01/2026", ""),
        ("5/5/2026", "05/05/2026", ""),
        ("1/24/2026 12:00:00 AM", "24/01/2026", "«1/24/2026 12:00:00 AM» se leyó mes/día"),
    ],
)
def test_a_date_is_month_first_only_when_it_can_be_nothing_else(run, tmp_path, cut, read, said):
    found = run(write(tmp_path / "d.csv", official(cut=cut)), "--simular")
    assert found.code == 0, found.err
    assert f"; corte {read}" in found.out
    assert said in found.out
    assert ("se leyó" in found.out) == bool(said)


def test_only_the_cells_that_are_used_are_judged(run, tmp_path):
    head, *rows = official()
    place = {name: at for at, name in enumerate(head)}
    for row in rows:
        if row[place["articulo"]] == "185":
            row[place["cantidad"]] = "s/d"
            row[place["fecha_corte"]] = row[place["periodo_denuncia"]] = ""
        for name in ("fecha_descarga", "ubigeo_pjfs", "dpto_pjfs", "especialidad"):
            row[place[name]] = ""
    said = run(write(tmp_path / "d.csv", [head, *rows]), "--simular")
    assert said.code == 0, said.err
    assert "que suman 886" in said.out


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("ENERO - NOVIEMBRE", (1, 11)),
        ("Enero–Setiembre 2025", (1, 9)),
        ("ENERO A DICIEMBRE DE 2024", (1, 12)),
        ("MARZO", (3, 3)),
        ("NOVIEMBRE - ENERO", None),
        ("ENERO - FEBRERO - MARZO", None),
        ("2025", None),
    ],
)
def test_spans_are_months(text, months):
    assert dates.months(text) == months


# `ru_maxrss` would be that of the process of the tests, which forks this one, where it is larger.
MEASURE = """
import sys
from pathlib import Path
from data.importing.command import main
code = main([sys.argv[1], "--datos", sys.argv[2], "--simular"])
held = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines())
print(held["VmHWM"].split()[0], file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.large
def test_hundreds_of_thousands_of_rows_are_read_in_constant_memory(data, root, tmp_path):
    """Up to `WATCHED` rows are remembered; further rows take no more memory."""
    peaks = []
    for copies in (1_200, 2_000):
        file = write(tmp_path / "d.csv", official(copies=copies))
        command = [sys.executable, "-c", MEASURE, str(file), str(data)]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
        assert "que suman 886" in done.stdout
        *progress, peak = done.stderr.splitlines()
        peaks.append(int(peak))
    assert "340,071" in done.stdout
    assert progress[-1].startswith("100% · 340,072 filas")
    assert WATCHED < 204_072
    assert peaks[1] - peaks[0] < 1_000, f"KiB at 204,000 and 340,000 rows: {peaks}"
