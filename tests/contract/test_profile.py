"""The profile: sums that close, sources that never mix, and no published figure left out."""

import re
from collections import defaultdict
from decimal import Decimal
from html import escape

import pytest

from components.charts.registry import CHARTS
from components.charts.views import Views
from components.format import number
from components.markup import render
from components.pages import find
from components.pages.profile.profile import see
from components.pages.profile.profile_headline import headline
from components.texts import t
from data.model import Incidencia, Periodo
from data.query import profile_groups, profile_years, profiles
from data.query.filters import Filters
from data.query.profile_groups import Group
from data.store import Store
from tests.stores import frozen_store

TABLES = frozen_store()
SLUGS = [slug for slug in CHARTS if slug.startswith("perfil-")]


def rows_of(store, slug, period):
    frame = CHARTS[slug].select(store, Filters(periodo=period))
    groups = defaultdict(list)
    for row in frame.to_dict("records"):
        groups[row["grupo"]].append(row)
    return groups


# A profile has panels in some periods; in the others there is nothing to hold.
EVERY = ["", *(row.codigo for row in TABLES.rows(Periodo))]
PANELS = [(slug, one) for slug in SLUGS for one in EVERY if rows_of(TABLES, slug, one)]
# Those with a profile, and one of those without.
PERIODS = [*dict.fromkeys(one for _, one in PANELS), "2006-2009"]


def page(store, period):
    return render(see(Views(store, Filters(periodo=period)), "").content)


@pytest.mark.parametrize(("slug", "period"), PANELS)
def test_categories_and_remainder_close_on_the_whole(store, slug, period):
    groups = rows_of(store, slug, period)
    assert groups
    for rows in groups.values():
        total = sum(row["valor"] for row in rows if row["parte"] != "detalle")
        assert {row["total"] for row in rows} == {total}
        assert rows[0]["unidad"] != "%" or total == 100


@pytest.mark.parametrize(("slug", "period"), PANELS)
def test_a_panel_holds_one_source_one_unit_one_period(store, slug, period):
    groups = rows_of(store, slug, period)
    assert groups
    for rows in groups.values():
        for name in ("fuente", "unidad", "periodo", "indicador", "desagregacion", "institucion"):
            assert len({row[name] for row in rows}) == 1, name


@pytest.mark.parametrize("slug", SLUGS)
def test_each_profile_has_panels_in_some_period(store, slug):
    assert slug in {one for one, _ in PANELS}


def test_details_divide_the_category_above_them(store):
    rows = rows_of(store, "perfil-victimas", "2009-2014")["victimas-nacionalidad-2009-2014"]
    divided = next(row for row in rows if row["categoria"] == "Extranjera")
    details = [row for row in rows if row["parte"] == "detalle"]
    assert len(details) == 3
    assert sum(row["valor"] for row in details) == divided["valor"]
    assert rows.index(details[0]) == rows.index(divided) + 1


def test_the_years_of_a_register_stand_side_by_side_and_close(store):
    written = page(store, "")
    found = profile_years.breakdowns(store)
    assert {one.base.grupo.split("-")[1] for one in found} == {
        "finalidad", "captacion", "medio", "reclutamiento", "lugar", "sexo", "edad"
    }  # fmt: skip
    for one in found:
        assert [period.inicio.year for period in one.periods] == list(range(2017, 2026))
        assert [total for total in one.totals if total is not None]
        lines = [*one.lines, (t("perfil.years_total"), one.totals)]
        for name, figures in lines:
            cells = [t("perfil.years_open") if value is None else number(value)
                     for value in figures]  # fmt: skip
            row = rf">{re.escape(escape(name, quote=False))}</th>" + "".join(
                rf"<td[^>]*>{re.escape(cell)}</td>" for cell in cells
            )
            assert re.search(row, written), f"{one.base.titulo}: {name}"
        for index, total in enumerate(one.totals):
            parts = [figures[index] for _, figures in one.lines if figures[index] is not None]
            assert total is None or sum(parts) == total


def test_it_opens_with_the_last_year_that_closes_else_with_the_fullest(store):
    assert profiles.period(store, "victimas", "") == "2024"
    assert profiles.period(store, "denuncias", "") == "2024"
    assert profiles.period(store, "imputados", "") == "2009-2014"
    kept = tuple(r for r in store.tables["bases_perfil"] if not r.grupo.startswith("pnp-"))
    older = Store({**store.tables, "bases_perfil": kept})
    assert profiles.period(older, "victimas", "") == "2009-2014"
    assert not profile_years.breakdowns(older)


def test_the_remainder_is_that_of_the_base(store):
    seen = 0
    for population in profile_groups.POPULATIONS:
        for period in profiles.periods(store, population):
            for group in profile_groups.groups(store, population, period):
                rows = rows_of(store, f"perfil-{population}", period)[group.base.grupo]
                rest = [row["valor"] for row in rows if row["parte"] == "resto"]
                assert rest == ([group.base.resto] if group.base.resto else [])
                seen += len(rest)
    assert seen >= 7


@pytest.mark.parametrize("period", PERIODS)
def test_every_published_figure_is_drawn_or_listed(store, period):
    written = page(store, period)
    drawn = {
        (row["indicador"], row["desagregacion"], row["categoria"], row["periodo"], row["fuente"])
        for slug in SLUGS
        for rows in rows_of(store, slug, period).values()
        for row in rows
    }
    beside = {row.identity for group in profile_years.shown(store) for row in group.rows}
    figures = [
        row for row in store.rows(Incidencia) if row.desagregacion in profile_groups.BREAKDOWNS
    ]
    assert len(figures) > 190
    for row in figures:
        name, value = escape(row.categoria, quote=False), number(row.valor, row.unidad)
        key = (row.indicador, row.desagregacion, row.categoria, row.periodo, row.fuente)
        if key in drawn:
            whose = r"(?:<small[^>]*>[^<]*</small>)?"
            cell = rf"(?:(?!</tr>).)*>{re.escape(value)}(?:<small|</td>)"
            line = rf">{re.escape(name)}{whose}</th>{cell}"
            assert re.search(line, written), f"{row.categoria} ({row.fuente}) is not in a table"
        elif row.identity not in beside:
            said = f"{name}: <strong>{value}</strong>"
            assert said in written, f"{row.categoria} ({row.fuente}) is not listed"


@pytest.mark.parametrize("period", PERIODS)
def test_what_is_listed_and_what_is_drawn_do_not_overlap(store, period):
    shown = [
        group
        for name in profile_groups.POPULATIONS
        for group in profile_groups.groups(store, name, profiles.period(store, name, period))
    ]
    drawn = [row.identity for group in shown for row in (*group.rows, *group.details)]
    lists = profiles.others(store, shown)
    listed = [row.identity for found in lists.values() for rows in found for row in rows]
    every = [
        row.identity
        for row in store.rows(Incidencia)
        if row.desagregacion in profile_groups.BREAKDOWNS
    ]
    assert sorted([*drawn, *listed]) == sorted(every)


@pytest.mark.parametrize("population", profile_groups.POPULATIONS)
def test_the_fullest_breakdown_of_the_highest_confidence_stands_first(store, population):
    def breadth(period):
        found = profile_groups.groups(store, population, period)
        trust = min(("baja", "media", "alta").index(group.confidence) for group in found)
        return len({group.base.desagregacion for group in found}), trust

    ranked = [breadth(period) for period in profiles.periods(store, population)]
    assert ranked == sorted(ranked, reverse=True)


def test_victims_and_accused_are_compared_within_one_document_and_period(store):
    found = profiles.pairs(store, profiles.paired_period(store, ""))
    assert {pair[0].base.desagregacion for pair in found} == {"sexo", "edad", "nacionalidad"}
    for victims, accused, same in found:
        books = {store.sources[group.base.fuente].documento for group in (victims, accused)}
        assert len(books) == 1
        assert victims.base.periodo == accused.base.periodo
        assert victims.base.unidad == accused.base.unidad
        both = {row.categoria for row in victims.rows} & {row.categoria for row in accused.rows}
        assert same
        assert set(same) <= both
        assert not any(map(profile_groups.unknown, same))


def test_the_sex_of_2014_is_compared_as_printed(store):
    frame = CHARTS["perfil-comparado"].select(store, Filters())
    sex = frame[(frame["desagregacion"] == "sexo") & (frame["parte"] == "dato")]
    figures = [str(value) for value in sex["valor"]]
    assert figures == ["80", "35.5", "19", "48.6"]
    assert list(sex["indicador"]) == ["victimas", "imputados"] * 2


@pytest.mark.parametrize("slug", SLUGS)
def test_only_what_is_left_out_is_hatched(store, slug):
    frames = [CHARTS[slug].select(store, Filters(periodo=period)) for period in PERIODS]
    known = [frame for frame in frames if len(frame)]
    assert known
    for frame in known:
        drawing = str(CHARTS[slug].drawings(frame))
        assert drawing.count("stroke-dasharray=") == 2 * int((frame["parte"] == "resto").sum())


def test_a_period_without_a_profile_says_so_and_where_there_is_one(store):
    written = page(store, "2025")
    assert CHARTS["perfil-imputados"].select(store, Filters(periodo="2025")).empty
    assert 'href="/perfil?periodo=2007-2014"' in written
    assert "no tiene este perfil" in written
    assert "no son trata" in written


def test_a_shorter_period_stands_in_only_from_the_same_document(store):
    shorter = [
        (period, group.base)
        for period in profiles.periods(store, "victimas")
        for group in profile_groups.groups(store, "victimas", period)
        if group.base.periodo != period
    ]
    assert shorter
    for period, base in shorter:
        assert (period, base.periodo) == ("2009-2014", "2014")
        assert store.sources[base.fuente].documento.startswith("Plan Nacional")


def test_ways_on_lead_to_pages_that_exist(store):
    found = re.findall(r'href="(/[a-z]*)"', page(store, ""))
    assert "/metodologia" in found
    assert all(find(path) for path in found)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("", "En 597 de 669 denuncias registradas en 2024 la víctima era mujer"),
        ("2009-2014", "El 80\u202f% de las víctimas registradas en 2014 (número no publicado) "
         "eran mujeres; el 50.1\u202f% de las víctimas registradas en 2009-2014 tenía de 13 a "
         "17 años"),
        ("2007-2014", "El 79.6\u202f% de las presuntas víctimas registradas de enero de 2007 a "
         "abril de 2014 eran mujeres"),
        ("2017-2020", "En 2,010 de 2,342 denuncias registradas en 2017-2020 la víctima era mujer"),
        ("2021", "En 426 de 535 denuncias registradas en 2021 la víctima era mujer"),
        ("2018", "En 655 de 734 denuncias registradas en 2018 la víctima era mujer"),
        ("2016", "830 de 1,134 víctimas rescatadas en 2016 eran mujeres adultas"),
        ("2023-ene-jun", "1,562 de 2,053 víctimas registradas (trata y delitos conexos) de "
         "enero a junio de 2023 eran mujeres"),
    ],
)  # fmt: skip
def test_the_headline_names_what_is_counted_and_when(store, period, said):
    assert see(Views(store, Filters(periodo=period)), "").announcement == f"{said}."


def told(store, group, rows):
    """Return the headline of one group of the default period or another, changed."""
    base = group.base.model_copy(
        update={"suma": sum(row.valor for row in rows), "resto": Decimal(0)}
    )
    return headline(store, Filters(), [Group(base, tuple(rows))])


@pytest.mark.parametrize(
    ("women", "men", "said"),
    [
        (1, 0, "En 1 de 1 denuncia registrada en 2021 la víctima era mujer"),
        (0, 1, "En 1 de 1 denuncia registrada en 2021 la víctima era hombre"),
        (0, 0, "En 0 de 0 denuncias registradas en 2021 la víctima era mujer"),
    ],
)
def test_complaints_are_not_victims_however_few(store, women, men, said):
    group = profile_groups.groups(store, "victimas", "2021")[0]
    amounts = {"Mujer": Decimal(women), "Hombre": Decimal(men)}
    rows = [row.model_copy(update={"valor": amounts[row.categoria]}) for row in group.rows]
    assert told(store, group, rows) == said


def test_complaints_in_percent_are_not_victims_either(store):
    group = profile_groups.groups(store, "victimas", "2021")[0]
    rows = [row.model_copy(update={"unidad": "%", "valor": Decimal(50)}) for row in group.rows]
    assert told(store, group, rows) == (
        "En el 50\u202f% de las denuncias registradas en 2021 la víctima era mujer"
    )


def test_an_age_is_told_as_number_or_percent_and_only_with_its_years(store):
    sex, age = profile_groups.groups(store, "victimas", "2009-2014")[:2]
    base = age.base.model_copy(update={"unidad": "n", "suma": Decimal(30), "resto": Decimal(0)})
    rows = [row.model_copy(update={"unidad": "n", "valor": Decimal(10)}) for row in age.rows]
    assert headline(store, Filters(), [sex, Group(base, tuple(rows))]).endswith(
        "; de 30 víctimas registradas en 2009-2014, 10 de 13 a 17 años"
    )
    worded = [row for row in age.rows if row.categoria[0] == "M"]
    highest = worded[0].model_copy(update={"valor": Decimal(90)})
    kept = [highest, *(row for row in age.rows if row.categoria != highest.categoria)]
    assert headline(store, Filters(), [sex, Group(age.base, tuple(kept))]).endswith("eran mujeres")


def test_without_a_profile_it_says_that_the_board_has_none(store):
    written = page(store, "2018")
    assert (
        "El tablero no tiene, para el periodo elegido, víctimas y personas imputadas de" in written
    )
    assert "El tablero lo tiene para:" in written
    assert "El tablero lo tiene para:" not in page(Store({}), "2018")
    assert "Todo lo demás que el tablero tiene sobre estos desgloses." in page(store, "")


def test_what_is_computed_says_so_once(store):
    rest = re.findall(r">Resto hasta el total \(calculado\)</th>.*?</tr>", page(store, ""))
    assert rest
    assert not any("calculado" in row.partition("</th>")[2] for row in rest)
    chart = CHARTS["perfil-comparado"]
    drawn = str(chart.drawings(chart.select(store, Filters())))
    assert "Lo demás hasta el total" in drawn


def test_people_are_named_with_respect(store):
    own = " ".join(CHARTS[slug].title(CHARTS[slug].select(store, Filters())) for slug in SLUGS)
    assert "Personas imputadas" in own
    assert not re.search(r"tratantes|delincuentes|menores", own.lower())


@pytest.mark.parametrize("slug", SLUGS)
def test_a_panel_says_when_its_figures_are_not_of_high_confidence(store, slug):
    for period in PERIODS:
        frame = CHARTS[slug].select(store, Filters(periodo=period))
        words = re.sub(r"<[^>]+>", " ", str(CHARTS[slug].drawings(frame)))
        said = set(re.findall(r"confianza\s+(\w+)", words))
        doubtful = set(frame["confianza"]) - {"alta"}
        assert said <= doubtful
        assert bool(said) == bool(doubtful)
        assert ("baja" in said) == ("baja" in doubtful)


@pytest.mark.parametrize(("slug", "period"), PANELS)
def test_the_most_frequent_category_is_said_within_a_sentence(store, slug, period):
    """«peruana (79.3 %)», and not «Medio empleado: Engaño (399), en denuncias por medio…»."""
    chart = CHARTS[slug]
    said = chart.sentence(chart.select(store, Filters(periodo=period)))
    if "Lo más frecuente: " not in said:
        return
    most = said.partition("Lo más frecuente: ")[2].partition(".  ")[0]
    assert not re.findall(r"(?:^|\); )[A-ZÁÉÍÓÚ][a-záéíóúñ]|Medio empleado: |Lugar: ", most), said


@pytest.mark.parametrize(
    ("slug", "period"), [one for one in PANELS if one[0] != "perfil-comparado"]
)
def test_the_most_frequent_category_of_each_breakdown_is_the_one_with_most(store, slug, period):
    frame = CHARTS[slug].select(store, Filters(periodo=period))
    said = CHARTS[slug].sentence(frame).split("; ")
    for _, rows in frame[frame["parte"] == "dato"].groupby("grupo"):
        known = rows[~rows["categoria"].map(profile_groups.unknown)]
        if known.empty:
            continue
        top = known.loc[known["valor"].astype(float).idxmax()]
        figure, title = f"({number(top['valor'], top['unidad'])}), en ", str(top["titulo"])[1:]
        assert any(figure in one and title in one for one in said), f"say the largest of «{title}»"
