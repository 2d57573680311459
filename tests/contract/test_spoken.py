"""What every chart says aloud, of nothing, of one, of many, and of what nobody published."""

import re
from decimal import Decimal

import pytest

from components.charts.layouts.surface import WIDE
from components.charts.registry import CHARTS
from components.charts.view import View
from data.model import TABLES, Acuerdo, Incidencia, Indicador, Meta2007, Meta2017, Norma, Ruta
from data.query.filters import Filters
from data.store import Store

AMBER = "ISS.02.01.02.01"
WRONG = {
    "a word of the code": r"\b(None|nan|NaN|NaT|Decimal)\b",
    "an absence read as a dash": r"—",
    "a space too many": r" {2}|\s[,.;:](?!\d)",
    "a stop too many": r"[,;:.]{2}|,\)|\(\)",
    "one of many": r"(?<![\d.,])1 (indicadores|metas|normas|casos|denuncias|registros|series|pares"
    r"|rutas|lugares|distritos|departamentos|personas|víctimas)\b",
    "many of one": r"(?<![\d.,])(0|[2-9]|\d{2,}) (indicador|meta|norma|caso|denuncia|registro|par"
    r"|ruta|lugar|distrito|departamento|persona|víctima)\b",
    "thousands without a comma": r"(?<![\d.,])\d{5,}",
    "a percent sign that may part from its figure": r"\d %",
}  # fmt: skip
NOTHING = r"^(Ning|El tablero no tiene|Las rutas internas no)"


def faults(text):
    text = text.replace("EE. UU.", "EE UU")
    found = [name for name, pattern in WRONG.items() if re.search(pattern, text)]
    return found + ([] if text.endswith(".") else ["no full stop"])


def states(chart, store):
    """Return the states of the address that a chart heeds, one filter at a time."""
    known = store.vocabulary
    lists = {"sector": known.sector, "entidad": sorted(known.entidad)[::6],
             "eje": ("gobernanza", "proteccion"), "semaforo": ("rojo", "sin-dato")}  # fmt: skip
    singles = {"anio": store.years, "periodo": known.periodo, "medida": ("porcentaje",),
               "tipo": known.tipo, "zona": known.zona, "lugar": known.lugar,
               "codigo": sorted(known.codigo)[::3]}  # fmt: skip
    yield Filters()
    for name in chart.narrows:
        for value in lists.get(name, ()):
            yield Filters(**{name: (value,)})
        for value in singles.get(name, ()):
            yield Filters(**{name: value})
    if {"periodo", "medida"} <= set(chart.narrows):
        yield from (Filters(periodo=one, medida="porcentaje") for one in known.periodo)


def small(store, **tables):
    return Store({**store.tables, **tables})


def said(slug, store, **filters):
    chart = CHARTS[slug]
    return chart.sentence(chart.select(store, Filters(**filters)))


def rows(store, model, keep):
    name = next(name for name, one in TABLES.items() if one is model)
    return {name: tuple(row for row in store.rows(model) if keep(row))}


@pytest.mark.parametrize("slug", CHARTS)
def test_every_state_is_spoken_well(store, slug):
    chart = CHARTS[slug]
    spoken = {}
    for filters in states(chart, store):
        view = View.of(chart, store, filters)
        spoken[f"{view.title}. {view.sentence}"] = filters.to_query()
    assert {(text, *wrong) for text in spoken if (wrong := faults(text))} == set()
    assert len(spoken) > 1 or not chart.narrows


@pytest.mark.parametrize("slug", CHARTS)
def test_of_nothing_it_says_that_there_is_nothing(slug):
    chart = CHARTS[slug]
    frame = chart.select(Store({}), Filters())
    assert re.match(NOTHING, chart.sentence(frame))
    assert faults(f"{chart.title(frame)}. {chart.sentence(frame)}") == []


def only(code):
    return lambda row: row.codigo == code


ONE = [
    ("semaforo", Indicador, only(AMBER), "1 indicador de servicio: 1 lejos."),
    ("sector-semaforo", Indicador, only(AMBER), "PNP, 1 indicador: 1 lejos."),
    ("objetivos", Indicador, only(AMBER), "En 2024: Persecución, 94\u202f%, cerca."),
    ("rutas", Ruta, lambda row: row.origen_lugar == "Iquitos" and row.destino_lugar == "Ucayali",
     "El plan menciona 1 ruta interna."),
    ("rutas-matriz", Ruta, lambda row: row.origen_lugar == "Bagua",
     "1 lugar de origen, 1 lugar de destino y 1 ruta."),
    ("acuerdos", Acuerdo, lambda row: row.pais == "Ecuador" and row.estado == "suscrito",
     "Según los planes, de los países de una ruta hay instrumento suscrito con Ecuador. Los planes"
     " no nombran ningún instrumento con Colombia, República Dominicana, Haití, Bolivia, Argentina"
     " y Brasil."),
    ("planes-linea", Norma, lambda row: row.codigo == "", "Los documentos no citan ninguna norma."),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "model", "keep", "expected"), ONE, ids=[o[0] for o in ONE])
def test_one_is_singular(store, slug, model, keep, expected):
    assert said(slug, small(store, **rows(store, model, keep))) == expected


def test_one_norm_with_a_year_and_one_without(store):
    dated = next(row for row in store.rows(Norma) if row.anio)
    undated = next(row for row in store.rows(Norma) if not row.anio)
    assert said("planes-linea", small(store, normas=(dated,))) == (
        "Los documentos citan 1 norma: 1 con año."
    )
    assert said("planes-linea", small(store, normas=(dated, undated))) == (
        "Los documentos citan 2 normas: 1 con año y 1 sin año."
    )


def test_the_plans_one_by_one(store):
    def of(old, middle, code):
        return small(
            store,
            **rows(store, Meta2007, lambda row: row.numero in old),
            **rows(store, Meta2017, middle),
            **rows(store, Indicador, only(code)),
        )

    unmet = next(r.numero for r in store.rows(Meta2007) if r.cumplimiento_pct is None)
    some = next(r.numero for r in store.rows(Meta2007) if r.cumplimiento_pct == 65)
    first = store.rows(Meta2017)[0]
    one = of([unmet], lambda row: row is first, AMBER)
    assert said("planes-eje", one) == (
        "Plan 2007-2013: 1 meta; la matriz dice que no se cumplió. Plan 2017-2021: 1 meta para "
        f"{first.periodo}; ninguna de las fuentes leídas informa, meta por meta, qué se cumplió. "
        "Política al 2030, con 1 indicador en 2024: 1 lejos."
    )
    assert said("planes-eje", of([unmet, some], lambda row: False, "")) == (
        "Plan 2007-2013: 2 metas; una con cumplimiento declarado de 65\u202f%; en una la matriz "
        "dice que no se cumplió y no da un porcentaje."
    )


@pytest.mark.parametrize(
    ("metas", "expected"),
    [
        ([], "Ningún dato corresponde a esta selección."),
        ([17], "Plan 2007-2013: 1 meta, con cumplimiento declarado de 15\u202f%."),
        ([16, 20], "Plan 2007-2013: 2 metas, con cumplimiento declarado de 25\u202f%."),
        ([16, 17], "Plan 2007-2013: 2 metas, con cumplimiento declarado de hasta 25\u202f%."),
        ([11, 16, 17], "Plan 2007-2013: 3 metas; 2 con cumplimiento declarado de hasta 25\u202f%; "
         "en una la matriz dice que no se cumplió y no da un porcentaje."),
        ([11, 17, 23], "Plan 2007-2013: 3 metas; una con cumplimiento declarado de 15\u202f%; en 2 "
         "la matriz dice que no se cumplieron y no da un porcentaje."),
        ([11], "Plan 2007-2013: 1 meta; la matriz dice que no se cumplió."),
        ([11, 23], "Plan 2007-2013: 2 metas; la matriz dice que no se cumplió ninguna."),
    ],
)  # fmt: skip
def test_the_plan_of_2007_by_what_its_matrix_declares(store, metas, expected):
    kept = rows(store, Meta2007, lambda row: row.numero in metas)
    bare = small(store, **kept, metas_2017_2021=(), indicadores=())
    assert said("planes-eje", bare) == expected


def test_the_targets_without_a_result_meta_by_meta(store):
    bare = small(store, metas_2007_2013=(), indicadores=())
    assert said("planes-eje", bare).endswith(
        "139 para 2021); ninguna de las fuentes leídas informa, meta por meta, qué se cumplió."
    )


def test_the_scale_of_years_says_only_the_norms_that_it_leaves_out(store):
    def drawn(early, undated):
        found = [r for r in store.rows(Norma) if r.anio and r.anio < 2000][:early]
        found += [r for r in store.rows(Norma) if not r.anio][:undated]
        chart = CHARTS["planes-linea"]
        frame = chart.select(small(store, normas=tuple(found)), Filters())
        return str(chart.drawing(frame, WIDE))

    none = drawn(0, 0)
    assert "Antes de" not in none
    assert "Sin año" not in none
    assert "Antes de 2000: 1 norma. Está en la tabla." in drawn(1, 0)
    assert "Sin año en las fuentes: 1 norma. Está en la tabla." in drawn(0, 1)
    both = drawn(2, 2)
    assert "Antes de 2000: 2 normas. Están en la tabla." in both
    assert "Sin año en las fuentes: 2 normas. Están en la tabla." in both


def test_a_figure_without_its_target_and_no_figure_at_all(store):
    values = dict(store.values)
    last = values["IOP.01.01", 2024]
    values["IOP.01.01", 2024] = last.model_copy(update={"logro_esperado": None})
    bare = small(store, valores=tuple(values.values()))
    assert said("indicador", bare, codigo="IOP.01.01") == (
        "En 2024 se obtuvo 6.39\u202f%; la fuente no da la meta."
    )
    silent = {"valor_obtenido": None, "estado": "nd", "semaforo": "sin-dato",
              "avance_publicado": None, "avance_calculado": None}  # fmt: skip
    none = tuple(row.model_copy(update=silent) for row in values.values())
    silenced = small(store, valores=none)
    assert said("indicador", silenced, codigo="IOP.01.01") == (
        "Ningún año tiene resultado publicado."
    )
    assert "44 indicadores de servicio: 44 sin dato." in said("semaforo", silenced, anio=2024)
    assert said("sector-semaforo", silenced, anio=2024) == (
        "50 indicadores: 50 sin dato. El reporte dice que el servicio del ISS.01.06.01.01 pasó de "
        "MINEM a PCM."
    )


def test_computed_advances_say_so(store):
    assert said("objetivos", store, anio=2022).count("(calculado)") == 3
    assert "calculado" not in said("objetivos", store, anio=2024)
    assert "Cubre los 32 distritos fiscales y las 1,976 denuncias." in said(
        "mapa", store, periodo="2007-2014"
    )
    assert "más altos (calculados): Lima (54.0\u202f%)" in said(
        "mapa-pnp", store, medida="porcentaje"
    )
    assert "más altos: Lima Centro (20.2\u202f%)" in said("mapa", store, periodo="2009")
    assert "Resto sin desagregar (calculado): 197." in said("mapa", store, periodo="2009-2014")
    assert said("perfil-victimas", store, periodo="2009-2014").endswith(
        "Cada barra rayada es lo que falta para el total de su desglose (calculado): puede ser "
        "redondeo o lo que el tablero no tiene como categoría."
    )
    assert "rayada" not in said("perfil-victimas", store, periodo="2018")


def absent(store, states):
    """Give the map the figures of one, and to the first districts the given kinds of absence."""
    figures = [row for row in store.rows(Incidencia) if row.periodo == "2007-2014"
               and row.desagregacion == "distrito_fiscal"]  # fmt: skip
    changed = {}
    for row, (state, value) in zip(figures, states, strict=False):
        changed[row.identity] = row.model_copy(update={"estado": state, "valor": value})
    kept = tuple(changed.get(row.identity, row) for row in store.rows(Incidencia))
    if len(states) < len(figures):
        return small(store, incidencia=kept)
    return small(store, incidencia=tuple(changed.values()))


def test_zero_is_not_silence_and_each_silence_has_its_own_words(store):
    kinds = [("cero", Decimal(0)), ("nd", None), ("no-publicado", None)]
    text = said("mapa", absent(store, kinds), periodo="2007-2014")
    assert text.startswith("30 de 32 distritos fiscales, ")
    for words in ("Con cero denuncias: ", "La fuente imprime ND: ", "Sin cifra publicada: "):
        assert text.count(words) == 1
    assert "No existían: Lima Noroeste y Selva Central." in text
    assert faults(text) == []


def test_a_map_of_one_figure_and_a_map_of_none(store):
    known = [("dato", Decimal(1)), *[("nd", None)] * 31]
    one = said("mapa", absent(store, known), periodo="2007-2014")
    assert one.startswith("1 de 32 distritos fiscales, 0.1\u202f% de las denuncias (calculado: 1 ")
    assert "La única cifra mayor que cero: " in one
    zeros = [("dato", Decimal(1)), *[("cero", Decimal(0))] * 31]
    assert "La única cifra mayor que cero: " in said(
        "mapa", absent(store, zeros), periodo="2007-2014"
    )
    assert "La fuente imprime ND: 31 distritos fiscales." in one
    none = said("mapa", absent(store, [("no-publicado", None)] * 32), periodo="2007-2014")
    assert none.startswith("Ninguna cifra publicada para 32 distritos fiscales. Sin cifra")
    assert faults(one) == faults(none) == []


def test_a_register_without_figures_and_one_register_alone(store):
    points = store.tables["series"]
    first = [row for row in points if row.serie == points[0].serie]
    one = small(store, series=tuple(first))
    assert said("serie-nacional", one).startswith("Un registro: Ministerio Público: ")
    assert "457 (2012) y, tras un corte, 1,433 (2017)" in said("serie-nacional", one)
    whole = tuple(row for row in first if row.tramo == 2)
    assert "y, tras un corte" not in said("serie-nacional", small(store, series=whole))
    many = said("serie-nacional", store)
    assert re.match(r"\d+ registros distintos, que no se comparan entre sí: ", many)
    figures = tuple(
        row.model_copy(update={"valor": None, "estado": "nd"}) for row in store.rows(Incidencia)
    )
    silent = small(store, series=tuple(first), incidencia=figures)
    assert said("serie-nacional", silent).endswith(", ninguna cifra publicada.")
    chart = CHARTS["serie-nacional"]
    assert "ND" in str(chart.drawings(chart.select(silent, Filters())))


def test_ramps_all_alike_and_one_alone(store):
    assert said("accion-metas", store, codigo="1.1.2") == (
        "Las 3 series de metas dibujadas suben entre su primer y su último periodo."
    )
    assert said("accion-metas", store, codigo="1.1.3") == (
        "Una serie de metas dibujada, que sube entre su primer y su último periodo."
    )
    assert said("accion-metas", store, codigo="1.3.2") == (
        "De 2 series de metas dibujadas, 1 sube y 1 queda igual entre su primer y su último "
        "periodo."
    )


def test_a_ramp_that_rises_and_falls_back_ends_as_it_began(store):
    first, *others = (row for row in store.rows(Meta2017) if row.accion == "1.1.3")
    amounts = {"2019-2020": Decimal(50)}
    changed = tuple(
        row.model_copy(update={"cantidad": amounts.get(row.periodo, Decimal(10))})
        for row in (first, *others)
    )
    kept = [row for row in store.rows(Meta2017) if row.accion != "1.1.3"]
    there_and_back = small(store, metas_2017_2021=(*kept, *changed))
    assert said("accion-metas", there_and_back, codigo="1.1.3").endswith(
        "que queda igual entre su primer y su último periodo."
    )
