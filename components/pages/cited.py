"""Where something is written, as a citation to copy that reopens the figures of today."""

from dash import html
from dash.development.base_component import Component

from components.links import absolute
from components.markup import attrs
from components.texts import t
from data.publish import provenance
from data.store import Store


def sources_read() -> Component:
    """Return the words «las fuentes leídas» as a link to their list, with a final stop."""
    return html.Span([html.A(t("board.sources_read"), href="/metodologia#fuentes"), "."])


def source(store: Store, code: str, subject: str, path: str) -> Component:
    """Return the citation of a source for a subject, at the address of these figures.

    Where they are not kept it is that of today: a version that is not kept would be refused.
    """
    address = absolute(f"{path}?corte={store.reopens}" if store.reopens else path)
    text = provenance.citation(store.sources[code], subject, address, store.latest)
    button = html.Button(
        t("ficha.copy"),
        type="button",
        className="quiet needs-share",
        **attrs(data_copy="citation", data_done=t("ficha.copied"), data_hand=t("kit.by_hand")),
    )
    parts = [html.H2(t("ficha.source")), html.P(text, className="citation", id="citation"), button]
    return html.Section(parts)
