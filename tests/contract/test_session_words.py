"""What the headings of the session say of none, of one, of many, and of what nobody published."""

import re
from datetime import date
from decimal import Decimal

import pytest

from components.charts.views import Views
from components.session.screens import (
    agreements,
    below_target,
    by_objective,
    incidence,
    known_routes,
    sectors,
    silent,
)
from components.session.screens import state as policy
from data.model import AcuerdoSesion
from data.query.filters import Filters
from data.store import Store

NARROW = "\u202f"


def spoken(text):
    return text.replace(NARROW, " ")


def heading(make, store, **filters):
    return spoken(next(make(Views(store, Filters(**filters)))).heading)


def words(make, store, **filters):
    """Return heading, body and note of the first screen as one text."""
    screen = next(make(Views(store, Filters(**filters))))
    return spoken(" ".join([screen.heading, str(screen.body), *screen.more]))


def judged(store, **lights):
    """Return the store with the bands of some values of 2024 changed, by code."""
    values = tuple(
        row.model_copy(update={"semaforo": lights[row.codigo]})
        if row.anio == 2024 and row.codigo in lights else row
        for row in store.tables["valores"]
    )  # fmt: skip
    return Store({**store.tables, "valores": values})


def silenced(store, year):
    """Return the store without any result of a year."""
    nothing = {"valor_obtenido": None, "estado": "nd", "semaforo": "sin-dato",
               "avance_publicado": None, "avance_calculado": None}  # fmt: skip
    tables = dict(store.tables)
    tables["valores"] = tuple(
        row.model_copy(update=nothing) if row.anio == year else row for row in tables["valores"]
    )
    return Store(tables)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "9 indicadores por debajo de 75 % en 2024 (4 empeoraron de "
         "estado); 1 más empeoró de estado"),
        ({"sector": ("salud",)},
         "En la selección, 1 indicador empeoró de estado en 2024, sin quedar por debajo de 75 %"),
        ({"sector": ("energia-minas",)}, "En la selección, 1 indicador por debajo de 75 % en 2024"),
        ({"sector": ("interior",)},
         "En la selección, 2 indicadores por debajo de 75 % en 2024 (1 empeoró de estado)"),
        ({"anio": 2023, "sector": ("trabajo",)},
         "En la selección, 1 indicador por debajo de 75 % en 2023 (1 empeoró de estado); 1 más "
         "empeoró de estado"),
        ({"anio": 2022, "sector": ("trabajo",)},
         "En la selección, ninguno de los 5 indicadores con dato de 2022 está por debajo de 75 %"),
        ({"sector": ("cultura",)},
         "En la selección, el único indicador con dato de 2024 no está por debajo de 75 % ni "
         "empeoró de estado"),
        ({"anio": 2021}, "Sin resultados de 2021: no se puede decir qué está lejos de la meta"),
    ],
)  # fmt: skip
def test_what_is_below_and_what_fell_is_counted_once(store, filters, expected):
    said = heading(below_target.red, store, **filters).replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith(expected)
    assert re.fullmatch(r"( \(1 de [2-9]\))?", said.removeprefix(expected))


def test_many_that_only_fell(store):
    fell = [value.codigo for _, value in store.chosen(Filters()) if value.semaforo == "verde"
            and store.values[value.codigo, 2023].semaforo == "verde"][:2]  # fmt: skip
    changed = judged(store, **{row.codigo: "verde" for _, row in store.chosen(Filters())}
                     | dict.fromkeys(fell, "ambar"))  # fmt: skip
    assert heading(below_target.red, changed) == (
        "2 indicadores empeoraron de estado en 2024, sin quedar por debajo de 75 %"
    )


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_a_year_without_results_clears_nobody(store, year):
    for make in (below_target.red, silent.silent):
        said = words(make, store, anio=year)
        assert f"Sin dato de {year}: 50 indicadores." in said
        assert "no dice que se haya cumplido" in said
        assert "Ningún indicador de esta selección está" not in said
    assert heading(silent.silent, store, anio=year) == (
        f"La matriz no da ningún resultado de {year}"
    )
    assert heading(sectors.sectors, store, anio=year).startswith(f"Sin resultados de {year}:")
    second = next(iter(by_objective.objectives(Views(store, Filters(anio=year)))))
    assert second.heading == f"Prevención: sin resultados de {year}"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"sector": ("salud",)},
         "El reporte no nombra información de 2024 que falte en la selección"),
        ({"anio": 2022}, "El reporte no nombra información de 2022 que falte"),
        ({"sector": ("mujer",)},
         "MIMP: según el reporte, falta información de 1 indicador de 2024"),
        ({}, "MINEM (según el reporte, pasó a PCM) y MIMP: según el reporte, falta información de "
             "2 indicadores de 2024"),
    ],
)  # fmt: skip
def test_of_whom_the_report_has_no_information(store, filters, expected):
    assert heading(silent.silent, store, **filters) == expected
    assert "Sin dato de 2022: 1 indicador." in words(silent.silent, store, anio=2022)


def test_many_answer_by_the_matrix_and_are_counted_each(store):
    first = store.tables["sin_reporte"][-1]
    codes = {row.responsable: row.codigo for row in store.indicators.values()}
    rows = tuple(first.model_copy(update={"codigo": code}) for code in list(codes.values())[:5])
    assert heading(silent.silent, Store({**store.tables, "sin_reporte": rows})).startswith(
        "5 responsables según la matriz: según el reporte, falta información de 5 indicadores"
    )


def test_an_indicator_is_named_and_says_whose_the_figure_is(store):
    def of(code, **filters):
        found = below_target.red(Views(store, Filters(**filters)))
        return next(screen for screen in found if screen.code == code)

    plain = of("IOP.03.02")
    assert spoken(plain.heading) == "MIMP, IOP.03.02: 0.0 % de lo esperado en 2024 (1 de 2)"
    assert "falta información de este indicador" in str(plain.body)
    fallen = of("ISS.02.01.02.01")
    assert spoken(fallen.heading) == "PNP, ISS.02.01.02.01: 0.0 % de lo esperado en 2024 (1 de 2)"
    assert re.search(r", estaba (cerca|cumplido)\. ", str(fallen.body))
    assert ", estaba" not in str(plain.body)
    assert "falta información de este indicador" not in str(fallen.body)
    for screen in below_target.red(Views(store, Filters(anio=2022))):
        if screen.code:
            assert "de lo esperado en 2022" in screen.heading
            assert screen.code.removesuffix("-razon") in screen.heading
            assert "% (calculado) de lo" in spoken(screen.heading)
    listed = next(below_target.red(Views(store, Filters(sector=("energia-minas",)))))
    assert "falta información de este indicador" in str(listed.body)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "2 de 3 objetivos quedaron por debajo de 75 % en 2024; el más lejos, Protección: "
             "50.0 %"),
        ({"anio": 2022}, "1 de 3 objetivos quedó por debajo de 75 % en 2022; el más lejos, "
                         "Protección: 0.0 % (calculado)"),
        ({"eje": ("prevencion",)},
         "Prevención, toda la política: 67.3 % de lo esperado en 2024"),
    ],
)  # fmt: skip
def test_the_objectives_in_number(store, filters, expected):
    assert heading(by_objective.gauges, store, **filters) == expected


def test_no_objective_below_and_a_tie(store):
    rows = tuple(
        row.model_copy(update={"avance_publicado": Decimal(80), "semaforo": "ambar"})
        if row.anio == 2024 and row.codigo != "OP.01" else
        row.model_copy(update={"avance_publicado": Decimal(90), "semaforo": "ambar"})
        if row.anio == 2024 else row
        for row in store.tables["avances"]
    )  # fmt: skip
    assert heading(by_objective.gauges, Store({**store.tables, "avances": rows})) == (
        "Ninguno de los 3 objetivos quedó por debajo de 75 % en 2024; los más lejos, Persecución y "
        "Protección: 80 %"
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "Prevención: 67.3 % de lo esperado; indicadores lejos de la meta: 2 de 15"),
        ({"anio": 2022},
         "Prevención: 100.0 % de lo esperado (calculado); indicadores lejos de la meta: 3 de 15"),
        ({"sector": ("cultura",)},
         "Prevención, toda la política: 67.3 % de lo esperado. De la selección, lejos de la meta: "
         "0 de 1"),
    ],
)  # fmt: skip
def test_an_objective_is_of_the_policy_and_its_indicators_of_the_selection(
    store, filters, expected
):
    assert (
        spoken(next(iter(by_objective.objectives(Views(store, Filters(**filters))))).heading)
        == expected
    )


def test_an_objective_counts_only_what_has_a_figure(store):
    third = list(by_objective.objectives(Views(store, Filters(anio=2022))))[1]
    assert third.heading.endswith("indicadores lejos de la meta: 4 de 15 con dato")
    assert "Sin dato de 2022: 1 indicador." in " ".join(third.more)
    bare = next(iter(by_objective.objectives(Views(silenced(store, 2024), Filters(anio=2024)))))
    assert (
        spoken(bare.heading)
        == "Prevención: 67.3 % de lo esperado; indicadores lejos de la meta: sin dato"
    )
    tables = {**store.tables, "avances": ()}
    known = next(iter(by_objective.objectives(Views(Store(tables), Filters()))))
    assert (
        known.heading
        == "Prevención: sin avance del objetivo; indicadores lejos de la meta: 2 de 15"
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "5 de 14 sectores tienen algún indicador por debajo de 75 % en 2024"),
        ({"sector": ("energia-minas",)},
         "Energía y Minas, indicadores por debajo de 75 % en 2024: 1 de 1"),
        ({"sector": ("cultura",)}, "Cultura, indicadores por debajo de 75 % en 2024: 0 de 1"),
        ({"anio": 2022, "sector": ("interior",)},
         "Interior, indicadores por debajo de 75 % en 2022: 3 de 12 con dato"),
        ({"eje": ("persecucion",)},
         "En la selección, 1 de 4 sectores tiene algún indicador por debajo de 75 % en 2024"),
        ({"sector": ("cultura", "salud")},
         "En la selección, de 2 sectores, ninguno tiene un indicador con dato por debajo de 75 % "
         "en 2024"),
    ],
)  # fmt: skip
def test_the_sectors_in_number(store, filters, expected):
    assert heading(sectors.sectors, store, **filters) == expected


def test_a_sector_without_figures_is_not_among_those_judged(store):
    codes = [row.codigo for row in store.indicators.values() if row.sector == "cultura"]
    changed = judged(store, **dict.fromkeys(codes, "sin-dato"))
    assert heading(sectors.sectors, changed).startswith("5 de 13 sectores con dato tienen")


@pytest.mark.parametrize(
    ("period", "measure", "expected"),
    [
        ("2024", "", "Solo 1 de 34 distritos fiscales tiene cifra, Piura: 218 casos, 2024"),
        ("2008-2018", "", "15 de 34 distritos fiscales con cifra; la mayor, Lima Centro: 1,671 "
                          "casos, 2008-2018"),
        ("2008-2018", "porcentaje", "15 de 34 distritos fiscales con cifra; la mayor, Lima Centro: "
                                    "22.2 % de los casos (calculado), 2008-2018"),
        ("2012", "", "3 de 32 distritos fiscales con cifra; la mayor, Loreto: 12 % de los casos, "
                     "2012"),
        ("2014", "", "Sin cifras por distrito fiscal de ese periodo"),
    ],
)  # fmt: skip
def test_where_cases_are_registered_says_of_how_many(store, period, measure, expected):
    assert heading(incidence.incidence, store, periodo=period, medida=measure) == expected


def _figures(store, value):
    """Give each figure of the districts of 2007-2014 another."""
    rows = [row for row in store.tables["incidencia"] if row.periodo == "2007-2014"
            and row.desagregacion == "distrito_fiscal" and row.valor is not None]  # fmt: skip
    changed = {row.identity: value(index, row) for index, row in enumerate(rows)}
    kept = tuple(changed.get(row.identity, row) for row in store.tables["incidencia"])
    return Store({**store.tables, "incidencia": kept})


def test_a_tie_names_none_and_one_case_is_singular(store):
    tied = _figures(store, lambda index, row: row.model_copy(update={"valor": Decimal(5)}))
    assert heading(incidence.incidence, tied, periodo="2007-2014").startswith(
        "32 de 32 distritos fiscales con cifra; 32 comparten la mayor: 5 denuncias, "
    )
    unpublished = {"valor": None, "estado": "no-publicado"}
    one = _figures(store, lambda index, row: row.model_copy(
        update=unpublished if index else {"valor": Decimal(1)}))  # fmt: skip
    said = heading(incidence.incidence, one, periodo="2007-2014")
    assert said.startswith("Solo 1 de 32 distritos fiscales tiene cifra, ")
    assert ": 1 denuncia, " in said


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2025", "Los 34 distritos fiscales, de mayor a menor: denuncias,"),
        ("2007-2014", "Los 32 distritos fiscales con cifra, de mayor a menor, y los demás:"),
        ("2024", "El único con cifra de 34 distritos fiscales, y los demás: casos, 2024"),
    ],
)
def test_the_list_of_territories_says_which_are_in_order(store, period, expected):
    assert list(incidence.incidence(Views(store, Filters(periodo=period))))[1].heading.startswith(
        expected
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "Puerto Maldonado es el destino de más rutas del plan: 10 de 35"),
        ({"tipo": "interna"},
         "Puerto Maldonado es el destino de más rutas de la selección: 10 de 25"),
        ({"tipo": "internacional"}, "El plan menciona 10 rutas internacionales"),
    ],
)  # fmt: skip
def test_the_routes_count_pairs(store, filters, expected):
    assert heading(known_routes.routes, store, **filters) == expected
    assert "Lima, que el plan nombra como destino, no forma rutas." in words(
        known_routes.routes, store
    )
    bare = Store({**store.tables, "destinos_lima": ()})
    assert "Lima, que el plan" not in words(known_routes.routes, bare)


def test_the_state_of_the_policy_says_what_is_computed(store):
    assert heading(policy.policy, store, anio=2023).endswith("69.8 % (calculado)")
    assert heading(policy.policy, store).endswith("70.6 %")


def test_agreements_not_due_are_not_unmet(store):
    def row(name, state, due):
        return AcuerdoSesion(sesion="I", fecha=date(2024, 3, 1), acuerdo=name, entidad="MIMP",
                             plazo=due, estado=state, indicador="")  # fmt: skip

    def said(*rows):
        over = Store({**store.tables, "acuerdos_sesion": rows})
        found = agreements.agreements(Views(over, Filters(), day=date(2024, 12, 31)))
        return [screen.heading for screen in found if not screen.code.startswith("ultima")]

    late, early = date(2024, 6, 30), date(2026, 6, 30)
    assert said() == []
    assert said(row("a", "cumplido", late)) == ["Cumplidos: 1 de 1 acuerdo"]
    assert said(row("a", "pendiente", early)) == [
        "Acuerdos pendientes o en curso: 1; con el plazo vencido al 31 de diciembre de 2024: 0"
    ]
    assert said(row("a", "pendiente", early), row("b", "en-curso", late)) == [
        "Acuerdos pendientes o en curso: 2; con el plazo vencido al 31 de diciembre de 2024: 1"
    ]


@pytest.mark.parametrize("query", ["", "guion=region&lugar=piura"])
def test_no_screen_has_two_stops_nor_a_heading_that_ends_in_one(client, query):
    page = client.get(f"/presentar?{query}").text
    slides = re.findall(r'<section id="[^"]+" class="slide">.*?</section>', page, re.DOTALL)
    headings = re.findall(r"<h2>(.*?)</h2>", " ".join(slides))
    assert len(headings) > 5
    assert [one for one in headings if re.search(r"\.( \(\d+ de \d+\))?$|\d %", one)] == []
    assert re.findall(r".{20}\.\. .{9}", " ".join(slides)) == []
