"""A Dash component tree written out as plain HTML: the first answer of every page."""

from html import escape
from typing import Any

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
_ATTRIBUTES = {"className": "class", "htmlFor": "for", "colSpan": "colspan", "rowSpan": "rowspan",
               "tabIndex": "tabindex", "hrefLang": "hreflang", "srcSet": "srcset"}  # fmt: skip
_SKIPPED = frozenset({"children", "data-svg", "n_clicks"})


class Markup(str):
    """HTML that is already written."""


def attrs(**values: object) -> dict[str, Any]:
    """Return `aria_label=…`, `data_query=…` as the hyphenated properties of a component."""
    return {name.replace("_", "-"): value for name, value in values.items() if value is not None}


def render(node: Any) -> str:
    """Return the HTML of a component, a text, a list of them, or nothing for None."""
    if node is None:
        return ""
    if isinstance(node, Markup):
        return node
    if isinstance(node, (list, tuple)):
        return "".join(map(render, node))
    if not isinstance(node, Component):
        return escape(str(node), quote=False)
    control = _CONTROLS.get(type(node))
    return control(node) if control else _element(node)


def _element(node: Component) -> str:
    tag = type(node).__name__.lower()
    props = node.to_plotly_json()["props"]
    written = (_attribute(name, props[name]) for name in _in_order(props) if name not in _SKIPPED)
    opening = f"<{tag}{''.join(written)}>"
    if tag in _VOID:
        return opening
    inner = props.get("data-svg") or render(props.get("children"))
    return f"{opening}{inner}</{tag}>"


def _in_order(props: dict[str, Any]) -> list[str]:
    """Put `data-` and `aria-` last and sorted: Dash lists them in the order of a set."""
    return sorted(props, key=lambda name: name if name.startswith(("data-", "aria-")) else "")


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    if name == "id" and isinstance(value, dict):
        return ""
    if name == "style":
        value = ";".join(f"{key}:{part}" for key, part in value.items())
    written = _ATTRIBUTES.get(
        name, name.lower() if not name.startswith(("data-", "aria-")) else name
    )
    return f" {written}" if value is True else f' {written}="{escape(str(value))}"'


def _select(node: dbc.Select) -> str:
    options = "".join(
        f'<option value="{escape(str(option["value"]))}"'
        f"{' selected' if option['value'] == node.value else ''}>{escape(option['label'])}</option>"
        for option in node.options
    )
    return f'<select class="form-select" name="{escape(node.id["name"])}">{options}</select>'


def _checklist(node: dbc.Checklist) -> str:
    name = escape(node.id["name"])
    return "<div>" + "".join(
        f'<div class="form-check"><label class="form-check-label"><input type="checkbox" '
        f'class="form-check-input" name="{name}" value="{escape(str(option["value"]))}"'
        f"{' checked' if option['value'] in (node.value or []) else ''}>"
        f" {escape(option['label'])}</label></div>"
        for option in node.options
    ) + "</div>"  # fmt: skip


def _input(node: dbc.Input) -> str:
    kept = "".join(
        _attribute(name, getattr(node, name, None)) for name in ("type", "value", "maxlength")
    )
    return f'<input class="form-control" name="{escape(node.id["name"])}"{kept}>'


_CONTROLS: dict[type, Any] = {
    dbc.Select: _select,
    dbc.Checklist: _checklist,
    dbc.Input: _input,
}
