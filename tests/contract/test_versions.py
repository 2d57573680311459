"""Frozen or live: a kept version shows its own figures, and says what was corrected since."""

import csv
import io
from datetime import date

import pytest

from app import create_app
from data.archive import BUDGET, Archive, keep, pack
from data.loader import folder, load

YESTERDAY, TODAY = date(2026, 1, 1), date(2026, 2, 1)


@pytest.fixture(scope="module")
def corrected(tmp_path_factory):
    """A board whose tables were corrected after a version was kept: site, old and new version."""
    home = tmp_path_factory.mktemp("versions")
    tables = home / "tables"
    tables.mkdir()
    for file in folder().iterdir():
        if file.name.endswith(".csv"):
            (tables / file.name).write_bytes(file.read_bytes())
    kept = home / "kept"
    keep(tables, kept, YESTERDAY)
    before = load(tables).version
    _correct(tables)
    keep(tables, kept, TODAY)
    store = load(tables, Archive(kept))
    return create_app(store).server.test_client(), before, store.version


def _correct(tables):
    file = tables / "avances.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    at = rows[0].index("fuente")
    changed = next(row for row in rows if row[:2] == ["OP.02", "2024"] or "OP.02" in row)
    changed[at] = next(row[at] for row in rows[1:] if row[at] != changed[at])
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    file.write_text(out.getvalue(), "utf-8")
    reason = "2026-02-01,avances,OP.02,El lugar de la fuente estaba mal copiado.,\n"
    with (tables / "correcciones.csv").open("a", encoding="utf-8") as more:
        more.write(reason)


def year_of_the_change(client, before):
    live = {
        y: client.get(f"/datos/graficos/objetivos.csv?anio={y}").data for y in range(2019, 2025)
    }
    for year, now in live.items():
        then = client.get(f"/datos/graficos/objetivos.csv?anio={year}&corte={before}").data
        if then != now:
            return year
    return pytest.fail("the correction reaches no year")


def test_a_frozen_chart_keeps_its_figures_and_says_what_was_corrected(corrected):
    client, before, _ = corrected
    year = year_of_the_change(client, before)
    frozen = client.get(f"/incrustar/objetivos?anio={year}&corte={before}").get_data(as_text=True)
    live = client.get(f"/incrustar/objetivos?anio={year}").get_data(as_text=True)
    assert f"versión {before}" in frozen
    assert "Estas cifras se corrigieron después." in frozen
    assert "El lugar de la fuente estaba mal copiado." in frozen
    assert f'href="/incrustar/objetivos{"" if year == 2024 else f"?anio={year}"}"' in frozen or (
        f'href="/incrustar/objetivos?anio={year}"' in frozen
    )
    assert "se corrigieron" not in live


def test_what_did_not_change_says_so(corrected):
    client, before, _ = corrected
    page = client.get(f"/incrustar/indicador?codigo=IOP.01.01&corte={before}")
    assert "No han cambiado desde entonces." in page.get_data(as_text=True)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/indicadores",
        "/indicadores/IOP.01.01",
        "/incrustar",
        "/incrustar/objetivos",
        "/imagenes/objetivos.svg",
        "/imagenes/objetivos.png",
        "/graficos/objetivos.json",
        "/datos/graficos/objetivos.csv",
        "/datos/graficos/objetivos.xlsx",
        "/datos/valores.csv",
        "/datos/todo.zip",
        "/datos/datapackage.json",
    ],
)
def test_any_address_takes_a_version(corrected, path):
    client, before, now = corrected
    for version in (before, now, "000000000000"):
        assert client.get(f"{path}?corte={version}&anio=2023").status_code == 200


def test_a_frozen_page_says_so_and_keeps_the_version_in_its_links(corrected):
    client, before, _ = corrected
    page = client.get(f"/?corte={before}").get_data(as_text=True)
    assert f"versión de datos {before}" in page
    assert f"/datos/graficos/objetivos.csv?corte={before}" in page
    record = client.get(f"/graficos/objetivos.json?corte={before}").get_json()
    assert record["version_datos"] == before


def test_a_version_that_is_not_kept_is_said_and_today_is_shown(corrected):
    client, _, now = corrected
    page = client.get("/incrustar/objetivos?corte=000000000000").get_data(as_text=True)
    assert "Se ignoró «000000000000»" in page
    assert f"versión {now}" in page


def test_the_citation_is_the_frozen_address(client, store):
    page = client.get("/indicadores/IOP.01.01").get_data(as_text=True)
    assert f"/indicadores/IOP.01.01?corte={store.version}" in page
    assert f"/incrustar/indicador?codigo=IOP.01.01&amp;corte={store.version}" in page
    assert "@misc{" in page


def test_the_same_tables_are_the_same_bytes():
    assert pack(folder()) == pack(folder())


def test_the_oldest_versions_leave_when_the_budget_is_spent(tmp_path):
    old = tmp_path / "2020-01-01-aaaaaaaaaaaa.zip"
    old.write_bytes(b"0" * 1000)
    left = keep(folder(), tmp_path, TODAY, budget=len(pack(folder())) + 500)
    assert left == ["2020-01-01-aaaaaaaaaaaa"]
    assert len(list(tmp_path.glob("*.zip"))) == 1


def test_the_data_of_today_are_kept_and_every_kept_version_opens(store, root):
    archive = Archive()
    assert store.version in archive.versions, "run make freeze"
    for version in archive.versions:
        assert archive.read(version).version == version
    size = sum(file.stat().st_size for file in (root / "data" / "versions").glob("*.zip"))
    assert size <= BUDGET
