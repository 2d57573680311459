"""The score card of each sector: what it promised, what it reports, who was silent."""

from dash import html
from dash.development.base_component import Component

from components.band_counts import indicators
from components.charts.views import Views
from components.pages.nothing import no_results
from components.pages.overview.red_and_silent import silent
from components.pages.page import Content, Page, Seen
from components.pages.sectors.sector_bands import counted, drawn, tally
from components.pages.sectors.sector_cards import PATH, section
from components.texts import t
from components.year_words import standing
from data.codes import SECTORS
from data.model import Entidad
from data.query import commitments, option_counts
from data.query.filters import Filters
from data.store import Store


def see(views: Views, subject: str) -> Seen:
    """Return one card per sector, in alphabetical order."""
    store, filters = views.store, views.filters
    kept = Filters(anio=filters.anio, sector=filters.sector, corte=filters.corte)
    year = store.year(kept)
    cards = {
        code: commitments.of(store, kept.with_(sector=(code,))) for code in _sectors(store, kept)
    }
    reported = any(v.valor_obtenido is not None for c in cards.values() for _, v in c.pairs)
    with_ = [code for code, found in cards.items() if found.assigned]
    without = [code for code in cards if code not in with_]
    content: Content = [
        _opening(),
        html.P(said, className="remark") if (said := standing(store, year)) else None,
        None if reported else no_results(store, year),
        drawn(views.under(kept.with_(entidad=filters.entidad))),
        html.Div(
            [_position(store, kept, year), silent(store, kept, year) if reported else None],
            className="half stack",
        ),
        section(store, t("sectores.with", year=year), {c: cards[c] for c in with_}, year),
        section(store, t("sectores.without"), {c: cards[c] for c in without}, year),
    ]
    about = t("sectores.description")
    amount = indicators(sum(len(found.pairs) for found in cards.values()))
    return Seen(t("sectores.title"), about, t("sectores.headline"), content, count=amount)


def _opening() -> Component:
    reports = html.A(t("cumplimiento.title"), href="/cumplimiento-del-reporte")
    lead = html.P(t("sectores.lead"), className="lead")
    return html.Section([html.H1(t("sectores.headline")), lead, html.P(reports)])


def _sectors(store: Store, filters: Filters) -> list[str]:
    held = {row.sector for row in store.rows(Entidad)}
    names = ((code, t(f"sectors.{code}")) for code in SECTORS if code in held)
    found = [code for code, _ in commitments.alphabetical(names)]
    return [code for code in found if not filters.sector or code in filters.sector]


def _position(store: Store, filters: Filters, year: int) -> Component:
    pairs = store.chosen(Filters(anio=filters.anio))
    return html.Section(
        [html.H2(t("sectores.policy", year=year)), html.P(counted(pairs)), tally(pairs)]
    )


PAGE = Page(PATH, see, nav="sectores", controls=("anio", "sector"),
            counts=option_counts.of_sectors, charts=("sector-semaforo",))  # fmt: skip
