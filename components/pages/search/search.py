"""The search over everything: the best first, then all that answers, kind by kind."""

from collections.abc import Callable, Sequence
from functools import partial

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.markup import Markup
from components.pages.page import Content, Page, Seen
from components.pages.search.search_index import index
from components.pages.search.search_results import groups, items
from components.templates import fill
from components.texts import t
from data.query.filters import Filters
from data.search.entries import Answer, Found
from data.search.find_entries import Index
from data.store import Store

PATH, NAME = "/buscar", "q"
_BEST = 3
_MOST_NEAR = 8
Pages = Callable[[], Sequence[Page]]


def page(pages: Pages) -> Page:
    """Return the page over all pages of the board, of which it is one."""
    return Page(PATH, partial(_see, pages), live=False, names={NAME: "buscar"})


def _see(pages: Pages, views: Views, subject: str) -> Seen:
    """Return what answers the question, or how to ask one."""
    store, filters = views.store, views.filters
    head: Content = [html.H1(t("buscar.headline")), _form(filters)]
    if filters.buscar:
        content = _found(head, index(store, pages()), filters.buscar)
    else:
        content = [html.Section([*head, html.P(t("buscar.lead")), _examples()])]
        content.append(_begin(index(store, pages())))
    return Seen(t("buscar.title"), t("buscar.description"), t("buscar.headline"), content)


def _form(filters: Filters) -> Markup:
    hidden = [("corte", filters.corte)] if filters.corte else []
    return Markup(fill("search_form.html", kind="search", value=filters.buscar, hidden=hidden))


def _found(head: Content, made: Index, question: str) -> Content:
    answer = made.find(question)
    said = [*head, html.P(_amount(answer, question), className="count", role="status")]
    said += [
        html.P(t("buscar.read_as", said=said_, meant=meant), className="remark")
        for said_, meant in answer.read_as.items()
    ]
    if not answer.found:
        return [html.Section([*said, *_nothing(near(made, question))])]
    shown = answer.whole or answer.found
    best = html.Section([html.H2(t("buscar.best")), items(shown[:_BEST], answer.meant)])
    return [html.Section(said), best, *groups(shown[_BEST:], answer.meant)]


def _begin(made: Index) -> Component:
    """Return the pages of the board, for who does not know what to look for."""
    found = [Found(one, False, 0.0) for one in made.entries if one.kind == "pagina"]
    listed = items(found, frozenset(), tagged=False)
    return html.Section([html.H2(t("buscar.kinds.pagina")), listed])


def _amount(answer: Answer, question: str) -> str:
    whole = len(answer.whole)
    if whole == 1:
        return t("buscar.found_one", words=question)
    if whole:
        return t("buscar.found_many", amount=f"{whole:,}", words=question)
    key = "found_part" if answer.found else "found_none"
    return t(f"buscar.{key}", words=question)


def near(made: Index, question: str) -> list[Found]:
    """Return what is most like a question that nothing answers, or the pages to begin with."""
    pages = [Found(one, False, 0.0) for one in made.entries if one.kind == "pagina"]
    return (made.like(question) or pages)[:_MOST_NEAR]


def _nothing(found: list[Found]) -> Content:
    key = "near" if any(one.score for one in found) else "near_none"
    return [html.P(t(f"buscar.{key}")), items(found, frozenset()), _examples()]


def _examples() -> Component:
    said = t("buscar.examples").split("; ")
    links = [html.A(one, href=f"{PATH}?{NAME}={one.replace(' ', '+')}") for one in said]
    return html.P([t("buscar.try"), *links], className="links")


def as_record(store: Store, pages: Sequence[Page], question: str) -> dict[str, object]:
    """Return what answers a question as /buscar.json tells it."""
    made = index(store, pages)
    answer = made.find(question)
    return {
        "consulta": question,
        "leido": answer.read_as,
        "total": len(answer.whole),
        "resultados": [_record(one) for one in (answer.whole or answer.found)[:_MOST_TOLD]],
        "parecidos": [] if answer.found else [_record(one) for one in near(made, question)],
        "version_datos": store.version,
    }


_MOST_TOLD = 50


def _record(one: Found) -> dict[str, object]:
    entry = one.entry
    return {
        "tipo": entry.kind, "grupo": t(f"buscar.kinds.{entry.kind}"), "id": entry.id,
        "titulo": entry.title, "nota": entry.note, "direccion": entry.address,
        "puntaje": round(one.score, 3),
    }  # fmt: skip
