"""What nobody publishes of a territory, and what does not agree: told from the tables alone."""

from collections.abc import Iterator, Sequence

from dash import html
from dash.development.base_component import Component

from components.format import joined, neither
from components.pages.cited import sources_read
from components.pages.methods import contradiction_links
from components.texts import t
from data.query import territory_others, territory_record
from data.query.territories import Subject
from data.query.territory_contrasts import contrasts
from data.query.territory_record import Record
from data.store import Store

# What people ask of a place and a source could count there.
_ASKED = ("victimas", "victimas_rescatadas", "imputados", "sentencias")


def section(store: Store, one: Subject, districts: Sequence[Subject]) -> Component:
    """Return each thing that the sources do not say of a territory and its districts."""
    ask = html.A(t("territorio.silence.victims_page"), href="/victimas")
    return html.Section(
        [
            html.H2(t("territorio.silence.title", name=one.name)),
            html.Ul([html.Li(text) for text in sentences(store, one, districts)]),
            html.P([f"{t('territorio.silence.read')} ", sources_read(), " ", ask]),
        ],
        id="lo-que-nadie-publica",
    )


def contrasted(store: Store, one: Subject) -> Component | None:
    """Return what does not agree between the registers and names a territory; None if nothing."""
    found = contrasts(store, one)
    if not found:
        return None
    title = html.H2(t("territorio.contrasts", name=one.name))
    items = [html.Li(contradiction_links.link(row, row.comentario)) for row in found]
    note = html.P(t("territorio.contrasts_lead"), className="caveat")
    return html.Section([title, note, html.Ul(items)], id="no-concuerda")


def sentences(store: Store, one: Subject, districts: Sequence[Subject]) -> list[str]:
    """Return those things, one a sentence."""
    several = (one, *districts)
    found = [*_years(store, one, districts), *_rates(store, several), *_registers(store, several)]
    return [*found, t("territorio.silence.connected"), _place(one)]


def _place(one: Subject) -> str:
    """Say what the place of a figure is, and is not."""
    return t(
        "territorio.silence.departamento" if one.level == "departamento" else "mapa.read.place"
    )


def _years(store: Store, one: Subject, districts: Sequence[Subject]) -> Iterator[str]:
    """Name the years that a register lacks, and those in which it has no row of a territory."""
    for subject in dict.fromkeys((one, *districts)):
        rows = territory_record.yearly(store, subject)
        without = [str(row["anio"]) for row in rows if row["valor"] is None]
        if without:
            yield t(f"territorio.silence.years_{subject.level}", name=subject.name,
                    years=joined(without))  # fmt: skip
    country = territory_record.country(store, "distrito_fiscal")
    if gone := _gone(country):
        yield t("territorio.silence.gap", years=joined(gone))


def _gone(rows: Sequence[Record]) -> list[str]:
    years = [row["anio"] for row in rows]
    return [str(year) for year in range(years[0], years[-1]) if year not in years] if years else []


def _rates(store: Store, several: Sequence[Subject]) -> Iterator[str]:
    """Name the territories of which no source gives the people of some year with a figure."""
    found: dict[tuple[str, ...], list[str]] = {}
    for one in dict.fromkeys(several):
        years = tuple(str(row["anio"]) for row in territory_record.yearly(store, one)
                      if row["valor"] is not None and row["poblacion"] is None)  # fmt: skip
        found.setdefault(years, []).append(one.name)
    for years, names in found.items():
        if years:
            yield t("territorio.silence.people", names=joined(names), years=joined(list(years)))


def _registers(store: Store, several: Sequence[Subject]) -> Iterator[str]:
    """Say of victims, accused and sentenced that no source counts them there year by year."""
    rows = [row for one in dict.fromkeys(several) for row in territory_others.others(store, one)]
    some = {row["indicador"] for row in rows}
    absent = [t(f"territorio.counts.{name}") for name in _ASKED if name not in some]
    loose = [t(f"territorio.counts.{name}") for name in _ASKED if name in some]
    if absent:
        yield t("territorio.silence.none", what=neither(absent))
    if loose:
        yield t("territorio.silence.loose", what=joined(loose))
