"""Pictures: the chart's own rows, always those of the data; nothing drawn by a browser."""

import re
import xml.etree.ElementTree as ET
from types import SimpleNamespace

import pytest

from callbacks.board import create_app
from components import svg
from components.charts import cutoffs
from components.charts.registry import CHARTS
from components.charts.view import View
from components.images import layouts, plain_svg
from components.images.image_options import WIDTHS
from data.query.filters import Filters
from data.store import Store
from tests.stores import frozen_store

STORE = frozen_store()


def query(slug):
    return View.shown(CHARTS[slug], STORE).query


def size(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


@pytest.mark.parametrize("slug", CHARTS)
def test_a_sheet_is_one_sound_drawing_with_its_words(client, store, slug):
    answer = client.get(f"/imagenes/{slug}.svg?{query(slug)}")
    assert answer.mimetype == "image/svg+xml"
    text = answer.get_data(as_text=True)
    root = ET.fromstring(text)
    view = View.shown(CHARTS[slug], store)
    words = " ".join("".join(root.itertext()).split())
    said = "".join(view.title.split())
    assert said in "".join(words.split())
    assert cutoffs.line(view.chart, store, view.frame) in words
    assert "var(" not in text
    assert "<a " not in text
    assert "<script" not in text
    assert not re.search(r'(?:href|src)="?http', text)


@pytest.mark.parametrize("slug", CHARTS)
def test_a_card_is_1200_by_630(client, slug):
    assert size(client.get(f"/imagenes/{slug}.png?{query(slug)}").data) == (1200, 630)
    double = client.get(f"/imagenes/{slug}.png?{query(slug)}&ancho=2400")
    assert size(double.data) == (2400, 1260)
    assert len(double.data) < 600_000


def test_a_width_that_is_not_offered_is_the_usual_one(client):
    for width in ("99999", "0", "-1", "x", "%00"):
        assert size(client.get(f"/imagenes/objetivos.png?ancho={width}").data)[0] == 1200
    assert set(WIDTHS) == {300, 600, 1200, 2400}


@pytest.mark.parametrize("path", ["nada.png", "objetivos.gif", "objetivos"])
def test_what_is_not_a_picture_is_404(client, path):
    assert client.get(f"/imagenes/{path}").status_code == 404


def test_a_picture_is_never_older_than_the_data(store, client):
    """A changed figure changes every picture of it, in the same process that serves it."""
    rows = tuple(
        row.model_copy(update={"avance_publicado": row.avance_publicado + 1})
        if row.codigo == "OP.01" and row.avance_publicado
        else row
        for row in store.tables["avances"]
    )
    changed = create_app(Store(store.tables | {"avances": rows})).server.test_client()
    for kind in ("svg", "png"):
        before, after = (c.get(f"/imagenes/objetivos.{kind}") for c in (client, changed))
        assert before.data != after.data
        assert before.headers["ETag"] != after.headers["ETag"]


def test_a_picture_is_kept_by_caches_and_asked_again_by_its_tag(client, store):
    for kind in ("svg", "png"):
        path = f"/imagenes/objetivos.{kind}"
        first = client.get(path, headers={"Accept-Encoding": "br"})
        tag = first.headers["ETag"]
        assert tag.startswith('"'), "a weak tag would not hold for bytes"
        assert first.headers["Cache-Control"].startswith("public, max-age=60")
        again = client.get(path, headers={"Accept-Encoding": "br", "If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
        frozen = client.get(f"{path}?corte={store.version}")
        assert frozen.headers["Cache-Control"].startswith("public, max-age=86400")


def test_the_pictures_stand_in_no_file(root):
    kept = [file.name for file in (root / "assets").rglob("*.png")]
    # The picture of the README is remade by hand: make captura.
    assert kept == ["tablero.png"], "pictures are drawn from the data; a file would grow stale"


def test_rules_of_the_board_reach_a_drawing_alone():
    rules = plain_svg.styles([svg.text(0, 0, "1", class_="halo")])
    assert "paint-order" in rules
    assert "var(" not in rules
    assert plain_svg.styles([svg.text(0, 0, "1")]) == ""


def test_a_tall_drawing_stands_beside_its_words(store):
    chart = CHARTS["objetivos"]
    drawing = svg.drawing(640, 900, svg.element("rect", width=9, height=9))
    tall = type(chart)(
        chart.slug,
        chart.select,
        lambda frame: SimpleNamespace(drawing=lambda surface: drawing),
        chart.sentence,
        "/",
    )
    card = layouts.card(View.of(tall, store, Filters()))
    assert 'x="580"' in card
    assert 'x="48" y="' in layouts.card(View.of(chart, store, Filters()))


def test_the_typeface_has_every_letter_of_every_drawing(store, root):
    """A picture has no other typeface to fall back on: a letter it lacks is an empty box."""
    made = (root / "assets" / "fonts" / "build.sh").read_text("utf-8")
    signs = set(re.search(r"<<'\w+'\n(.*?)\n", made, re.S)[1])
    for first, last in re.findall(r"U\+([0-9A-F]{4})(?:-([0-9A-F]{4}))?", made):
        signs |= {chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)}
    assert CHARTS
    for chart in CHARTS.values():
        view = View.shown(chart, store)
        words = "".join(ET.fromstring(layouts.card(view)).itertext())
        missing = set(words) - signs - {"\n"}
        assert missing == set(), f"{chart.slug}: add them to assets/fonts/build.sh, or use others"
