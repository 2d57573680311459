"""Contradictions and omissions on /metodologia: counted, filtered, paged, addressable."""

import csv
import html
import io
import re

import pytest

from components.pages.methods.contradictions import PER_PAGE
from data.codes import SEVERITIES
from data.model import Accion2017, Discrepancia, Meta2007, Omitido
from data.publish.version_documents import told

LARGEST_PAGE = 130_000
CLASSES = ("contradiccion", "aritmetica", "valor-imposible")


def get(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    # A term leads to the glossary where a page uses it first.
    return re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", answer.get_data(as_text=True))


def listed(page):
    return re.findall(
        r'<details id="([a-z0-9-]+)" class="record"><summary><span class="code"', page
    )


def file(client, query):
    return list(csv.DictReader(io.StringIO(get(client, f"/datos/discrepancias.csv?{query}"))))


def filed(client, query):
    return apart(file(client, query))


def walk(client, path):
    """Follow the link to the next page to the end."""
    found = []
    while path:
        page = get(client, path)
        written = re.sub("<style.*?</style>", "", page, flags=re.DOTALL)
        assert len(written.encode()) < LARGEST_PAGE, path
        assert len(listed(page)) <= PER_PAGE
        found += listed(page)
        following = re.search(r'<a href="([^"]+)">Siguientes', page)
        path = html.unescape(following[1]).split("#")[0] if following else ""
    return found


def apart(rows):
    """Contradictions first, then what is only observed, each in the order of the file."""
    return [row["id"] for counts in (True, False) for row in rows
            if (row["severidad"] in CLASSES) == counts]  # fmt: skip


def test_following_the_links_reads_every_record_once(client):
    rows = file(client, "")
    assert rows
    assert walk(client, "/metodologia") == apart(rows)


def test_what_is_no_contradiction_stands_under_its_own_heading(client):
    for number in range(1, 12):
        page = get(client, f"/metodologia?pagina={number}")
        if "<h3>Observaciones (no son contradicciones)</h3>" not in page:
            continue
        below = page.split("<h3>Observaciones (no son contradicciones)</h3>")[1]
        tags = re.findall(r'class="code">[^<]*</span><span class="tag">(.*?)</span>', below)
        assert tags
        assert set(tags) <= {"nomenclatura", "observación"}
        return
    pytest.fail("no page has the heading of the observations")


def test_the_heading_counts_only_contradictions(client):
    counted = sum(row["severidad"] in CLASSES for row in file(client, ""))
    page = get(client, "/metodologia")
    assert f"Contradicciones encontradas en las fuentes ({counted})" in page


def test_a_contradiction_was_judged_by_two_and_says_of_what(live_client):
    """An observation may wait for its readers; what counts against a source may not."""
    rows = file(live_client, "")
    assert rows
    for row in rows:
        enough = ("2",) if row["severidad"] in CLASSES else ("", "1", "2")
        assert row["revisiones"] in enough, row["id"]
        assert bool(row["fecha_revision"]) == bool(row["revisiones"]), row["id"]
        assert row["asunto"] or row["severidad"] not in CLASSES, row["id"]


def test_a_withdrawn_record_keeps_its_address_with_the_reason_and_is_listed_nowhere(client):
    gone = list(csv.DictReader(io.StringIO(get(client, "/datos/retiradas.csv"))))
    assert gone
    kept = {row["id"] for row in file(client, "")}
    whole = html.unescape(get(client, "/metodologia"))
    for row in gone:
        assert row["id"] not in kept
        page = html.unescape(get(client, f"/metodologia/discrepancias/{row['id']}"))
        assert row["motivo"] in page, row["id"]
        assert f'href="/metodologia/discrepancias/{row["id"]}"' in whole, row["id"]


def test_every_change_of_a_judgement_has_its_correction(live_client):
    text = get(live_client, "/datos/correcciones.csv")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["tabla"] == "discrepancias"]
    assert rows
    assert {row["clave"] for row in rows} <= {row["id"] for row in file(live_client, "")}
    assert all(row["motivo"] for row in rows)


@pytest.mark.parametrize("sector", ["interior", "mujer", "energia-minas"])
def test_a_ministry_is_shown_contradictions_and_no_observation(client, sector):
    classes = {row["id"]: row["severidad"] for row in file(client, "")}
    page = get(client, f"/sectores/{sector}")
    linked = re.findall(r'href="/metodologia/discrepancias/([a-z0-9-]+)"', page)
    assert [name for name in linked if classes.get(name) not in CLASSES] == []


def test_a_document_shows_the_records_of_its_file(client, store):
    assert len(store.documents) > 3
    for document in store.documents:
        ids = walk(client, f"/metodologia?documento={document}")
        assert ids == filed(client, f"documento={document}")
        assert ids, document


def test_the_documents_of_a_record_are_those_that_its_places_name(live_store):
    """Whoever files a record under another document accuses it: the words of the places tell."""
    rows = [row.model_dump(mode="json") for row in live_store.rows(Discrepancia)]
    assert rows
    assert [
        r["id"] for r in rows if set(r["documento"].split(";")) != set(told(r).split(";"))
    ] == []


def test_a_version_from_before_the_column_is_filed_as_it_was(store, client):
    before = [name for name in store.versions
              if "documento" not in file(client, f"corte={name}")[0]]  # fmt: skip
    assert before
    today = {row.id: row.documento for row in store.rows(Discrepancia)}
    then = store.at(before[-1])
    filed = {row.id: row.documento for row in then.rows(Discrepancia)}
    assert len(filed) > 100
    assert {today[name] == filed[name] for name in today.keys() & filed} == {True}
    assert set(then.documents) >= {"reporte-2024", "plan-2017-2021", "plan-2007-2013"}
    page = get(client, f"/metodologia?documento=plan-2007-2013&corte={before[-1]}")
    assert listed(page)


@pytest.mark.parametrize("severity", SEVERITIES)
def test_a_severity_shows_its_records(client, store, severity):
    ids = walk(client, f"/metodologia?severidad={severity}")
    assert ids == [row.id for row in store.rows(Discrepancia) if row.severidad == severity]
    assert ids


def test_filters_and_search_join(client):
    query = "documento=plan-2007-2013&severidad=aritmetica&buscar=meta%209"
    ids = walk(client, f"/metodologia?{query}")
    assert ids == filed(client, query)
    assert 0 < len(ids) < len(filed(client, "documento=plan-2007-2013"))


def test_the_counts_are_those_of_the_files_and_lead_to_them(client, store):
    page = get(client, "/metodologia")
    cells = re.findall(r'href="/metodologia\?([^"]+)#discrepancias">(\d+)</a></td>', page)
    assert len(cells) > len(store.documents)
    for query, amount in cells:
        assert len(filed(client, html.unescape(query))) == int(amount)
    last = page.split("Registros distintos</th>")[1].split("</tr>")[0]
    amounts = [int(number) for number in re.findall(r">(\d+)</td>", last)]
    assert amounts[-1] == sum(amounts[:-1]) == len(filed(client, ""))


def test_the_filters_are_a_form_that_needs_no_script(client):
    page = get(client, "/metodologia?documento=reporte-2024&pagina=2")
    form = re.search(r'<form[^>]*action="/metodologia#discrepancias"[^>]*>.*?</form>', page)[0]
    assert 'method="get"' in form
    assert set(re.findall(r'name="(\w+)"', form)) == {"documento", "severidad", "buscar"}
    assert '<option value="reporte-2024" selected>' in form
    assert "<script src" not in page


def test_a_page_too_far_says_so_and_shows_the_last(client):
    page = get(client, "/metodologia?pagina=99")
    assert "No hay página 99: la última es la 11." in page
    assert listed(page)[-1] == "f-067"


@pytest.mark.parametrize(
    "query", ["pagina=0", "pagina=-1", "pagina=a", "documento=x", "severidad=x"]
)
def test_garbage_gives_the_first_page_with_a_note(client, query):
    page = get(client, f"/metodologia?{query}")
    assert '<p class="remark" role="note">' in page
    assert listed(page)[0] == "r2024-001"


def test_every_record_has_a_page_with_both_sides(client, store):
    assert store.rows(Discrepancia)
    for row in store.rows(Discrepancia):
        page = html.unescape(get(client, f"/metodologia/discrepancias/{row.id}"))
        for text in (row.donde_a, row.dice_a, row.donde_b, row.dice_b, row.recalculo):
            assert text is None or text in page, row.id


def test_an_unknown_record_offers_near_ones(client):
    answer = client.get("/metodologia/discrepancias/r2024-1")
    assert answer.status_code == 404
    assert 'href="/metodologia/discrepancias/r2024-001"' in answer.get_data(as_text=True)


def test_the_links_of_the_sheets_arrive(client, store):
    linked = set()
    for code in store.indicators:
        page = get(client, f"/indicadores/{code}")
        linked |= set(re.findall(r'href="(/metodologia[^"]+)"', page))
    assert len(linked) > 40
    for address in linked:
        assert client.get(address).status_code == 200
        assert re.fullmatch(r"/metodologia/discrepancias/[a-z0-9-]+", address)


def test_what_a_record_names_exists(live_store):
    known = set(live_store.indicators)
    known |= {f"accion {row.codigo}" for row in live_store.rows(Accion2017)}
    known |= {f"meta {row.numero}" for row in live_store.rows(Meta2007)}
    assert set(live_store.contradictions) <= known
    told = [row for row in live_store.rows(Discrepancia) if row.id.startswith("m2007")]
    assert sum(bool(row.named) for row in told) > 80


def test_a_record_belongs_to_the_document_that_its_run_is_named_after(live_store):
    runs = {"r2024": "reporte-2024", "m2007": "plan-2007-2013", "p2017-c2": "plan-2017-2021"}
    assert live_store.rows(Discrepancia)
    for row in live_store.rows(Discrepancia):
        run = row.id.rsplit("-", 1)[0]
        assert runs.get(run, row.values("documento")[0]) in row.values("documento")
        if run == "p2017":
            assert all(code.startswith("plan-2017-2021") for code in row.values("documento")), (
                row.id
            )


def test_what_was_left_out_is_all_on_the_page(client, store):
    page = html.unescape(re.sub(r"</?a\b[^>]*>", "", get(client, "/metodologia")))
    rows = store.rows(Omitido)
    assert {row.documento for row in rows} >= {"reporte-2024", "plan-2017-2021", "plan-2007-2013"}
    assert len(rows) >= 70
    for row in rows:
        assert row.que.rstrip(".") in page
        assert row.motivo in page


def test_what_was_left_out_points_at_tables_that_exist(live_store):
    assert live_store.rows(Omitido)
    named = 0
    for row in live_store.rows(Omitido):
        for name in re.findall(r"\b[a-z]+_[a-z0-9_]+\b", row.motivo):
            assert name in live_store.tables, f"{row.lugar}: {name}"
            named += 1
        for name in re.findall(r"\b(?:r2024|p2017|m2007|f)(?:-c2|-r)?-\d{3}\b", row.motivo):
            assert name in {d.id for d in live_store.rows(Discrepancia)}
            named += 1
    assert named, "a reason that names a table or a contradiction: there was none to hold"
