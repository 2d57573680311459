"""Every acronym and term that the board uses, one sentence each, with its source."""

from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.markup import attrs
from components.pages.page import Page, Seen
from components.pages.sectors.sector_cards import PATH as SECTORS
from components.pages.sectors.sector_entities import anchor
from components.terms import Terms
from components.texts import t
from data.model import Termino
from data.store import Store
from data.text_normalisation import alphabetical, plain

PATH = Terms.PATH


def see(views: Views, subject: str) -> Seen:
    """Return all terms, letter by letter."""
    store = views.store
    terms = sorted(store.rows(Termino), key=lambda row: alphabetical(row.termino))
    letters = [(letter, list(rows)) for letter, rows in groupby(terms, _letter)]
    files = ["/datos/glosario.csv"]
    content = [
        html.Section(
            [
                html.H1(t("glosario.headline")),
                html.P(t("glosario.lead", amount=len(terms)), className="lead"),
                html.P(html.A("glosario.csv", href=files[0])),
                _ways(letters),
            ]
        ),
        *(_section(store, letter, rows) for letter, rows in letters),
    ]
    return Seen(
        t("glosario.title"), t("glosario.description"), t("glosario.headline"), content,
        {"name": t("glosario.title"), "description": t("glosario.description"), "files": files},
    )  # fmt: skip


def _letter(row: Termino) -> str:
    return plain(row.termino)[0].upper()


def _ways(letters: list[tuple[str, list[Termino]]]) -> Component:
    links = [html.A(letter, href=f"#letra-{letter.lower()}") for letter, _ in letters]
    return html.Nav(html.P(links, className="links"), className="way",
                    **attrs(aria_label=t("glosario.letters")))  # fmt: skip


def _section(store: Store, letter: str, rows: list[Termino]) -> Component:
    told: list[Any] = [part for row in rows for part in _term(store, row)]
    return html.Section(
        [html.H2(letter, id=f"letra-{letter.lower()}"), html.Dl(told, className="glossary")]
    )


def _term(store: Store, row: Termino) -> list[Component]:
    name: list[Any] = [html.Strong(row.termino)]
    if row.expansion:
        name.append(f": {row.expansion}")
    said: list[Any] = [f"{row.definicion} "]
    if body := store.entities.get(row.termino):
        where = f"{SECTORS}/{body.sector}#{anchor(body)}"
        said += [html.A(t("glosario.entity"), href=where), " "]
    said.append(html.Small(_source(store, row)))
    return [html.Dt(name, id=row.anchor), html.Dd(said)]


def _source(store: Store, row: Termino) -> str:
    source = store.sources[row.fuente]
    year = f" ({source.anio})" if source.anio else ""
    return t(f"glosario.{row.origen}", place=f"{source.documento}{year}, {source.localizador}")


PAGE = Page(PATH, see, live=False)
