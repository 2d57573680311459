"""What the pages of the plans share: where each promise stands, who said it, what is beside it."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.institution_names import name_beside, short_name
from components.markup import attrs
from components.pages.methods.contradiction_links import link
from components.table import entity
from components.texts import t
from data.model import Accion2017, Actividad2007, Indicador, Ivo2017, Meta2007, Meta2017, Servicio
from data.model.row import Row
from data.store import Store

PATH = "/planes"
_LONGEST = 110


def place(store: Store, row: Row) -> str:
    """Return the address of a promise, an activity, an indicator or a service."""
    match row:
        case Meta2007():
            return f"{PATH}/meta-{row.numero}"
        case Actividad2007():
            return f"{PATH}/meta-{row.meta}#a{row.orden}"
        case Accion2017():
            return f"{PATH}/{row.codigo}"
        case Meta2017():
            return f"{PATH}/{row.accion}?periodo={row.periodo}#m{row.orden}"
        case Ivo2017():
            return _of_verifiable(store, row)
    return _of_policy(store, row)


def anchor(row: Ivo2017) -> str:
    """Return the name of a verifiable indicator inside a page; Dash takes no dot in a name."""
    return row.codigo.replace(".", "-")


def _of_policy(store: Store, row: Row) -> str:
    if isinstance(row, Servicio):
        found = (i.codigo for i in store.indicators.values() if i.servicio == row.codigo)
        return f"/indicadores/{next(found, '')}".rstrip("/")
    if isinstance(row, Indicador):
        return f"/indicadores/{row.codigo}"
    raise TypeError(f"give «{type(row).__name__}» a page")


def _of_verifiable(store: Store, row: Ivo2017) -> str:
    """Return the page of the first action of its objective, or of the plans where none is."""
    of_objective = (
        action.codigo
        for action in store.actions.values()
        if row.objetivo in (action.objetivo_inmediato, action.objetivo_estrategico)
    )
    first = next(of_objective, None)
    return f"{PATH}/{first}#{anchor(row)}" if first else PATH


def institutions(store: Store, cell: str | None) -> list[Any]:
    """Return the initials of a cell with their full names at hand, separated by commas."""
    found: list[Any] = []
    for initials in (cell or "").split(";"):
        if initials:
            found += [", ", entity(store, initials)]
    return found[1:]


def named(store: Store, cell: str | None) -> Component:
    """Return the institutions of a cell as a list with full names."""
    initials = [one for one in (cell or "").split(";") if one]
    return html.Ul([html.Li(_named(store, one)) for one in initials], className="plain close")


def _named(store: Store, initials: str) -> Component | list[Component | str] | str:
    row = store.entities.get(initials)
    if row is None:
        return initials
    return [html.Strong(short_name(row)), name_beside(row)]


def contradictions(store: Store, name: str) -> list[Component]:
    """Return the contradictions of the sources on a promise, and apart from them what was observed.

    `name` is that of `Discrepancia.named`: «accion 1.2.3» or «meta 16».
    """
    found = {
        t("promesa.discrepancies"): store.contradictions.get(name),
        t("promesa.observations"): store.observations.get(name),
    }
    return [
        html.Section([html.H2(title), html.Ul([html.Li(link(d, d.comentario)) for d in rows])])
        for title, rows in found.items() if rows
    ]  # fmt: skip


def neighbours(store: Store, rows: Sequence[Row], here: Row) -> Component:
    """Return the two promises before and the two after."""
    index = rows.index(here)
    near = [row for row in rows[max(index - 2, 0) : index + 3] if row is not here]
    items = [html.Li(html.A(title(row), href=place(store, row))) for row in near]
    return html.Nav(
        [html.H2(t("promesa.related")), html.Ul(items, className="plain")],
        **attrs(aria_label=t("promesa.related")),
    )


def title(row: Row) -> str:
    """Return the code of a promise and the beginning of its text."""
    return f"{code(row)} · {shortened(words(row))}"


def code(row: Row) -> str:
    """Return how the documents call a row."""
    match row:
        case Meta2007():
            return f"META {row.numero}"
        case Actividad2007():
            return f"META {row.meta}"
        case Meta2017():
            return row.accion
    return str(row.identity[0])


def words(row: Row) -> str:
    """Return the text of a row."""
    for name in ("texto", "nombre", "meta"):
        text = getattr(row, name, None)
        if isinstance(text, str):
            return text
    raise TypeError(f"give «{type(row).__name__}» a text")


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Cut a text at a word, with an ellipsis."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"


def pairs(listed: Iterable[tuple[str, Any]]) -> Component:
    """Return names and what they mean as a list of definitions."""
    return html.Dl([part for key, said in listed for part in (html.Dt(key), html.Dd(said))])
