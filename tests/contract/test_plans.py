"""The pages of the plans: counts, every address, ramps only where they are one, plain words."""

import re
from collections import defaultdict
from html import unescape
from urllib.parse import quote

import pytest

from components import html_text
from components.charts.chart import records
from components.charts.layouts.surface import ROOM, WIDE
from components.charts.registry import CHARTS
from components.charts.views import Views
from components.markup import render
from components.pages.plans.commitment_links import place
from components.pages.plans.commitment_page import PAGE as PROMISE
from components.pages.plans.plans import PAGE
from data.loader import load
from data.model import (
    Accion2017,
    Actividad2007,
    Discrepancia,
    Entidad,
    Ivo2017,
    Meta2007,
    Meta2017,
    Servicio,
)
from data.query.filters import Filters
from data.rules.ramps import PERIODS
from data.store import Store

AXES = ("gobernanza", "prevencion", "proteccion", "persecucion")


def page_of(client, address):
    answer = client.get(address.partition("#")[0])
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True)


def main_of(page):
    return re.search(r"<main.*?</main>", page, re.S)[0]


def words_of(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def standing_at(page, name):
    """Return the words of the element that carries an id, which must be the only one."""
    found = re.findall(rf'<(\w+)[^>]* id="{re.escape(name)}"[^>]*>(.*?)</\1>', page, re.S)
    assert len(found) == 1, name
    return words_of(found[0][1])


def plain(text):
    return " ".join(text.split())


@pytest.fixture(scope="module")
def pages(client):
    kept = {}

    def get(address):
        path = address.partition("#")[0]
        if path not in kept:
            kept[path] = page_of(client, path)
        return kept[path]

    return get


def test_every_target_of_2017_2021_has_an_address_that_holds_its_text(store, pages):
    seen = set()
    assert store.rows(Meta2017)
    for row in store.rows(Meta2017):
        address = place(store, row)
        assert address == f"/planes/{row.accion}?periodo={row.periodo}#m{row.orden}"
        assert standing_at(pages(address), f"m{row.orden}").startswith(plain(row.texto))
        seen.add(address)
    assert len(seen) == 411


def test_every_meta_and_activity_of_2007_2013_has_an_address_that_holds_its_text(store, pages):
    assert store.rows(Meta2007)
    for row in store.rows(Meta2007):
        page = pages(place(store, row))
        assert plain(row.meta) == words_of(re.search(r"<h1>(.*?)</h1>", page, re.S)[1])
        assert plain(row.resultado) in words_of(main_of(page))
    assert store.rows(Actividad2007)
    for row in store.rows(Actividad2007):
        assert plain(row.texto) in standing_at(pages(place(store, row)), f"a{row.orden}")


def test_every_action_has_a_page_with_its_text_and_its_entities(store, pages):
    assert store.rows(Accion2017)
    for row in store.rows(Accion2017):
        text = words_of(main_of(pages(place(store, row))))
        assert plain(row.texto) in text
        assert all(store.entities[sigla].nombre in text for sigla in row.responsables.split(";"))
        assert "informa, meta por meta, qué se cumplió del Plan 2017-2021: aquí" in text


def test_every_verifiable_indicator_stands_at_its_address(store, pages):
    assert store.rows(Ivo2017)
    for row in store.rows(Ivo2017):
        address = place(store, row)
        assert plain(row.texto) in standing_at(pages(address), address.partition("#")[2])


def test_every_service_leads_to_an_indicator(store, client):
    assert store.rows(Servicio)
    for row in store.rows(Servicio):
        address = place(store, row)
        assert store.indicators[address.rpartition("/")[2]].servicio == row.codigo


def test_the_addresses_inside_the_pages_answer(client, pages):
    inside = set()
    for address in ("/planes", "/planes?eje=proteccion", "/planes/2.2.4", "/planes/meta-1"):
        inside |= set(re.findall(r'href="(/planes[^"]*)"', main_of(pages(address))))
    assert len(inside) > 150
    for address in inside:
        page = pages(unescape(address))
        name = unescape(address).partition("#")[2]
        assert not name or f'id="{name}"' in page, address


@pytest.mark.parametrize("query", ["", "eje=proteccion", "entidad=pnp", "periodo=2021",
                                   "eje=persecucion&entidad=pnp&periodo=2017-2018",
                                   "codigo=OI2.2", "codigo=2.2.4", "entidad=serfor"])  # fmt: skip
def test_counts_on_the_page_equal_the_tables(client, store, query):
    text = words_of(main_of(page_of(client, f"/planes?{query}")))
    filters, _ = Filters.from_query(query, store.vocabulary)
    actions = store.select("acciones_2017_2021", filters)
    targets = store.select("metas_2017_2021", filters)
    said = f"Plan 2017-2021: {_count(len(actions), 'acción', 'acciones')}, "
    assert said + _count(len(targets), "meta", "metas") in text


def _count(amount, one, many):
    return f"{amount} {one if amount == 1 else many}"


def test_the_cells_of_the_explorer_add_up_to_the_targets(client, store):
    page = main_of(page_of(client, "/planes"))
    cells = re.findall(r'href="/planes/([\d.]+)\?periodo=([\d-]+)"[^>]*>(\d+)</a>', page)
    found = {(action, period): int(amount) for action, period, amount in cells}
    wanted = defaultdict(int)
    for row in store.rows(Meta2017):
        wanted[row.accion, row.periodo] += 1
    assert found == wanted
    assert sum(found.values()) == 411


def test_a_period_shows_its_targets_and_no_other(client, store):
    page = main_of(page_of(client, "/planes?periodo=2021"))
    shown = set(re.findall(r'href="(/planes/[\d.]+\?periodo=[\d-]+#m\d+)"', page))
    assert shown == {place(store, row) for row in store.rows(Meta2017) if row.periodo == "2021"}


@pytest.mark.parametrize("axis", AXES)
def test_an_axis_shows_every_promise_of_its_three_plans(client, store, axis):
    page = main_of(page_of(client, f"/planes?eje={axis}"))
    shown = set(re.findall(r'href="/planes/(meta-\d+)"', page))
    assert shown == {f"meta-{row.numero}" for row in store.rows(Meta2007) if row.eje == axis}
    listed = set(re.findall(r'href="/indicadores/([\w.]+)"', page))
    assert listed == {code for code, row in store.indicators.items() if row.eje == axis}
    aims = {row.objetivo_inmediato for row in store.rows(Accion2017) if row.eje == axis}
    assert aims
    assert all(f"{aim}. " in page for aim in aims)


def test_status_marks_stand_only_where_the_policy_is_judged(client, pages):
    for address in ("/planes/2.2.4", "/planes/3.2.3?periodo=2021", "/planes/meta-16"):
        assert 'class="status' not in main_of(pages(address))
    with_axis = main_of(page_of(client, "/planes?eje=gobernanza"))
    assert 'class="status' not in with_axis


def test_meta_16_is_shown_as_printed_with_its_remark_beside_it(client):
    page = words_of(main_of(page_of(client, "/planes/meta-16")))
    assert (
        "«Sí, se ha cumplido la meta en un 25%». Y añade: «REALMENTE NO, SERÍA MÁS COMO 5%»."
        in page
    )
    assert "25 %Y añade: «REALMENTE NO" in page
    for address in ("/planes", "/planes?eje=proteccion"):
        assert "REALMENTE NO, SERÍA MÁS COMO 5%" in page_of(client, address)
    assert "REALMENTE NO" not in page_of(client, "/planes?eje=prevencion")


@pytest.fixture(scope="module")
def of_metas(store):
    """Return a board that holds these metas of 2007-2013 and no other, some of them changed."""

    def board(numbers, **changed):
        kept = [row for row in store.rows(Meta2007) if row.numero in numbers]
        rows = tuple(row.model_copy(update=changed) for row in kept)
        return Store({**store.tables, "metas_2007_2013": rows})

    return board


def side_by_side(board):
    return words_of(render(PAGE.see(Views(board, Filters()), "").content[2]))


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([17], ""),
        ([16], "* La matriz añade junto a la META 16: «REALMENTE NO, SERÍA MÁS COMO 5%»."),
        ([11, 23], "✗: la matriz dice «No se ha cumplido la meta» y no da un porcentaje."),
    ],
)
def test_the_signs_are_told_only_where_they_stand_and_as_printed(of_metas, numbers, said):
    text = side_by_side(of_metas(numbers))
    assert said in text
    assert ("* La matriz" in text) == ("*" in said)
    assert ("✗: la matriz" in text) == ("✗" in said)


def test_a_second_remark_is_told_of_its_own_meta(of_metas):
    text = side_by_side(of_metas([16, 17], observacion="NO CONSTA"))
    said = "* La matriz añade junto a la META 16: «NO CONSTA» y la META 17: «NO CONSTA»."
    assert said in text


def test_the_amount_of_metas_with_a_percentage_is_that_of_the_table(store, client, of_metas):
    text = words_of(main_of(page_of(client, "/planes")))
    assert "un porcentaje de cumplimiento de 21 de sus 27 metas" in text
    fewer = words_of(render(PAGE.see(Views(of_metas([11, 17]), Filters()), "").content[0]))
    assert "de 1 de sus 2 metas" in fewer


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], "ninguna meta"),
        ([11], "1 meta, no cumplida según la matriz."),
        ([11, 12, 15], "3 metas; cumplimiento declarado de 25\u202f%. La matriz dice que no se "
         "cumplió una, sin porcentaje."),
        ([12], "1 meta; cumplimiento declarado de 25\u202f%."),
        ([9, 12], "2 metas; cumplimiento declarado de 25\u202f% a 65\u202f%."),
    ],
)  # fmt: skip
def test_an_axis_of_one_meta_is_told_in_the_singular(of_metas, numbers, said):
    board = of_metas(numbers)
    text = render(PAGE.see(Views(board, Filters(eje=("persecucion",))), "").content)
    assert f"<h3>{html_text.text('Plan 2007-2013')}</h3><p>{said}</p>" in text


def test_an_axis_without_a_meta_fulfilled_is_told_in_the_plural(of_metas):
    text = render(PAGE.see(Views(of_metas([25, 26]), Filters(eje=("gobernanza",))), "").content)
    assert "<p>2 metas, ninguna cumplida según la matriz.</p>" in text


def test_no_page_denies_more_than_was_looked_for(client):
    for address in ("/planes", "/planes?eje=proteccion", "/planes/2.3.1", "/sectores/salud"):
        text = words_of(page_of(client, address)).lower()
        assert "informa, meta por meta, qué se cumplió" in text
        assert not re.search(
            r"sin resultados en las fuentes|(no informan|publica el) resultado", text
        )


def titled(page, title):
    """Return the names of the records under a heading of the page."""
    part = re.search(rf"<h2>{re.escape(title)}</h2><ul>(.*?)</ul>", main_of(page), re.S)
    return set(re.findall(r'/discrepancias/([\w-]+)"', part[1])) if part else set()


@pytest.mark.parametrize("address", ["/planes/meta-9", "/planes/meta-3", "/planes/2.2.4"])
def test_what_is_only_observed_is_not_called_a_contradiction(store, pages, address):
    counted = {row.id for row in store.rows(Discrepancia) if row.counts}
    page = pages(address)
    contradictions = titled(page, "Contradicciones de las fuentes sobre esta promesa")
    observed = titled(page, "Observaciones sobre las fuentes (no son contradicciones)")
    assert contradictions <= counted
    assert not observed & counted
    assert bool(contradictions) == (address == "/planes/meta-9")
    assert observed


def test_a_promise_of_which_nothing_was_found_has_no_such_heading(store):
    bare = Store({**store.tables, "discrepancias": ()})
    for subject in ("meta-9", "2.2.4"):
        text = render(PROMISE.see(Views(bare, Filters()), subject).content)
        assert "ontradicciones" not in text


def test_an_empty_column_of_agents_is_called_that(pages):
    said = "La columna «Agentes» está vacía en la matriz."
    assert said in pages("/planes/meta-3")
    assert said not in pages("/planes/meta-4")


def test_one_agent_or_one_responsible_is_no_more_than_what_is_printed(client):
    work = words_of(main_of(page_of(client, "/sectores/trabajo")))
    assert "La matriz no nombra otro participante." in work
    assert "Única" not in work
    every = [row.sector for row in load().rows(Entidad)]
    found = [page_of(client, f"/sectores/{sector}") for sector in sorted(set(every))]
    assert any("El plan no nombra otro responsable." in page for page in found)


def test_an_action_of_one_target_is_announced_in_the_singular(store):
    one = store.rows(Meta2017)[0]
    series = tuple(row for row in store.tables["series_metas_2017_2021"]
                   if row.identity == one.identity)  # fmt: skip
    alone = Store({**store.tables, "metas_2017_2021": (one,), "series_metas_2017_2021": series})
    seen = PROMISE.see(Views(alone, Filters()), one.accion)
    assert seen.announcement == f"Acción {one.accion}, 1 meta"


def test_not_fulfilled_is_no_zero_and_says_so(store, pages):
    unmet = [row for row in store.rows(Meta2007) if row.resultado == "No se ha cumplido la meta"]
    assert len(unmet) == 6
    for row in unmet:
        text = words_of(main_of(pages(place(store, row))))
        assert row.cumplimiento_pct is None
        assert "Cumplimiento declaradono cumplida" in text
        assert "La matriz no da un porcentaje." in text
        assert "0 %" not in text.split("Cumplimiento declarado")[1][:40]


def test_a_ramp_is_drawn_only_when_numeric_and_of_one_unit(store):
    chart = CHARTS["accion-metas"]
    drawn = set()
    assert store.actions
    for code in store.actions:
        for row in records(chart.select(store, Filters(codigo=code))):
            drawn.add(row["serie"])
            assert row["cantidad"] is not None
    assert store.ramps
    for found in store.ramps.values():
        for ramp in found:
            units = {row.unidad for row in ramp.targets}
            numbers = [row.cantidad for row in ramp.targets]
            fit = len(numbers) > 1 and None not in numbers and len(units) == 1
            assert (ramp.series in drawn) == fit == (not ramp.obstacle), ramp.series
    every = [ramp for found in store.ramps.values() for ramp in found]
    assert len(every) == 147
    assert {ramp.series: ramp.obstacle for ramp in every if ramp.obstacle == "unit"} == {
        "2.2.4-1": "unit"
    }
    assert "2.2.4-2" not in drawn


def test_an_action_without_a_ramp_says_why(pages):
    text = words_of(main_of(pages("/planes/2.2.1")))
    assert "Ninguna serie se dibuja" in text
    assert "tiene meta en un solo periodo" in text
    assert 'id="grafico-accion-metas"' not in pages("/planes/2.2.1")


def test_the_chart_by_axis_holds_every_promise_once(store):
    frame = CHARTS["planes-eje"].select(store, Filters())
    assert frame["plan"].value_counts().to_dict() == {
        "plan-2007-2013": 27, "plan-2017-2021": 411, "politica-2030": 50,
    }  # fmt: skip
    old = frame[frame["plan"] == "plan-2007-2013"]
    assert old["semaforo"].isna().all()
    assert old["avance"].isna().all()
    middle = frame[frame["plan"] == "plan-2017-2021"]
    assert middle[["cumplimiento_pct", "avance", "semaforo"]].isna().all(axis=None)


def test_the_chart_by_axis_draws_a_mark_per_indicator_and_a_bar_per_meta(store):
    chart = CHARTS["planes-eje"]
    frame = chart.select(store, Filters(eje=("proteccion",)))
    drawing = str(chart.drawing(frame, WIDE))
    amounts = re.findall(r">(\d{1,2}|✗)(?:\u202f%)?(?: \*)?</text>", drawing)
    assert amounts[:9] == ["25", "15", "5", "10", "25", "40", "30", "✗", "✗"]
    assert amounts[9:] == [
        str(sum(r.periodo == p and store.actions[r.accion].eje == "proteccion"
                for r in store.rows(Meta2017))) for p in PERIODS
    ]  # fmt: skip
    assert "25\u202f% *" in drawing


def test_the_line_holds_the_norms_with_and_without_a_year(client, store):
    frame = CHARTS["planes-linea"].select(store, Filters())
    assert len(frame) == 3 + len(store.tables["normas"])
    text = words_of(main_of(page_of(client, "/planes")))
    assert store.tables["normas"]
    for row in store.tables["normas"]:
        assert plain(row.nombre) in text
    undated = sum(row.anio is None for row in store.tables["normas"])
    assert f"{undated} sin año" in text
    assert f"Sin año en las fuentes: {undated}" in text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("línea 1818", "/planes/2.3.1?periodo=2017-2018#m1"),
        ("defensor publico", "/planes/3.2.3?periodo=2017-2018#m3"),
        ("niñas lima", "/planes/meta-8#a41"),
    ],
)
def test_the_search_answers_by_get_with_the_right_target_first(client, question, first):
    page = main_of(page_of(client, f"/planes?buscar={quote(question)}"))
    listed = page.partition('class="results"')[2]
    assert unescape(re.search(r'href="([^"]+)"', listed)[1]) == first
    assert f"con «{question}»" in words_of(page)


def test_a_search_keeps_to_the_filters(client, store):
    page = main_of(page_of(client, "/planes?periodo=2021&buscar=1818"))
    shown = set(re.findall(r'href="(/planes/2[^"]+#m\d+)"', page))
    assert shown == {
        place(store, row)
        for row in store.rows(Meta2017)
        if "1818" in row.texto and row.periodo == "2021"
    }
    page = words_of(main_of(page_of(client, "/planes?eje=gobernanza&buscar=1818")))
    # Beside the filters, and over the list.
    assert page.count("0 resultados con «1818»") == 2


def test_a_search_without_answer_says_so(client):
    text = words_of(main_of(page_of(client, "/planes?buscar=xyzzy")))
    assert "Ningún texto tiene todas esas palabras" in text


def test_a_period_of_the_map_is_ignored_in_one_line(client):
    text = words_of(main_of(page_of(client, "/planes?periodo=2007-2014")))
    assert "El Plan 2017-2021 no tiene el periodo «2007-2014»" in text
    assert "Plan 2017-2021: 50 acciones, 411 metas" in text


@pytest.mark.parametrize("path", ["/planes/9.9.9", "/planes/meta-0", "/planes/meta-28",
                                  "/planes/meta-016", "/planes/16", "/planes/OI2.2"])  # fmt: skip
def test_a_promise_that_no_plan_makes_is_not_found(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "No hay una acción ni una meta" in answer.get_data(as_text=True)


@pytest.mark.parametrize("query", ["periodo=%00", "buscar=%3Cscript%3Ealert(1)%3C/script%3E",
                                   "entidad=nadie", "codigo=OI9.9", "buscar=%25%25"])  # fmt: skip
def test_garbage_gives_a_normal_page(client, query):
    for path in ("/planes", "/planes/2.2.4"):
        page = page_of(client, f"{path}?{query}")
        assert "<script>alert" not in page


def test_a_code_of_the_plan_narrows_the_tables_of_the_plan_alone(store):
    one = Filters(codigo="2.2.4")
    assert len(store.select("acciones_2017_2021", one)) == 1
    assert set(store.select("metas_2017_2021", one)["accion"]) == {"2.2.4"}
    aim = store.select("acciones_2017_2021", Filters(codigo="OI2.2"))
    assert set(aim["objetivo_inmediato"]) == {"OI2.2"}
    for table in ("indicadores", "valores", "metas_2007_2013", "normas"):
        assert len(store.select(table, one)) == len(store.tables[table])


def test_no_id_stands_twice(pages):
    for address in ("/planes", "/planes?eje=proteccion", "/planes/1.1.1?periodo=2021",
                    "/planes/meta-8", "/planes?buscar=trata"):  # fmt: skip
        names = re.findall(r' id="([^"]+)"', pages(address))
        assert len(names) == len(set(names)), address


@pytest.mark.parametrize("slug", ["planes-eje", "planes-linea", "accion-metas"])
def test_what_is_absent_is_an_empty_cell_in_the_file(client, slug):
    file = client.get(f"/datos/graficos/{slug}.csv?codigo=2.2.4").get_data(as_text=True)
    assert not re.search(r"(?:^|,)(?:nan|None|NaN)(?:,|$)", file, re.M)


def test_a_code_that_is_not_there_offers_near_ones(client):
    page = client.get("/planes/2.2.9").get_data(as_text=True)
    assert "¿Buscaba alguno de estos?" in page
    assert 'href="/planes/2.2.4"' in page
    assert 'href="/planes/meta-27"' in client.get("/planes/meta-28").get_data(as_text=True)


def test_a_text_cut_in_a_drawing_says_so(store):
    chart = CHARTS["accion-metas"]
    frame = chart.select(store, Filters(codigo="2.3.1"))
    assert "…</text>" in str(chart.drawing(frame, ROOM))
    assert "…" not in " ".join(frame["texto"])


def test_a_verifiable_indicator_without_actions_leads_to_the_plans(store):
    bare = Store({**store.tables, "acciones_2017_2021": ()})
    rows = store.rows(Ivo2017)
    assert rows
    assert {place(bare, row) for row in rows} == {"/planes"}
    assert all(place(store, row).startswith("/planes/") for row in rows)
