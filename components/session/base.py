"""What a screen of the room is, and how lists and drawings become screens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.card import Cell, table
from components.charts import CHARTS
from components.charts.base import Chart, address
from components.markup import attrs
from components.texts import t
from data import provenance
from data.filters import Filters
from data.store import Store

# The smallest text is 24 px on 1024 by 768: a screen is 42 by 32 such letters, less its frame.
_WIDTHS = (470, 340, 640)
_ROOM_WIDE, _ROOM_HIGH = 39.5 * 24, 23.4 * 24
_SMALLEST = 24
_FONT = re.compile(r'font-size="([\d.]+)"')
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_LONGEST = 120
_PLACES = 3


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: its heading is the finding; `source` and `page` say where it comes from."""

    heading: str
    body: Sequence[Cell]
    source: str = ""
    page: str = "/"
    code: str = ""


def cited(store: Store, sources: Sequence[str]) -> str:
    """Cite the places of some rows; many are named by their documents."""
    places = store.cited(sources)
    if len(places) <= _PLACES:
        return t("chart.source", text=provenance.places(places))
    documents = "; ".join(dict.fromkeys(provenance.document(place) for place in places))
    return t("chart.sources", amount=len(places), text=documents)


def drawn(chart: Chart, frame: pd.DataFrame) -> Component | None:
    """Return the drawing of a chart at the width at which the last row reads it, if any."""
    for width in _WIDTHS:
        try:
            picture = chart.sketch(frame, width)
        except KeyError:
            # A drawing that knows its two places only.
            continue
        if legible(picture):
            words = f"{chart.title(frame)}. {chart.sentence(frame)}"
            return html.Div(className="still", role="group" if "<a " in picture else "img",
                            **attrs(data_svg=picture, aria_label=words))  # fmt: skip
    return None


def legible(picture: str) -> bool:
    """Say whether the smallest text of a drawing reaches 24 px in a room of 1024 by 768."""
    box, sizes = _BOX.search(picture), [float(size) for size in _FONT.findall(picture)]
    if box is None or not sizes:
        return False
    scale = min(_ROOM_WIDE / float(box[1]), _ROOM_HIGH / float(box[2]))
    return min(sizes) * scale >= _SMALLEST


def showable(store: Store) -> list[str]:
    """Return the charts that a screen can show so that the last row reads them."""
    filters = Filters()
    frames = {slug: chart.select(store, chart.filters(filters)) for slug, chart in CHARTS.items()}
    return [
        slug
        for slug, frame in frames.items()
        if len(frame) and drawn(CHARTS[slug], frame) is not None
    ]


def chart_screen(store: Store, filters: Filters, slug: str, heading: str = "") -> Screen:
    """Return a chart of the registry alone on its screen; its sentence is the finding."""
    chart = CHARTS[slug]
    kept = chart.filters(filters)
    frame = chart.select(store, kept)
    picture = drawn(chart, frame) if len(frame) else None
    body = [html.P(chart.caveat()) if picture is None else picture]
    found = heading or chart.sentence(frame)
    page = address(chart.page, kept.to_query())
    return Screen(found, body, cited(store, list(frame.get("fuente", ()))), page)


def pages(
    head: Sequence[str], rows: Sequence[Sequence[Cell]], size: int, numeric: Sequence[int] = ()
) -> Iterator[tuple[str, Component]]:
    """Cut a list into tables that fit a screen, each with «1 de 3» where there are several."""
    amount = -(-len(rows) // size)
    for index in range(amount):
        part = rows[index * size : (index + 1) * size]
        said = t("sesion.part", index=index + 1, amount=amount) if amount > 1 else ""
        yield said, table(" · ".join(head) + said, head, part, numeric)


def short(name: str, longest: int = _LONGEST) -> str:
    """Cut a long name at a word; the whole name is on the sheet that the screen links."""
    return name if len(name) <= longest else name[:longest].rsplit(" ", 1)[0] + "…"
