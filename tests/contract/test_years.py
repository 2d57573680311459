"""The turn of the year, on an invented 2025: what is refused, what is said, what does not move."""

import re
from itertools import permutations
from random import Random

import pytest

from callbacks.board import create_app
from components import explained
from components.charts.registry import CHARTS
from components.charts.views import Views
from components.dash_parts import Parts
from components.markup import Writing, render
from components.pages import PAGES
from components.texts import t
from data.codes import FIRST_POLICY_YEAR, LAST_POLICY_YEAR
from data.loader import load
from data.model import TABLES
from data.query.filters import Filters
from tests.invented.year import (
    ADJUSTED,
    CORRECTED,
    LAST,
    MOVED,
    NEW,
    NEW_OWNER,
    SOURCE,
    WITHDRAWN,
    YEAR,
    Folder,
)

YEARS = range(FIRST_POLICY_YEAR, LAST_POLICY_YEAR + 1)
DEFAULTS = ["/", "/indicadores", "/indicadores/IOP.01.01?anio=2024", "/sectores", "/sectores/mujer",
            "/mapa", "/planes", "/presentar", "/incrustar/semaforo", "/incrustar/objetivos",
            "/incrustar/indicador?codigo=IOP.01.01", "/graficos/planes-eje.json"]  # fmt: skip
OFFERED = re.compile(rf'<option[^>]*value="{YEAR}"[^>]*>[^<]*</option>|'
                     rf'{{"label":"{YEAR}[^"]*","value":"{YEAR}"}},?')  # fmt: skip
AHEAD = re.compile(r"<section><h2>Años que no han cerrado</h2>.*?</section>", re.DOTALL)
# What would be false of a year that has not closed.
LIES = (
    t("panorama.silent"),
    t("panorama.silent_none"),
    "se aprobó en 2021",
    f"información de {YEAR} que falte",
)
TURNS = ["withdraw", "renew", "move", "correct"]


def few(folder):
    """The codes that report early: one of objective and four of service."""
    codes = folder.codes()
    return [codes[0], *[code for code in codes if code.startswith("ISS")][1:5]]


def entered(folder, *, results="none", turned=False, closed=False):
    """Enter the year, as far as it goes, and return the store."""
    for turn in TURNS if turned else ():
        getattr(folder, turn)()
    folder.targets()
    if turned:
        folder.adjust()
    known = {"none": [], "few": few(folder), "all": folder.codes()}[results]
    folder.results(known)
    if closed:
        folder.close()
    return folder.filled()


STATES = {
    "targets": {},
    "partial": {"results": "few"},
    "complete": {"results": "all"},
    "closed": {"results": "all", "closed": True},
    "turned": {"results": "few", "turned": True},
    "turned-closed": {"results": "all", "turned": True, "closed": True},
}


@pytest.fixture(scope="module")
def stores(frozen, tmp_path_factory):
    folder = tmp_path_factory.mktemp("inventado")
    found = {name: entered(Folder(frozen, folder / name), **how) for name, how in STATES.items()}
    refused = {name: store[:3] for name, store in found.items() if isinstance(store, list)}
    assert not refused
    # Without kept versions, as the others: a page of data that are kept offers to cite them.
    return found | {"before": load(frozen)}


@pytest.fixture(scope="module")
def boards(stores):
    made = {}

    def board(name):
        if name not in made:
            made[name] = create_app(stores[name]).server.test_client()
        return made[name]

    return board


@pytest.fixture
def folder(frozen, tmp_path):
    return Folder(frozen, tmp_path / "tablas")


def said(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    return answer.get_data(as_text=True)


def bare(text, store):
    """A page without the version of its data, kept or not, the years it offers and its style."""
    plain = text.replace(store.version, "VERSION").replace("\n", "")
    plain = re.sub("<style.*?</style>", "", plain)
    plain = re.sub(r"(\?|&amp;|&)corte=VERSION| \(no se guarda: [^)]*\)", "", plain)
    return AHEAD.sub("", OFFERED.sub("", plain))


def test_one_row_names_every_row_that_misses(folder):
    folder.targets(["IOP.01.01"])
    refused = folder.filled()
    missing = [f"'{code},{YEAR}'" for code in folder.codes() if code != "IOP.01.01"]
    assert len(refused) == len(missing) > 40
    assert all(any(code in line for line in refused) for code in missing)
    assert refused[0] == (
        f"valores.csv:97: codigo,anio='IOP.02.01,{YEAR}': falta la fila de un indicador que rige, "
        f"añada después de la línea 97 la fila de IOP.02.01 y {YEAR}; si el indicador ya no rige, "
        "escriba su último año en vigencias.csv"
    )


def test_half_a_year_is_refused_by_the_other_half(folder):
    half = folder.codes()[::2]
    folder.targets(half)
    assert len(folder.filled()) == len(folder.codes()) - len(half)


def test_a_row_out_of_force_is_refused(folder):
    folder.targets()
    folder.change("vigencias", {"codigo": WITHDRAWN}, hasta=YEAR - 1)
    (line,) = folder.filled()
    assert f"'{WITHDRAWN},{YEAR}': el indicador no rige ese año" in line


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda f: f.change("indicadores", {"codigo": MOVED}, sentido="descendente"),
         "sentido='descendente': no hay fórmula para otra cosa que «ascendente»"),
        (lambda f: f.change("indicadores", {"codigo": MOVED}, agregacion="acumulado"),
         "agregacion='acumulado': no hay fórmula para otra cosa que «no acumulado»"),
        (lambda f: f.change("indicadores", {"codigo": MOVED}, responsable=NEW_OWNER),
         f"entidad='PNP': indicadores dice que responde {NEW_OWNER}"),
        (lambda f: f.add("vigencias", codigo=MOVED, desde=YEAR, entidad="PNP", fuente=SOURCE),
         f"desde='{YEAR}': se cruza con el lapso que empieza en 2019"),
        (lambda f: f.write("ejercicios", [r for r in f.rows("ejercicios") if r["anio"] != "2023"]),
         "anio='2023': no está en ejercicios, añada a ejercicios.csv la fila de 2023"),
        (lambda f: f.change("ejercicios", {"anio": 2023}, estado="abierto"),
         "estado='cerrado': un año anterior a 2024 está abierto"),
        (lambda f: f.change("valores", {"codigo": MOVED, "anio": 2021}, estado="por-vencer"),
         "estado='por-vencer': 2021 está cerrado"),
        (lambda f: f.add("sin_reporte", codigo=MOVED, anio=2026, entidad="PNP", motivo="Inventado",
                         fuente=SOURCE), "anio='2026': el año no está cerrado"),
        (lambda f: f.change("componentes", {"codigo": "IOP.01.01"}, valor="7"),
         "valor='7': el valor obtenido de valores es 6.39"),
        (lambda f: f.write("avances", f.rows("avances")[:-1]),
         "codigo,anio='IG,2024': falta la fila, ejecute make datos"),
        (lambda f: f.change("valores", {"codigo": MOVED, "anio": 2024}, avance_calculado=""),
         "ejecute make datos, que la escribe"),
        (lambda f: f.change("valores", {"codigo": MOVED, "anio": 2024}, semaforo=""),
         "semaforo='': falta el cálculo, ejecute make datos"),
        (lambda f: f.write("vigencias", []), "vigencias.csv:1: archivo='vigencias.csv': no tiene"),
    ],
)  # fmt: skip
def test_what_does_not_fit_in_time_is_refused_in_words(folder, change, words):
    change(folder)
    refused = folder.loaded()
    assert isinstance(refused, list), "it was accepted"
    assert any(words in line for line in refused), refused[:3]


def test_an_average_of_the_others_is_refused(folder):
    folder.targets()
    folder.results([code for code in folder.codes() if code != LAST])
    store = folder.filled()
    row = store.advances["OP.03", YEAR]
    assert (row.avance_calculado, row.semaforo) == (None, "sin-dato")
    assert store.advances["IG", YEAR].percent is None
    folder.change("avances", {"codigo": "OP.03", "anio": YEAR}, avance_calculado="82.5",
                  semaforo="ambar")  # fmt: skip
    assert any("'82.5': no se puede calcular" in line for line in folder.loaded())
    folder.change("avances", {"codigo": "OP.03", "anio": YEAR}, avance_calculado="",
                  avance_publicado="82.5", semaforo="ambar")  # fmt: skip
    assert any("pase la cifra a otros_avances.csv" in line for line in folder.loaded())


@pytest.mark.parametrize("name", ["targets", "partial", "complete"])
def test_an_open_year_moves_no_page_that_does_not_ask_for_it(name, stores, boards):
    closed = boards("before")
    assert stores[name].latest == stores["before"].latest == YEAR - 1
    for path in DEFAULTS:
        now, before = said(boards(name), path), said(closed, path)
        assert bare(now, stores[name]) == bare(before, stores["before"]), path


@pytest.mark.parametrize(("name", "given"), [("targets", 0), ("partial", 5), ("complete", 50)])
def test_an_open_year_says_how_many_have_a_result(name, given, boards):
    words = f"{YEAR}, en curso: {given} de 50 indicadores tienen resultado"
    board = boards(name)
    for path in ("/", "/indicadores", "/sectores", "/presentar", "/incrustar/semaforo"):
        text = said(board, f"{path}?anio={YEAR}")
        assert words in text, path
        assert not [lie for lie in LIES if lie in text], path


@pytest.mark.parametrize("year", [YEAR, LAST_POLICY_YEAR])
def test_a_year_without_rows_takes_nothing_from_anybody(year, client, store):
    """Without a row of the year, who answers is still known: nobody is said to have no part."""
    assert year not in store.years
    words = "en curso" if store.state(year) == "abierto" else "por vencer"
    for path in ("/", "/indicadores", "/sectores", "/sectores/salud", "/presentar", "/planes"):
        text = said(client, f"{path}?anio={year}")
        assert f"{year}, {words}" in text or path == "/planes", path
        for lie in (*LIES, "no asigna ningún indicador", "no responde por ningún indicador",
                    "Ningún indicador corresponde", "Ningún indicador en esta"):  # fmt: skip
            assert lie not in text, f"{path}: {lie}"
    cards = re.compile(r"Sectores a los que la matriz.*", re.DOTALL)
    then, now = (cards.search(said(client, f"/sectores{query}"))[0] for query in
                 (f"?anio={year}", ""))  # fmt: skip
    assert then.count('class="sector"') == now.count('class="sector"') > 0


def test_a_partial_year_has_no_index_and_says_why(boards):
    text = said(boards("partial"), f"/?anio={YEAR}")
    assert "no se calcula mientras falte el dato de algún indicador de objetivo vigente" in text
    assert "Falta el dato de IOP.02.01" in text
    assert f"Índice de gestión {YEAR}" not in text


def test_a_closed_year_is_the_default_of_every_view(boards, stores):
    board = boards("closed")
    assert stores["closed"].cutoff.isoformat() == f"{YEAR + 1}-03-31"
    assert f"Índice de gestión de la política contra la trata en {YEAR}" in said(board, "/")
    assert f"De {YEAR - 1} a {YEAR}" in said(board, "/")
    assert f"{YEAR}: se obtuvo 60" in said(board, "/indicadores/IOP.01.01")
    assert f"al cierre de {YEAR}" in said(board, "/planes")
    assert f'"corte": "{YEAR}"' in said(board, "/salud").replace('":"', '": "')
    sheet = said(board, "/indicadores/IOP.01.01")
    assert "Nadie: inventado" in sheet[sheet.index('id="citation"') :][:300]


def test_a_future_target_is_yet_to_come_and_not_nd(folder, frozen):
    folder.targets()
    folder.targets(year=2030)
    store = folder.filled()
    board = create_app(store).server.test_client()
    sheet = said(board, "/indicadores/IOP.01.01?anio=2030")
    assert "2030, por vencer: la meta es 80" in sheet
    assert "Por vencer: el año de esta meta no ha cerrado." in sheet
    years = sheet[sheet.index("Año por año") :]
    row = years[years.index("2030 (por vencer)") :]
    row = row[: row.index("</tr>")]
    assert "por vencer</td>" in row.replace("\n", "")
    assert "ND" not in row
    assert "2030, por vencer" in said(board, "/?anio=2030")
    rows = said(board, "/datos/valores.csv?anio=2030").splitlines()
    assert len(rows) == 51
    assert all(",por-vencer," in line for line in rows[1:])


def test_a_past_year_shows_who_answered_then(stores, boards):
    store, board = stores["turned"], boards("turned")
    assert (store.responsible(MOVED, YEAR - 1), store.responsible(MOVED, YEAR)) == (
        "PNP",
        NEW_OWNER,
    )
    then = {row.codigo for row, _ in store.chosen(Filters(anio=YEAR - 1, entidad=("pnp",)))}
    now = {row.codigo for row, _ in store.chosen(Filters(anio=YEAR, entidad=("pnp",)))}
    assert then - now == {MOVED}
    codes = said(board, f"/datos/valores.csv?anio={YEAR - 1}&entidad=pnp")
    assert MOVED in codes
    assert MOVED not in said(board, f"/datos/valores.csv?anio={YEAR}&entidad=pnp")
    row = store.indicators[MOVED]
    named = [explained.named(store, row, year) for year in (YEAR - 1, YEAR)]
    assert named == ["PNP", NEW_OWNER], "silent or in red, it is of who answered then"


def test_withdrawn_and_new_indicators_say_since_and_until_when(boards):
    board = boards("turned")
    assert f"{YEAR}: este indicador rigió hasta {YEAR - 1}" in said(
        board, f"/indicadores/{WITHDRAWN}?anio={YEAR}")  # fmt: skip
    assert f"{YEAR - 1}: este indicador rige desde {YEAR}" in said(board, f"/indicadores/{NEW}")
    assert f"{YEAR}, en curso: 5 de 50 indicadores tienen resultado" in said(
        board, f"/?anio={YEAR}"
    )
    assert "55.5" in said(board, f"/indicadores/{CORRECTED}")
    assert "la meta es 90" in said(board, f"/indicadores/{ADJUSTED}?anio={YEAR}").replace(
        "\u202f%", "")  # fmt: skip


def test_the_report_of_a_new_year_is_a_document_without_a_change_of_code(folder):
    for code in (f"reporte-{YEAR}", f"reporte-{YEAR}-matriz", "plan-inventado"):
        folder.add("fuentes", codigo=code, documento="Plan inventado", anio=YEAR,
                   institucion="Nadie: inventado", localizador="Matriz")  # fmt: skip
    model = folder.rows("discrepancias")[0]
    place = f"Reporte de Cumplimiento {YEAR}, matriz (inventado)"
    folder.add("discrepancias", **model | {"id": "r2025-001", "donde_a": place,
                                     "documento": f"reporte-{YEAR};plan-inventado"})  # fmt: skip
    board = create_app(folder.filled()).server.test_client()
    page = said(board, f"/metodologia?documento=reporte-{YEAR}")
    assert f"Reporte de Cumplimiento {YEAR}" in page
    assert "r2025-001" in page
    assert "No reconocemos" not in page
    rows = said(board, f"/datos/discrepancias.csv?documento=reporte-{YEAR}").splitlines()
    assert len(rows) == 2
    assert 'href="/metodologia?documento=plan-inventado#discrepancias">Plan inventado</a>' in page
    assert "r2025-001" in said(board, "/metodologia?documento=plan-inventado")
    folder.write("fuentes", [row for row in folder.rows("fuentes")
                             if not row["codigo"].startswith(f"reporte-{YEAR}")])  # fmt: skip
    assert any(f"reporte-{YEAR}" in line and "no está en fuentes" in line
               for line in folder.loaded())  # fmt: skip


@pytest.mark.parametrize("name", ["turned", "turned-closed"])
def test_no_page_of_any_year_fails(name, boards):
    board = boards(name)
    pages = [*(page.example for page in PAGES if page.live or page.charts),
             *(f"/indicadores/{code}" for code in (WITHDRAWN, NEW, MOVED))]  # fmt: skip
    embeds = [f"/incrustar/{slug}" for slug, chart in CHARTS.items() if "anio" in chart.narrows]
    years = YEARS if name == "turned" else (YEAR - 1, YEAR, YEARS[-1])
    asked = [f"{path}?anio={year}" for path in [*pages, *embeds] for year in years]
    asked += [f"/presentar?anio={year}{more}" for year in (YEAR - 1, YEAR, YEAR + 2)
              for more in ("", "&vista=acta")]  # fmt: skip
    asked += [f"/datos/{table}.csv?anio={year}" for table, model in TABLES.items()
              if "anio" in model.filtered for year in (YEAR - 1, YEAR)]  # fmt: skip
    asked += [f"/imagenes/semaforo.svg?anio={YEAR}", "/datos/todo.zip", "/metodologia", "/datos"]
    bad = [path for path in asked if board.get(path).status_code != 200]
    assert not bad


@pytest.mark.parametrize("order", Random(11).sample([*permutations(TURNS)], 3), ids="-".join)
def test_no_order_of_entry_gives_a_page_that_fails(order, folder, stores):
    folder.targets()
    for turn in order:
        getattr(folder, turn)()
        judged = folder.filled()
        assert isinstance(judged, list) or written(judged)
    folder.targets()
    folder.adjust()
    folder.results(few(folder))
    store = folder.filled()
    assert not isinstance(store, list), store[:3]
    assert written(store)
    for kind, rows in stores["turned"].tables.items():
        assert set(rows) == set(store.tables[kind]), kind


def written(store):
    """Say that the pages that heed the year can be written, for the years around the turn."""
    live = [page for page in PAGES if "anio" in page.controls or page.path == "/indicadores/<>"]
    assert len(live) > 3
    for page in live:
        subjects = (WITHDRAWN, MOVED) if page.path == "/indicadores/<>" else (page.sample,)
        for subject in subjects:
            for year in (None, YEAR):
                seen = page.see(Views(store, Filters(anio=year)), subject)
                assert render(seen.content, Writing(place=Parts().place))
    return True
