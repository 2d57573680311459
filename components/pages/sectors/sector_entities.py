"""The entities of a sector, each with what it promised and what passed to it."""

from dash import html
from dash.development.base_component import Component

from components import explained
from components.controls import link
from components.institution_names import name_beside, short_name
from components.pages.page import Content
from components.pages.sectors.institution_commitments import promised
from components.pages.sectors.sector_cards import PATH
from components.table import entity
from components.texts import t
from data.model import Entidad
from data.query import commitments
from data.query.filters import Filters
from data.store import Store


def anchor(row: Entidad) -> str:
    """Return the name of the place of an entity in its page."""
    return f"entidad-{row.sigla.lower()}"


def entities(store: Store, filters: Filters, shown: list[Entidad]) -> Content:
    """Return a section per entity, with a way to see it alone where there are several."""
    return [
        html.Section(
            [
                html.H2([entity(store, row.sigla), name_beside(row)]),
                _alone(filters, row) if len(shown) > 1 else None,
                *explained.received(store, row.sigla, store.year(filters)),
                *promised(
                    store, row, commitments.of_entity(store, row, filters), store.year(filters)
                ),
            ],
            id=anchor(row),
            className="entity",
        )
        for row in shown
    ]


def _alone(filters: Filters, row: Entidad) -> Component:
    query = Filters(anio=filters.anio, entidad=(row.sigla.lower(),)).to_query()
    text = t("sector.only", name=short_name(row))
    shown = link(text, f"{PATH}/{filters.sector[0]}", query)
    return html.P(shown, className="links")
