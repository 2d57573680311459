"""The line that heads a chart, for none, one, many, ties and what is absent."""

from decimal import Decimal

import pandas as pd
import pytest

from components.charts import history, national, objectives, sectors, status_strip
from components.charts.map_finding import finding as of_map
from components.charts.registry import CHARTS
from components.charts.view import View
from components.embeds.heights import embed_height
from components.figure_card import figure
from components.images.layouts import card, sheet
from components.markup import render
from components.table import table
from data.query.filters import Filters
from tests.charges.nodes import plain


def frame(columns, *rows):
    return pd.DataFrame(
        [dict(zip(columns.split(), row, strict=True)) for row in rows], dtype=object
    )


def lights(*rows):
    return frame("nivel eje sector responsable semaforo", *rows)


def service(*pairs):
    return lights(*(("ISS", axis, "interior", "PNP", light) for axis, light in pairs))


R, G, N = "rojo", "verde", "sin-dato"
A, B = "prevencion", "proteccion"


def test_no_chart_has_a_finding_without_rows():
    told = [chart for chart in CHARTS.values() if chart.found]
    assert len(told) >= 6
    for chart in told:
        assert chart.finding(pd.DataFrame()) == ""


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(A, G), (B, G)], ""),
        ([(A, N), (B, N)], ""),
        ([(A, R), (B, R)], ""),
        ([(B, R), (B, R)], ""),
        ([(A, G), (B, R)], "El único indicador de servicio lejos de su meta es de Protección"),
        ([(A, G), (B, R), (B, R)],
         "Los 2 indicadores de servicio lejos de su meta son de Protección"),
        ([(A, R), (B, R), (B, R)],
         "2 de los 3 indicadores de servicio lejos de su meta son de Protección"),
    ],
)  # fmt: skip
def test_the_lights_name_an_axis_only_if_it_has_over_half(pairs, said):
    assert status_strip.finding(service(*pairs)) == said


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ((R,), ""),
        ((G, G), "Ninguno de los 2 sectores tiene un indicador lejos de su meta"),
        ((G, N), ""),
        ((R, N), "Uno de los 2 sectores tiene algún indicador lejos de su meta"),
        ((R, R), "Los 2 sectores tienen algún indicador lejos de su meta"),
        ((R, R, G), "2 de los 3 sectores tienen algún indicador lejos de su meta"),
    ],
)
def test_the_sectors_are_counted_and_not_named(states, said):
    names = ("cultura", "interior", "salud")
    rows = (("ISS", A, name, "E", state) for name, state in zip(names, states, strict=False))
    assert sectors.finding(lights(*rows)) == said


def test_the_entities_of_one_sector_are_counted_as_such():
    rows = (("ISS", A, "interior", name, R) for name in "XY")
    assert sectors.finding(lights(*rows)) == (
        "Los 2 responsables tienen algún indicador lejos de su meta"
    )


def test_the_objectives_are_gathered_by_state_and_what_is_ours_says_so():
    columns = "eje avance_publicado avance_calculado semaforo"
    rows = [
        (A, Decimal("50.0"), None, R),
        ("persecucion", None, Decimal(97), G),
        (B, None, None, N),
    ]
    assert plain(objectives.finding(frame(columns, *rows))) == (
        "Persecución (97 %, calculado): cumplido; Prevención (50.0 %): lejos; Protección: sin dato"
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((None, None), ""),
        ((Decimal(3), None), ""),
        ((Decimal(3), None, Decimal(4)), "De 3 en 2020 a 4 en 2022"),
        ((Decimal(3), Decimal(9), Decimal(3)), "3 en 2022, igual que en 2020"),
        ((Decimal("3.0"), Decimal(3)), "3 en 2021, igual que en 2020"),
    ],
)
def test_an_indicator_went_from_its_first_to_its_last_result(values, said):
    rows = ((2020 + at, value, "n") for at, value in enumerate(values))
    assert history.finding(frame("anio valor_obtenido unidad", *rows)) == said


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([(2020, None)], ""),
        ([(2020, 5), (2020, 0)], ""),
        ([(2020, 5), (2020, 5)], ""),
        ([(2020, 5), (2021, 9)], ""),
        ([(2020, 5), (2021, 1200), (2021, 9), (2022, None)], "2021 van de 9 a 1,200"),
    ],
)
def test_the_registers_differ_only_if_several_of_the_last_year_do(points, said):
    found = national.finding("serie-nacional", frame("anio valor", *points))
    assert found.endswith(said)
    assert bool(found) == bool(said)


def territories(*values, total=100, **more):
    rows = [(f"L{at}", "dato", value, "calculado", None, total, "casos", "casos", "completo")
            for at, value in enumerate(values)]  # fmt: skip
    found = frame("nombre estado valor porcentaje_es porcentaje total medida indicador alcance",
                  *rows)  # fmt: skip
    found["alcance"] = more.get("scope", "completo")
    found.attrs["total_es"] = more.get("whole", "publicado")
    return found


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((60, 20, 10), "L0 registra 60.0 % (calculado) de los casos"),
        ((40, 20, 10, 5), "L0, L1 y L2 suman 70.0 % (calculado) de los casos"),
        ((40, 20, 10, 10), "L0 y L1 suman 60.0 % (calculado) de los casos"),
        ((40, 10, 10, 10), "L0 registra 40.0 % (calculado) de los casos"),
        ((10, 10, 10, 10), ""),
    ],
)
def test_the_map_says_the_share_of_the_first_and_never_cuts_a_tie(values, said):
    assert plain(of_map(territories(*map(Decimal, values)))) == said


@pytest.mark.parametrize("more", [{"total": None}, {"scope": "dudoso"}, {"whole": "calculado"}])
def test_the_map_says_no_share_of_a_total_that_nobody_gives_or_in_doubt(more):
    assert of_map(territories(Decimal(60), Decimal(20), **more)) == ""


def test_a_finding_heads_the_chart_wherever_it_is_shown(store):
    view = View.of(CHARTS["semaforo"], store, Filters())
    assert view.headed == (view.finding, view.title)
    shown = render(figure(view, table("", [], [])))
    assert shown.index(f"<h2>{view.finding}</h2>") < shown.index(view.title + "</p>")
    for picture in (card(view), sheet(view)):
        assert view.finding.split()[-1] in picture
        assert view.title.split()[-1] in picture
    plainer = View.of(CHARTS["rutas"], store, Filters())
    assert plainer.headed == (plainer.title, "")


def test_an_embed_leaves_room_for_its_finding(store):
    view = View.of(CHARTS["semaforo"], store, Filters())
    high = embed_height(view, 768)
    vars(view)["finding"] = ""
    assert high > embed_height(view, 768)
