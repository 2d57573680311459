"""The board in one page of English: what it is, its headline figures, citing, the data."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import other_figures
from components.band_counts import BEST_FIRST
from components.charts.views import Views
from components.format import advance, percent
from components.links import absolute
from components.other_figures import INDEX
from components.pages.page import Content, Page, Seen
from components.texts import t
from data.model import Avance, Objetivo
from data.query.filters import Filters
from data.query.turns import compared, turns
from data.store import Store

_FILES = ("/datos", "/datos/todo.zip", "/datos/datapackage.json")
_PAGES = ("/metodologia", "/incrustar", "/")


def see(views: Views, subject: str) -> Seen:
    """Return the page: every figure is of the last closed year of the tables."""
    store = views.store
    headline = t("en.headline")
    content: Content = [
        html.Section([html.H1(headline), html.P(t("en.lead"), className="lead"),
                      html.P(t("en.limits"), className="remark")]),
        html.Section([html.H2(t("en.figures", year=store.latest)),
                      html.Ul([html.Li(said) for said in figures(store)])]),
        html.Section([html.H2(t("en.cite")), html.P(_citation(store), className="citation"),
                      html.P(t("en.cite_rows"))]),
        html.Section([html.H2(t("en.data")), html.P(t("en.data_lead")),
                      _ways(_FILES), html.H2(t("en.onwards")), _ways(_PAGES)]),
    ]  # fmt: skip
    return Seen(t("en.title"), t("en.description"), headline, content, _dataset(), lang="en")


def figures(store: Store) -> list[str]:
    """Return the headline figures, a sentence each; none where the tables have no closed year."""
    said = [_advance(store, t("en.index"), INDEX)]
    said += [_advance(store, t(f"en.axes.{row.eje}"), row.codigo)
             for row in store.rows(Objetivo) if row.nivel == "OP"]  # fmt: skip
    return [*filter(None, said), *_other(store), *_bands(store)]


def _advance(store: Store, name: str, code: str) -> str:
    found = store.advances.get((code, store.latest))
    if found is None or found.percent is None:
        return ""
    return t("en.advance", name=name, value=_value(found), state=t(f"en.bands.{found.semaforo}"))


def _value(row: Avance) -> str:
    key = "en.computed" if row.computed else "en.published"
    return t(key, value=percent(row.percent))


def _other(store: Store) -> list[str]:
    """Say what the index would be with the other figures that the same report prints."""
    other = other_figures.value(store, INDEX, store.latest)
    return [] if other is None else [t("en.other", value=advance(other, computed=False))]


def _bands(store: Store) -> list[str]:
    """Say how many indicators are in each band, and how many changed theirs."""
    year = store.latest
    pairs = store.chosen(Filters())
    if not pairs:
        return []
    counts = Counter(value.semaforo for _, value in pairs)
    parts = ", ".join(f"{counts[name]} {t(f'en.bands.{name}')}" for name in BEST_FIRST
                      if counts[name])  # fmt: skip
    said = [t("en.indicators", total=len(pairs), parts=parts)]
    if compared(store, year - 1):
        ways = Counter(one.way for one in turns(store, pairs, year - 1))
        said.append(t("en.turned", before=year - 1, year=year, better=ways["better"],
                      worse=ways["worse"]))  # fmt: skip
    return said


def _citation(store: Store) -> str:
    return t("en.citation", version=store.version, year=store.latest, address=absolute("/en"))


def _ways(paths: tuple[str, ...]) -> Component:
    return html.Ul([html.Li(html.A(t(f"en.to.{_name(path)}"), href=path)) for path in paths])


def _name(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0] or "home"


def _dataset() -> dict[str, Any]:
    return {"name": t("en.title"), "description": t("en.description"),
            "files": ["/datos/valores.csv", "/datos/indicadores.csv"]}  # fmt: skip


PAGE = Page("/en", see, live=False)
