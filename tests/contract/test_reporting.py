"""Who reported each period: counted apart from the CSV, and over invented periods."""

import csv
from collections import Counter

import pytest

from components.charts.reporting import CHART, reports
from data.loader import load
from data.query import reporting
from data.query.filters import Filters
from data.store import Store
from tests.invented.year import SOURCE, Folder

PATH = "/cumplimiento-del-reporte"


def _read(root, name):
    with (root / "tests" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _store(folder):
    found = load(folder.path)
    return found if isinstance(found, Store) else Store(found)


@pytest.fixture
def invented(tmp_path, root):
    """Two periods: one published with every kind of report, one that is still open."""
    folder = Folder(root / "tests" / "tables", tmp_path / "tables")
    for name, state in (("2025-S1", "publicado"), ("2025-S2", "abierto")):
        folder.add("periodos_reporte", periodo=name, estado=state, vence="2025-07-31",
                   fuente=SOURCE)  # fmt: skip
    rows = (
        ("ISS.01.01.01.01", "MINCUL", "publicado", "2025-07-30", "si", 1),
        ("ISS.01.01.02.01", "MTPE", "publicado", "2025-07-31", "si", 1),
        # Corrected afterwards: one report, on time.
        ("ISS.01.01.02.01", "MTPE", "publicado", "2025-09-30", "no", 2),
        ("IOP.01.01", "SUNAFIL", "aprobado", "2025-08-20", "no", 1),
        # Extended: it came after the date of the period and was on time.
        ("ISS.01.01.03.01", "PNP", "publicado", "2025-08-10", "si", 1),
        ("ISS.01.01.04.01", "MININTER", "sin-reporte", "", "", 1),
        # Annulled and replaced; annulled and not replaced.
        ("ISS.01.01.05.01", "MRE", "anulado", "2025-07-01", "si", 1),
        ("ISS.01.01.05.01", "MRE", "publicado", "2025-08-05", "no", 2),
        ("ISS.01.01.06.01", "SUTRAN", "anulado", "2025-07-01", "si", 1),
    )
    for code, entity, state, day, timely, n in rows:
        folder.add("reportes", codigo=code, periodo="2025-S1", entidad=entity, estado=state,
                   enviado=day, a_tiempo=timely, serie=n, fuente=SOURCE)  # fmt: skip
    folder.add("reportes", codigo="IOP.01.01", periodo="2025-S2", entidad="SUNAFIL",
               estado="pendiente", serie=1, fuente=SOURCE)  # fmt: skip
    return _store(folder)


def test_without_a_published_period_each_closed_year_says_what_it_has(store, root):
    said = {(row["codigo"], row["anio"]) for row in _read(root, "sin_reporte")}
    closed = {row["anio"] for row in _read(root, "ejercicios") if row["estado"] == "cerrado"}
    counted = Counter()
    for row in _read(root, "valores"):
        key = (row["codigo"], row["anio"])
        if row["anio"] in closed:
            missing = key in said and row["estado"] in ("cero", "nd", "no-publicado")
            state = "silencio" if missing else "con-valor" if row["valor_obtenido"] else "nd"
            counted[row["anio"], state] += 1
    frame = CHART.select(store, Filters())
    shown = frame[frame["situacion"] != "meta"]
    assert Counter(zip(shown["periodo"], shown["situacion"], strict=True)) == counted
    assert any(state == "silencio" for _, state in counted)
    assert "No se sabe cuáles se reportaron a tiempo" in CHART.sentence(frame)


def test_the_line_is_what_the_plan_promised(store, root):
    goals = {row["periodo"]: row["cantidad"] for row in _read(root, "metas_2017_2021")
             if row["accion"] == "1.2.1" and row["unidad"] == "%"}  # fmt: skip
    frame = CHART.select(store, Filters())
    line = frame[frame["situacion"] == "meta"].set_index("periodo")["promesa"]
    wanted = {"2019": "2019-2020", "2020": "2019-2020", "2021": "2021", "2024": "2021"}
    assert {year: str(line[year]) for year in wanted} == {y: goals[p] for y, p in wanted.items()}


def test_each_expected_report_counts_once_whatever_became_of_it(invented):
    frame = CHART.select(invented, Filters())
    assert set(frame["periodo"]) == {"2025-S1"}, "an open period is not shown"
    came = {row.codigo: row.situacion for row in frame.itertuples() if row.situacion != "meta"}
    assert came == {
        "ISS.01.01.01.01": "a-tiempo", "ISS.01.01.02.01": "a-tiempo", "IOP.01.01": "tarde",
        "ISS.01.01.03.01": "a-tiempo", "ISS.01.01.04.01": "silencio",
        "ISS.01.01.05.01": "tarde", "ISS.01.01.06.01": "anulado",
    }  # fmt: skip
    assert "enviados 5 de 6 y a tiempo 3; por norma" in CHART.sentence(frame)
    assert "fuera de la cuenta: 1." in CHART.sentence(frame)
    heights = [point.value for line in CHART.plot(frame).panels[0].series for point in line.points]
    assert [str(value) for value in heights] == ["83.3", "50.0", "50.0", "80"]


def test_what_a_norm_annulled_is_in_the_list_and_in_no_share(invented):
    rows = [*reports(CHART.select(invented, Filters()))["2025-S1"]]
    assert len(rows) == 7, "the list stays as it was frozen"
    gone = [row for row in rows if row.situacion == reporting.ANNULLED]
    assert [row.entidad for row in gone] == ["SUTRAN"]
    assert reporting.share(gone, reporting.SENT) is None
    assert reporting.punctual(gone) is None
    on_time = [row for row in rows if row.situacion == reporting.ON_TIME]
    assert reporting.share([*on_time, *gone], reporting.SENT) == 100
    assert reporting.punctual([*on_time, *gone]) == 100
    assert reporting.punctual(rows) == 50


def test_the_page_says_that_no_period_was_published(client):
    page = client.get(PATH).get_data(as_text=True)
    assert "Todavía no se publicó ningún periodo de reporte" in page
    assert PATH in client.get("/sectores").get_data(as_text=True)


def test_a_year_of_which_all_is_nd_is_absent_and_no_zero(store):
    frame = CHART.select(store, Filters())
    periods = list(reports(frame))
    (panel,) = CHART.plot(frame).panels
    absent = [one for one in panel.series[0].points if one.value is None]
    assert [periods[one.place] for one in absent] == ["2019", "2020", "2021"]
    assert {one.absent for one in absent} == {"ND"}
    assert "de 2021 la fuente imprime ND en los 50" in CHART.sentence(frame)
