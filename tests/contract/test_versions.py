"""Frozen or live: a kept version shows its own figures, and says what was corrected since."""

import html
import re
import zipfile
from datetime import date
from types import SimpleNamespace

import pytest

from callbacks.board import create_app
from callbacks.http import request_state
from callbacks.http.pages import view_path
from components.pages import PAGES
from data.loader import folder, load
from data.publish.freeze import keep
from data.publish.versions import Archive
from data.query.filters import Filters

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
    gone = f"version,fecha,retirada,motivo\n0123456789ab,2025-01-01,{YESTERDAY},No cabía.\n"
    (kept / "retiradas.csv").write_text(gone, "utf-8")
    store = load(tables, Archive(kept))
    return create_app(store).server.test_client(), before, store.version


def _correct(tables):
    file = tables / "avances.csv"
    text = file.read_text("utf-8")
    assert "OP.02,2023,82.00," in text
    file.write_text(text.replace("OP.02,2023,82.00,", "OP.02,2023,82.10,"), "utf-8")
    why = "Decía 82.00 y el reporte imprime otra cifra."
    reason = f'2026-02-01,avances,"OP.02,2023",{why},/metodologia\n'
    with (tables / "correcciones.csv").open("a", encoding="utf-8") as more:
        more.write(reason)


def without_notice(text):
    """Return a frozen answer without what it says of the data of today."""
    said = re.search(r'<div class="remark" role="note">.*?</div>', text, re.DOTALL)
    return text.replace(said[0], "")


def test_a_frozen_chart_keeps_its_figures_and_says_what_was_corrected(corrected):
    client, before, _ = corrected
    path = "/incrustar/objetivos?anio=2023"
    frozen = client.get(f"{path}&corte={before}").get_data(as_text=True)
    live = client.get(path).get_data(as_text=True)
    assert "82.00" in frozen
    assert not re.search(r"82\.10?\b", without_notice(frozen))
    assert "avance_publicado, de «82.00» a «82.10»" in frozen
    assert f"versión {before}" in frozen
    assert "Estas cifras han cambiado desde entonces." in frozen
    assert "Decía 82.00 y el reporte imprime otra cifra." in frozen
    assert 'href="/metodologia"' in frozen
    assert f'href="{path}"' in frozen
    assert "82.1\u202f%" in live
    assert "Correcciones de estas cifras: 1" in live
    assert "Corregido el 01/02/2026: Decía 82.00 y el reporte imprime otra cifra." in live
    assert "se corrigió después" not in live


def test_a_correction_of_other_rows_is_not_said(corrected):
    client, before, _ = corrected
    page = client.get(f"/incrustar/objetivos?anio=2023&eje=prevencion&corte={before}")
    assert "se corrigió después" not in page.get_data(as_text=True)


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
    for version, status in ((before, 200), (now, 200), ("000000000000", 404)):
        assert client.get(f"{path}?corte={version}&anio=2023").status_code == status


def test_a_frozen_page_says_so_and_keeps_the_version_in_its_links(corrected):
    client, before, _ = corrected
    page = client.get(f"/?corte={before}").get_data(as_text=True)
    assert f"versión de datos {before}" in page
    assert f"/datos/graficos/objetivos.csv?corte={before}" in page
    record = client.get(f"/graficos/objetivos.json?corte={before}").get_json()
    assert record["version_datos"] == before


def test_a_view_takes_a_version_and_keeps_it(corrected):
    """What the browser asks for on a change of filter is as frozen as the page."""
    client, before, _ = corrected
    path = "/vistas/panorama.json?anio=2023"
    frozen, live = client.get(f"{path}&corte={before}").get_json(), client.get(path).get_json()
    assert "82.00" in frozen["contenido"]
    assert not re.search(r"82\.10?\b", without_notice(frozen["contenido"]))
    assert "avance_publicado, de «82.00» a «82.10»" in frozen["contenido"]
    assert "82.1\u202f%" in live["contenido"]
    assert "Corregido el 01/02/2026: Decía 82.00" in live["contenido"]
    assert f"versión de datos {before}" in frozen["contenido"]
    assert f"corte={before}" in frozen["consulta"]
    assert f"/datos/graficos/objetivos.csv?anio=2023&amp;corte={before}" in frozen["contenido"]
    assert "corte=" not in live["consulta"]


@pytest.mark.parametrize("page", [p for p in PAGES if p.live], ids=lambda p: p.path)
def test_every_view_takes_a_version(corrected, page):
    client, before, _ = corrected
    path = view_path(page.example)
    frozen = client.get(f"{path}?corte={before}").get_json()
    live = client.get(path).get_json()
    assert f"versión de datos {before}" in frozen["contenido"]
    assert set(frozen) == set(live)
    assert frozen["consulta"] == f"corte={before}"
    files = re.findall(r'href="(/datos/graficos/[^"]+)"', frozen["contenido"])
    assert [file for file in files if f"corte={before}" not in file] == []


def test_a_version_that_is_not_kept_is_refused_with_the_way_to_today(corrected):
    client, _, now = corrected
    for path in ("/", "/incrustar/objetivos", "/presentar"):
        answer = client.get(f"{path}?corte=000000000000&anio=2023")
        assert answer.status_code == 404
        assert "No hay una versión de los datos con el nombre «000000000000»." in answer.text
        assert f'href="{path}?anio=2023"' in answer.text
    error = client.get("/datos/valores.csv?corte=000000000000&anio=2023").get_json()["error"]
    assert error["hoy"] == "/datos/valores.csv?anio=2023"
    assert now in error["aceptados"]


def test_a_version_that_was_kept_once_is_gone_and_not_unknown(corrected):
    client, _, _ = corrected
    for path in ("/mapa", "/incrustar/mapa", "/datos/valores.csv", "/imagenes/mapa.png"):
        assert client.get(f"{path}?corte=0123456789ab").status_code == 410
        assert client.get(f"{path}?corte=0123456789ac").status_code == 404
    assert "ya no se guarda" in client.get("/mapa?corte=0123456789ab").text


def test_the_citation_is_the_frozen_address(client, store):
    page = client.get("/indicadores/IOP.01.01").get_data(as_text=True)
    assert f"/indicadores/IOP.01.01?corte={store.version}" in page
    assert f"/incrustar/indicador?codigo=IOP.01.01&amp;corte={store.version}" in page
    assert "@misc{" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.path)
def test_every_link_of_a_frozen_page_stays_in_its_version_and_leads_somewhere(corrected, page):
    client, before, _ = corrected
    text = client.get(f"{page.example}?corte={before}").get_data(as_text=True)
    content = text[text.index('id="content"') : text.index("</main>")]
    content = re.sub(r'<div class="on-paper">.*?</div>', "", content)
    notice, _, rest = content.partition("</div>")
    assert f'href="{page.example}"' in notice, "the way to the data of today"
    inner = re.findall(r'(?:href="/(?!assets/)|data-query=")[^"#]*', rest)
    assert len(inner) > 3
    own = [link for link in inner if page.example != "/novedades" or "corte=" not in link]
    assert [link for link in own if f"corte={before}" not in link] == []
    some = sorted(set(re.findall(r'href="(/[^"#]*)', rest)))[::7]
    assert some
    for link in some:
        assert client.get(html.unescape(link)).status_code == 200, link


def test_the_versions_of_one_day_are_in_the_order_in_which_they_grew(tmp_path):
    held = {"0" * 12: (90, 500), "1" * 12: (20, 900), "2" * 12: (90, 400)}
    for version, (corrections, rows) in held.items():
        with zipfile.ZipFile(tmp_path / f"2026-03-01-{version}.zip", "w") as packed:
            packed.writestr("correcciones.csv", "c" * corrections)
            packed.writestr("valores.csv", "v" * rows)
    (tmp_path / f"2026-02-01-{'9' * 12}.zip").write_bytes(
        (tmp_path / f"2026-03-01-{'0' * 12}.zip").read_bytes()
    )
    assert [version[0] for version in Archive(tmp_path).versions] == ["9", "1", "2", "0"]


def test_a_version_takes_the_values_that_it_knew_and_today_does_not(monkeypatch):
    def knowing(*values):
        return SimpleNamespace(knows=lambda name, value: value in values)

    monkeypatch.setattr(request_state, "lenient", lambda _: None)
    then = SimpleNamespace(vocabulary=knowing("0123456789ab", "callao"))
    today = SimpleNamespace(vocabulary=knowing("0123456789ab"), at=lambda _: then)
    asked = request_state.read(today, "lugar=callao&corte=0123456789ab")
    assert asked == (then, Filters(lugar="callao", corte="0123456789ab"), [])
