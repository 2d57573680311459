"""A kept version opens under any later model: real earlier ones, and one of each kind of change.

What a version of another model asks for is a page, an embed, an image, a download: each answers
with the figures of the version, and none with an error.
"""

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from callbacks.board import create_app
from callbacks.serving import log
from components.charts.registry import CHARTS
from components.charts.view import example
from components.pages import PAGES
from data.hot_reload.snapshot import zipped
from data.loader import load
from data.model import TABLES
from data.publish import published, version_migrations
from data.publish.kept_version import unpacked
from data.publish.version_migrations import MIGRATIONS, Migration
from data.publish.version_schema import SCHEMA
from data.publish.versions import Archive

DAY = date(2025, 1, 1)
FIRST = "866b24c6a1e3"
SEEN = "/incrustar/objetivos"


def parsed(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def header(content):
    return next(csv.reader(io.StringIO(content.decode(), newline="")))


def written(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def each(name, change):
    """Return an edit of a version: every row of a table as `change` returns it."""

    def edit(files):
        files[f"{name}.csv"] = written([change(row) for row in parsed(files[f"{name}.csv"])])

    return edit


def put(column, value):
    return lambda row: row | {column: value}


def put_where(column, old, new):
    return lambda row: row | ({column: new} if row[column] == old else {})


def bare(column):
    return lambda row: {name: cell for name, cell in row.items() if name != column}


def again(column, name):
    return lambda row: {(name if key == column else key): cell for key, cell in row.items()}


def moved(old, new):
    def edit(files):
        files[f"{new}.csv"] = files.pop(f"{old}.csv")

    return edit


def added(name):
    def edit(files):
        files[f"{name}.csv"] = b"clave,texto\na,=1+1\nb,dos\n"

    return edit


def doubled(files):
    """Give two rows that the key of today cannot tell from each other."""
    rows = parsed(files["espacios.csv"])
    files["espacios.csv"] = written([rows[0], *rows])


RENAMED = (
    Migration("caminos", "rutas"),
    Migration("indicadores", "indicadores", {"denominacion": "nombre"}),
)
# What is changed in a copy of the tables of the tests; which table then differs from that of today.
CHANGES = {
    "a table was added since": (lambda files: files.pop("explicaciones.csv"), "explicaciones"),
    "a table that others name was added since": (
        lambda files: files.pop("fuentes.csv"), "fuentes"),
    "a table was taken away since": (added("testimonios"), "testimonios"),
    "a table was renamed": (moved("rutas", "caminos"), "caminos"),
    "a column was added since": (each("discrepancias", bare("asunto")), "discrepancias"),
    "a column with a figure was added since": (
        each("indicadores", bare("linea_base_valor")), "indicadores"),
    "a column was taken away since": (each("valores", put("vieja", "x")), "valores"),
    "a column was renamed": (each("indicadores", again("nombre", "denominacion")), "indicadores"),
    "a text became a number": (each("metas_2017_2021", put("orden", "primera")), "metas_2017_2021"),
    "a severity is gone": (each("discrepancias", put("severidad", "grave")), "discrepancias"),
    "a light is gone": (each("valores", put("semaforo", "naranja")), "valores"),
    "a sector is gone": (
        each("entidades", put_where("sector", "agricultura", "turismo")), "entidades"),
    "a state is gone": (each("incidencia", put("estado", "estimado")), "incidencia"),
    "a state of an agreement is gone": (each("acuerdos", put("estado", "roto")), "acuerdos"),
    "the key was another": (doubled, "espacios"),
    "the columns were in another order": (
        each("valores", lambda row: dict(reversed(row.items()))), "valores"),
}  # fmt: skip


def grouped():
    """Part the kinds into groups of changes of different tables, each kind in one."""
    groups: list[list[str]] = []
    for kind, (_, table) in CHANGES.items():
        home = next((one for one in groups if table not in {CHANGES[k][1] for k in one}), None)
        if home is None:
            groups.append([kind])
        else:
            home.append(kind)
    return [tuple(group) for group in groups]


TOGETHER = grouped()


def pinned(path, version):
    return f"{path}{'&' if '?' in path else '?'}corte={version}"


@pytest.fixture
def failed(monkeypatch):
    """Whatever the board logs as a failure, and answers for in another way."""
    found = []
    monkeypatch.setattr(log, "failed", lambda _, error, **more: found.append((repr(error), more)))
    return found


@pytest.fixture(scope="module")
def versions(frozen, tmp_path_factory):
    """A folder with a version of each kind of change and of each group: its name by the kinds."""
    kept = tmp_path_factory.mktemp("kept")
    names = {}
    made = {kind: (kind,) for kind in CHANGES} | {group: group for group in TOGETHER}
    for number, (name, kinds) in enumerate(made.items(), 1):
        files = {f"{one}.csv": (frozen / f"{one}.csv").read_bytes() for one in TABLES}
        files["avances.csv"] = files["avances.csv"].replace(
            b"OP.02,2023,82.00", b"OP.02,2023,81.23"
        )
        for kind in kinds:
            CHANGES[kind][0](files)
        names[name] = f"{number:012x}"
        (kept / f"{DAY}-{names[name]}.zip").write_bytes(zipped(files.items()))
    return kept, names


@pytest.fixture(scope="module")
def board(versions, frozen):
    patch = pytest.MonkeyPatch()
    known = (*MIGRATIONS, *RENAMED)
    patch.setattr(version_migrations.migrated, "__defaults__", (known,))
    patch.setattr(version_migrations.earlier, "__defaults__", (known,))
    store = load(frozen, Archive(versions[0]))
    yield create_app(store).server.test_client(), store
    patch.undo()


# A page draws its charts as an embed does, and the record holds what the screens hold.
DRAWN = {slug for page in PAGES for slug in page.charts}


def pages(then):
    charts = {slug: example(chart, then) for slug, chart in CHARTS.items()
              if slug not in DRAWN or slug == "objetivos"}  # fmt: skip
    yield from (page.example for page in PAGES)
    yield from ("/presentar?vista=acta", "/incrustar", "/imagenes/objetivos.svg")
    for slug, code in charts.items():
        yield f"/incrustar/{slug}" + (f"?codigo={code}" if code else "")


def downloads(names):
    yield from ("/datos/todo.zip", "/datos/datapackage.json", "/datos/graficos/objetivos.csv")
    yield from (f"/datos/{name}.{kind}" for name in names for kind in ("csv", "json", "xlsx"))


def unanswered(board, version, kinds, failed):
    """Return the addresses that a version with some changes does not answer, and the failures."""
    client, store = board
    then = store.at(version)
    changed = {CHANGES[kind][1] for kind in kinds}.intersection(published.names(then))
    asked = [*pages(then), *downloads([*changed, "valores"])]
    failed.clear()
    return [path for path in asked if client.get(pinned(path, version)).status_code != 200], [
        *failed
    ]


def test_every_kind_of_change_is_in_one_group():
    assert sorted(kind for group in TOGETHER for kind in group) == sorted(CHANGES)
    assert len(TOGETHER) < len(CHANGES) / 3


@pytest.mark.parametrize("kinds", TOGETHER, ids="+".join)
def test_everything_of_a_version_of_another_model_answers(board, versions, kinds, failed):
    """Changes of different tables stand in one version; when it fails, each is tried alone."""
    if any(unanswered(board, versions[1][kinds], kinds, failed)):
        alone = {kind: unanswered(board, versions[1][kind], [kind], failed) for kind in kinds}
        assert {kind: bad for kind, bad in alone.items() if any(bad)} == "it fails only together"


@pytest.mark.parametrize("kind", CHANGES)
def test_it_shows_the_figures_of_the_version(board, versions, kind):
    client, _ = board
    version = versions[1][kind]
    frozen = client.get(f"{SEEN}?anio=2023&corte={version}").text
    assert "81.2\u202f%" in frozen
    assert "Estas cifras han cambiado desde entonces." in frozen
    assert client.get(f"/datos/avances.json?anio=2023&corte={version}").text.count("81.23") == 1
    assert "81.2\u202f%" not in client.get(f"{SEEN}?anio=2023").text


@pytest.mark.parametrize("kind", CHANGES)
def test_its_downloads_have_the_columns_of_the_version_and_the_very_bytes(board, versions, kind):
    client, store = board
    version, name = versions[1][kind], CHANGES[kind][1]
    files = unpacked((versions[0] / f"{DAY}-{version}.zip").read_bytes())
    held = published.names(store.at(version))
    assert {f"{each}.csv" for each in held} == set(files)
    for each_ in (name, "valores"):
        if each_ in held:
            assert client.get(f"/datos/{each_}.csv?corte={version}").data == files[f"{each_}.csv"]
            records = client.get(f"/datos/{each_}.json?corte={version}").get_json()
            assert list(records[0]) == list(parsed(files[f"{each_}.csv"])[0])
    whole = zipfile.ZipFile(io.BytesIO(client.get(f"/datos/todo.zip?corte={version}").data))
    for file, content in files.items():
        assert whole.read(f"tablas/{file}") == content
    described = json.loads(whole.read("datapackage.json"))
    assert [each["path"] for each in described["resources"]] == [f"tablas/{n}.csv" for n in held]
    for resource in described["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert fields == header(files[resource["path"].removeprefix("tablas/")]), resource["title"]


def test_a_table_that_did_not_exist_is_refused_with_the_reason(board, versions):
    client, _ = board
    version = versions[1]["a table was added since"]
    for kind in ("csv", "json", "xlsx"):
        answer = client.get(f"/datos/explicaciones.{kind}?corte={version}")
        assert answer.status_code == 404
        assert "No hay una tabla «explicaciones» en la versión" in answer.text
    assert client.get(f"/datos/testimonios.csv?corte={version}").status_code == 404
    assert client.get("/datos/testimonios.csv").status_code == 404


def test_a_table_that_was_renamed_answers_to_both_names(board, versions):
    client, _ = board
    version = versions[1]["a table was renamed"]
    old, new = (client.get(f"/datos/{name}.csv?corte={version}") for name in ("caminos", "rutas"))
    assert old.status_code == new.status_code == 200
    assert old.data == new.data
    filtered = client.get(f"/datos/caminos.csv?tipo=interna&corte={version}").text
    assert 1 < filtered.count("\n") < old.text.count("\n")


def test_a_filter_on_a_file_keeps_rows_of_the_version(board, versions):
    client, _ = board
    version = versions[1]["a column was taken away since"]
    rows = parsed(client.get(f"/datos/valores.csv?anio=2023&corte={version}").data)
    assert {row["anio"] for row in rows} == {"2023"}
    assert {row["vieja"] for row in rows} == {"x"}


def test_what_cannot_be_shown_sends_to_the_tables_and_to_today(
    board, versions, monkeypatch, failed
):
    client, store = board
    version = versions[1]["a column was taken away since"]
    then = type(store.at(version))
    monkeypatch.setattr(then, "chosen", lambda *_: 1 / 0)
    answer = client.get(f"/indicadores?corte={version}&anio=2022")
    assert answer.status_code == 404
    assert f"/datos/todo.zip?corte={version}" in answer.text
    assert len(failed) == 1


@pytest.fixture(scope="module")
def live_board(live):
    store = load(live, Archive())
    return create_app(store).server.test_client(), store


@pytest.mark.parametrize("version", list(Archive().versions))
def test_everything_of_a_real_version_answers(live_board, version, failed):
    client, store = live_board
    then = store.at(version)
    asked = [*pages(then), *downloads(published.names(then))]
    answers = {path: client.get(pinned(path, version)).status_code for path in asked}
    assert {path: code for path, code in answers.items() if code != 200} == {}
    assert failed == []


@pytest.mark.parametrize("version", list(Archive().versions))
def test_a_real_version_is_downloaded_as_it_was_kept(live_board, root, version):
    client, _ = live_board
    (file,) = (root / "data" / "versions").glob(f"*-{version}.zip")
    files = unpacked(file.read_bytes())
    for name in files.keys() - {SCHEMA}:
        assert client.get(f"/datos/{name}?corte={version}").data == files[name], name


def test_the_first_version_of_this_repository_is_kept(live_board):
    client, store = live_board
    assert Archive().versions[FIRST] == date(2026, 11, 21)
    then = store.at(FIRST)
    assert "valoraciones" not in published.names(then)
    assert client.get(f"/datos/valoraciones.csv?corte={FIRST}").status_code == 404
    advance = then.advances["IG", 2024].avance_publicado
    assert str(advance) in client.get(f"/?corte={FIRST}").text
