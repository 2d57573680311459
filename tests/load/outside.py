"""Random queries to what other sites ask for: embeds, oEmbed and pictures."""

import random
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote

from flask.testing import FlaskClient

from components.charts.registry import CHARTS
from data.query.filters import Filters
from data.store import Store

SEED = 20241231
MARK = "zq9"
_NASTY = [
    f"<script>{MARK}</script>", f'"><img src=x onerror={MARK}>', f"javascript:{MARK}", "\x00",
    f"'+{MARK}+'", "²", "٣", "-1", "99999999999999999999", "1e9", "NaN", "../../etc/passwd", "",
    "\u202e", "%", "%zz", "~", "~~~", "a" * 300, "{0}", "{__class__}", f"</code>{MARK}", "😀",
]  # fmt: skip
_NAMES = [*Filters.__dataclass_fields__, "tema", "controles", "alto", "forma", "ancho", "url",
          "format", "maxwidth", "maxheight", "x", f"<b>{MARK}"]  # fmt: skip
ECHOES = (f"<script>{MARK}", f"<b>{MARK}", "<img src=x", f"</code>{MARK}")


@dataclass
class Heard:
    """What the answers were."""

    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def ask(client: FlaskClient, store: Store, number: int, seed: int = SEED) -> Heard:
    """Send the queries one after the other; keep every address that fails or echoes markup."""
    draw, heard = random.Random(seed), Heard()
    for _ in range(number):
        address = _address(draw, store)
        answer = client.get(address)
        heard.statuses[answer.status_code] += 1
        if answer.status_code >= 500 and answer.status_code != 501:
            heard.faults.append(f"{answer.status_code} {address}")
        if answer.mimetype in ("text/html", "image/svg+xml"):
            text = answer.get_data(as_text=True)
            heard.faults += [f"echoes {echo}: {address}" for echo in ECHOES if echo in text]
    return heard


def _value(draw: random.Random, store: Store, name: str) -> str:
    known = sorted(getattr(store.vocabulary, name, ())) or ["oscuro", "1", "400", "300", "lamina"]
    chosen = draw.choice([draw.choice(known), draw.choice(_NASTY), draw.choice(_NASTY)])
    return chosen if draw.random() < 0.9 else f"{chosen}~{draw.choice(known)}"


def _query(draw: random.Random, store: Store) -> str:
    pairs = [
        (name, _value(draw, store, name)) for name in draw.choices(_NAMES, k=draw.randint(0, 4))
    ]
    if draw.random() < 0.05:
        return quote("".join(draw.choices("&=;%<>\"'+~?#/\\ñ\n", k=40)), safe="&=;%+~?/")
    return "&".join(f"{quote(name)}={quote(value, safe='~')}" for name, value in pairs)


def _address(draw: random.Random, store: Store) -> str:
    slug = draw.choice([*CHARTS, *CHARTS, draw.choice(_NASTY)])
    place = draw.choice(["incrustar"] * 5 + ["oembed"] * 4 + ["imagenes"])
    query = _query(draw, store)
    if draw.random() < 0.005:
        return f"/incrustar?{query}"
    if place == "oembed":
        inner = draw.choice(["http://localhost", "http://localhost", "https://x", "//", "http://["])
        inner += f"/incrustar/{quote(slug, safe='')}?{query}"
        return f"/oembed?url={quote(inner, safe='')}&{_query(draw, store)}"
    if place == "imagenes":
        return _picture(draw, slug)
    return f"/incrustar/{quote(slug, safe='')}?{query}"


def _picture(draw: random.Random, slug: str) -> str:
    """A drawing costs a hundred times a page: few states, so that most are remembered."""
    kind = draw.choice(["svg", "png", "gif", draw.choice(_NASTY)])
    few = draw.choice(["", "anio=2023", *(f"{n}={quote(draw.choice(_NASTY))}" for n in "xy")])
    few = few if kind == "svg" else f"ancho=300&x={quote(draw.choice(_NASTY))}"
    return f"/imagenes/{quote(slug, safe='')}.{quote(kind, safe='')}?{few}"
