"""Ten thousand random queries to what other sites ask for: no failure, no echo of markup."""

import random
from urllib.parse import quote

from components.charts.registry import CHARTS
from data.query.filters import Filters

AMOUNT = 10_000
MARK = "zq9"
NASTY = [
    f"<script>{MARK}</script>", f'"><img src=x onerror={MARK}>', f"javascript:{MARK}", "\x00",
    f"'+{MARK}+'", "²", "٣", "-1", "99999999999999999999", "1e9", "NaN", "../../etc/passwd", "",
    "\u202e", "%", "%zz", "~", "~~~", "a" * 300, "{0}", "{__class__}", f"</code>{MARK}", "😀",
]  # fmt: skip
NAMES = [*Filters.__dataclass_fields__, "tema", "controles", "alto", "forma", "ancho", "url",
         "format", "maxwidth", "maxheight", "x", f"<b>{MARK}"]  # fmt: skip


def _value(draw, store, name):
    known = sorted(getattr(store.vocabulary, name, ())) or ["oscuro", "1", "400", "300", "lamina"]
    chosen = draw.choice([draw.choice(known), draw.choice(NASTY), draw.choice(NASTY)])
    return chosen if draw.random() < 0.9 else f"{chosen}~{draw.choice(known)}"


def _query(draw, store):
    pairs = [
        (name, _value(draw, store, name)) for name in draw.choices(NAMES, k=draw.randint(0, 4))
    ]
    if draw.random() < 0.05:
        return quote("".join(draw.choices("&=;%<>\"'+~?#/\\ñ\n", k=40)), safe="&=;%+~?/")
    return "&".join(f"{quote(name)}={quote(value, safe='~')}" for name, value in pairs)


def _address(draw, store):
    slug = draw.choice([*CHARTS, *CHARTS, draw.choice(NASTY)])
    place = draw.choice(["incrustar"] * 5 + ["oembed"] * 4 + ["imagenes"])
    query = _query(draw, store)
    if draw.random() < 0.005:
        return f"/incrustar?{query}"
    if place == "oembed":
        inner = draw.choice(["http://localhost", "http://localhost", "https://x", "//", "http://["])
        inner += f"/incrustar/{quote(slug, safe='')}?{query}"
        return f"/oembed?url={quote(inner, safe='')}&{_query(draw, store)}"
    if place == "imagenes":
        # A drawing costs a hundred times a page: few states, so that most are remembered.
        kind = draw.choice(["svg", "png", "gif", draw.choice(NASTY)])
        few = draw.choice(["", "anio=2023", *(f"{n}={quote(draw.choice(NASTY))}" for n in "xy")])
        few = few if kind == "svg" else f"ancho=300&x={quote(draw.choice(NASTY))}"
        return f"/imagenes/{quote(slug, safe='')}.{quote(kind, safe='')}?{few}"
    return f"/incrustar/{quote(slug, safe='')}?{query}"


def test_ten_thousand_random_queries(client, store):
    draw = random.Random(20241231)
    seen: dict[int, int] = {}
    for _ in range(AMOUNT):
        address = _address(draw, store)
        answer = client.get(address)
        seen[answer.status_code] = seen.get(answer.status_code, 0) + 1
        assert answer.status_code < 500 or answer.status_code == 501, address
        if answer.mimetype in ("text/html", "image/svg+xml"):
            text = answer.get_data(as_text=True)
            assert f"<script>{MARK}" not in text, address
            assert f"<b>{MARK}" not in text, address
            assert "<img src=x" not in text, address
            assert f"</code>{MARK}" not in text, address
    assert {200, 400, 404, 501} <= set(seen), seen
    assert seen[200] > AMOUNT / 3, seen
