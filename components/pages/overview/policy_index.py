"""The index of the policy: the heading of the Panorama and the figure beside it."""

from dash import html
from dash.development.base_component import Component

from components import other_figures
from components.format import percent
from components.table import status
from components.texts import t
from components.year_words import standing, uncomputed
from data.model import Avance
from data.store import Store


def headline(store: Store, index: Avance | None, year: int) -> str:
    """Say the index of a year, that it is ours where it is, or that there is none.

    Of a year that is not closed, how it stands.
    """
    if said := standing(store, year):
        return said
    if index is None or index.percent is None:
        key = "headline_none" if store.reported(year)[0] else "headline_targets"
        return t(f"panorama.{key}", year=year)
    said = t("panorama.headline", value=percent(index.percent), year=year)
    return t("panorama.headline_computed", headline=said) if index.computed else said


def hero(store: Store, heading: str, index: Avance | None, year: int) -> Component:
    """Return the heading with the index beside it; of an open year, why there is none."""
    reason = uncomputed(store, year)
    return html.Section(
        [
            html.Div(
                [
                    html.H1(heading),
                    html.P(t("panorama.lead"), className="lead"),
                    html.P(reason, className="remark") if reason else None,
                ]
            ),
            _index(store, index, year),
        ],
        className="hero",
    )


def _index(store: Store, index: Avance | None, year: int) -> Component | None:
    if index is None or index.percent is None:
        return None
    note = t("panorama.index_computed") if index.computed else t("panorama.index_note")
    return html.Div(
        [
            html.P(t("panorama.index", year=year), className="label"),
            html.P(percent(index.percent), className="big"),
            html.P([status(index.semaforo)]),
            html.P(_spans([note, *other_figures.beside_index(store, year)]), className="caveat"),
        ],
        className="index",
    )


def _spans(sentences: list[str]) -> list[Component | str]:
    """Return sentences of one paragraph that a wide screen sets under each other."""
    return [part for said in sentences for part in (html.Span(said), " ")]
