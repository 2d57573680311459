"""A chart is defined once: question, picture, drawing, sentence; all else follows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components import svg, year_words
from components.charts.layouts.figure_frame import CONFIG, Figure
from components.charts.layouts.plot import Plot
from components.charts.layouts.surface import NARROW, WIDE, Surface
from components.format import without_period
from components.texts import t
from data.publish import provenance
from data.publish.datapackage import to_csv
from data.query.filters import Filters
from data.store import Store

Record = dict[str, Any]
__all__ = ["CONFIG", "Chart", "Record", "address", "records"]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything the page, the embed, the image and the download need to know.

    select: the question, a frame whose rows all carry `fuente`.
    plot: the declaration of the picture, which its layout draws and makes interactive;
    sentence: the text alternative. None of them does input or output.
    linked: the marks of the drawing are links, so that it is a group and not one image;
    ahead: it shows every closed year, so that a year matters to it only where it is not closed;
    found: what the rows show, in a line that heads the chart, or '' where they show no one thing;
    placed: the stem of its pages, one per territory, whose name stands in `attrs["lugar"]`.
    """

    slug: str
    select: Callable[[Store, Filters], pd.DataFrame]
    plot: Callable[[pd.DataFrame], Plot]
    sentence: Callable[[pd.DataFrame], str]
    page: str
    narrows: tuple[str, ...] = ("anio", "sector", "entidad", "eje", "semaforo")
    heading: Callable[[pd.DataFrame], str] | None = None
    linked: bool = False
    ahead: bool = False
    found: Callable[[pd.DataFrame], str] | None = None
    placed: str = ""

    def finding(self, frame: pd.DataFrame) -> str:
        """Return what the rows show in one line, by a rule; '' where no one thing is shown."""
        return self.found(frame) if self.found and len(frame) else ""

    def title(self, frame: pd.DataFrame) -> str:
        """Return what is counted, with its period."""
        if self.heading is not None:
            return self.heading(frame)
        years = sorted({int(year) for year in frame.get("anio", ()) if year})
        period = f"{years[0]}-{years[-1]}" if len(years) > 1 else "".join(map(str, years))
        return without_period(t(f"charts.{self.slug}.title", period=period))

    def caveat(self) -> str:
        """Return what the reader must know before quoting it."""
        return t(f"charts.{self.slug}.caveat")

    def filters(self, filters: Filters) -> Filters:
        """Return only the filters that this chart heeds, so that addresses stay short."""
        kept = {name: getattr(filters, name) for name in (*self.narrows, "corte")}
        return Filters(**kept)

    def heeded(self, store: Store, filters: Filters) -> Filters:
        """Return the filters that change what it shows; where it starts with a place, that one."""
        kept = self.filters(filters)
        idle = self.ahead and kept.anio and store.state(kept.anio) == "cerrado"
        if self.placed and not kept.lugar:
            return kept.with_(lugar=self.select(store, kept).attrs.get("lugar", ""))
        return kept.with_(anio=None) if idle else kept

    def said(self, store: Store, filters: Filters, frame: pd.DataFrame) -> str:
        """Return the text alternative; of a year that is not closed, first how it stands."""
        said = self.sentence(frame)
        year = store.year(filters)
        dated = "anio" in self.narrows and not (self.ahead and filters.anio is None)
        stands = year_words.standing(store, year) if dated else ""
        return f"{stands}. {said}" if stands else said

    def drawings(self, frame: pd.DataFrame) -> svg.Drawings:
        """Return the drawing for wide and for narrow places; CSS shows one."""
        plot = self.plot(frame)
        return svg.Drawings((plot.drawing(WIDE), plot.drawing(NARROW)))

    def drawing(self, frame: pd.DataFrame, surface: Surface) -> svg.Drawing:
        """Return the drawing for one surface."""
        return self.plot(frame).drawing(surface)

    def figure(self, frame: pd.DataFrame) -> Figure:
        """Return the interactive figure."""
        return self.plot(frame).figure()

    def footnote(self, store: Store, frame: pd.DataFrame) -> str:
        """Cite every source of the rows on screen, and no other."""
        return provenance.places(store.cited(frame["fuente"]))

    def answer(self, store: Store, filters: Filters) -> dict[str, Any]:
        """Return what travels at /graficos/<slug>.json."""
        kept = self.filters(filters)
        frame = self.select(store, kept)
        query = kept.to_query()
        return {
            "grafico": self.slug,
            "consulta": query,
            "titulo": self.title(frame),
            "frase": self.said(store, kept, frame),
            "nota": self.footnote(store, frame),
            "advertencia": self.caveat(),
            "figura": self.figure(frame) if len(frame) else None,
            "config": CONFIG,
            "enlaces": {"csv": self.csv_path(query), "pagina": self.at(kept, frame)},
            "version_datos": store.version,
            "corte": store.latest,
        }

    def rows(self, store: Store, filters: Filters) -> pd.DataFrame:
        """Return exactly the rows that the chart shows."""
        return self.select(store, self.filters(filters))

    def csv(self, store: Store, filters: Filters) -> str:
        """Return those rows as CSV."""
        return to_csv(self.rows(store, filters))

    def at(self, filters: Filters, frame: pd.DataFrame) -> str:
        """Return the address of the page where the chart stands, in a state."""
        place = frame.attrs.get("lugar", "") if self.placed else ""
        page = f"{self.placed}/{place}" if place else self.page
        return address(page, (filters.with_(lugar="") if place else filters).to_query())

    def csv_path(self, query: str) -> str:
        """Return the address of those rows."""
        return address(f"/datos/graficos/{self.slug}.csv", query)


def records(frame: pd.DataFrame) -> list[Record]:
    """Return the rows of a frame as records."""
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in frame.astype(object).to_numpy()]


def address(path: str, query: str) -> str:
    """Join a path and a query, without an empty question mark."""
    return f"{path}?{query}" if query else path
