"""What stands on every document of the board: the help lines, and how an error is reported."""

from dash import html
from dash.development.base_component import Component

from components.links import address_of, contact
from components.markup import attrs
from components.texts import t


def help_lines() -> Component:
    """Return the help lines, which stand first on every page."""
    report = html.A(t("help.report_line"), href="tel:1818")
    support = html.A(t("help.support_line"), href="tel:100")
    lines: list[Component | str] = [
        html.Span([f"{t('help.report')}: ", report]),
        " ",
        html.Span([f"{t('help.support')}: ", support]),
        " ",
        html.Span(t("help.free"), className="free"),
    ]
    return html.Aside(html.P(lines), className="help", **attrs(aria_label=t("help.label")))


def reply() -> Component:
    """Return how an error is reported, or answered by an institution that is named."""
    to = contact()
    asked: list[Component | str] = (
        [f"{t('board.reply')} ", html.A(to, href=address_of(to)), ". "]
        if to
        else [f"{t('board.reply_none')} "]
    )
    file = html.A("correcciones.csv", href="/datos/correcciones.csv")
    return html.P([*asked, f"{t('board.reply_cite')} ", file, "."], className="reply", id="errores")


def reply_region() -> Component:
    """Return the same as a region of its own, for documents without the footer of a page."""
    return html.Section(reply(), **attrs(aria_label=t("board.reply_label")))
