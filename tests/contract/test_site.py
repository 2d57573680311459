"""What readers of sites ask for by custom at the root of one."""

import re
import struct

import resvg_py

from components.images.icon import SIZES, packed
from components.pages import PAGES


def test_robots_may_read_all_but_views_and_searches(client):
    answer = client.get("/robots.txt")
    lines = answer.text.splitlines()
    assert answer.mimetype == "text/plain"
    assert lines[0] == "User-agent: *"
    assert {line for line in lines if line.startswith("Disallow")} == {
        "Disallow: /vistas/",
        "Disallow: /*buscar=",
        "Disallow: /buscar?",
        "Disallow: /buscar.json",
    }
    assert "Sitemap: http://localhost/sitemap.xml" in lines


def test_the_map_has_every_page_and_every_subject_once(client, store):
    answer = client.get("/sitemap.xml")
    places = re.findall("<loc>http://localhost(/[^<]*)</loc>", answer.text)
    wanted = [path for page in PAGES for path in page.addresses(store)]
    assert answer.mimetype == "application/xml"
    assert answer.text.count("<loc>") == len(places) == len(set(places))
    assert set(wanted) < set(places)
    assert {f"/indicadores/{code}" for code in store.indicators} <= set(places)
    for path in places[::40] + places[-2:]:
        assert client.get(path).status_code == 200, path


def test_the_map_says_the_day_of_the_data_or_none(client, store):
    days = set(re.findall("<lastmod>([^<]*)</lastmod>", client.get("/sitemap.xml").text))
    day = store.versions.get(store.version)
    assert days == ({day.isoformat()} if day else set())


def test_the_map_of_published_data_has_their_day(live_client, live_store):
    text = live_client.get("/sitemap.xml").text
    day = live_store.versions.get(live_store.version)
    assert text.count(f"<lastmod>{day}</lastmod>") == (text.count("<loc>") if day else 0)


def test_the_icon_is_a_picture_of_each_size(client):
    answer = client.get("/favicon.ico")
    body = answer.data
    assert (answer.mimetype, answer.status_code) == ("image/x-icon", 200)
    assert "max-age=86400" in answer.headers["Cache-Control"]
    assert struct.unpack_from("<HHH", body) == (0, 1, len(SIZES))
    for number, size in enumerate(SIZES):
        wide, high, *_, amount, place = struct.unpack_from("<BBBBHHII", body, 6 + 16 * number)
        picture = body[place : place + amount]
        assert (wide, high) == (size, size)
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (size, size)
        assert picture.endswith(b"IEND\xaeB`\x82")


def test_the_icon_is_drawn_from_the_svg_of_the_pages(root, client):
    drawing = (root / "assets" / "favicon.svg").read_text("utf-8")
    one = bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=SIZES[0]))
    assert one in client.get("/favicon.ico").data


def test_an_icon_holds_its_pictures_one_after_the_other():
    body = packed([(16, b"one"), (32, b"three")])
    assert body.endswith(b"onethree")
    assert len(body) == 6 + 2 * 16 + 8
