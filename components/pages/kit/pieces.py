"""What is copied from the kit, and what is folded in it."""

from html import escape

from dash import html
from dash.development.base_component import Component

from components.markup import attrs
from components.pages.page import Content
from components.texts import t


def others(title: str, content: Content) -> Component:
    """Return what is shown only when asked for."""
    return html.Details([html.Summary(title), *content], className="beside")


def code(name: str, title: str, text: str, over: str = "") -> Component:
    """Return a text to be pasted, with the button that copies it."""
    label = f"{title}: {over}" if over else title
    return html.Div(
        [
            html.P(title, className="label"),
            html.Div(
                **attrs(
                    data_svg=f'<pre id="{name}" tabindex="0" role="region" '
                    f'aria-label="{escape(label)}"><code>{escape(text)}</code></pre>'
                )
            ),
            html.Button(
                t("kit.copy"), type="button", className="quiet needs-share",
                **attrs(data_copy=name, data_done=t("kit.copied"), data_hand=t("kit.by_hand"),
                        aria_label=f"{t('kit.copy')}: {label}"),
            ),
        ],
        className="paste",
    )  # fmt: skip
