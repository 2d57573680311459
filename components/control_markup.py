"""The controls of a form written out as plain HTML, which works without a script."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

import dash_bootstrap_components as dbc

_ATTRIBUTES = {"className": "class", "htmlFor": "for", "colSpan": "colspan", "rowSpan": "rowspan",
               "tabIndex": "tabindex", "hrefLang": "hreflang", "srcSet": "srcset"}  # fmt: skip


def attribute(name: str, value: Any) -> str:
    """Return a property of a component as an attribute; one that is not set is nothing."""
    if value is None or value is False:
        return ""
    if name == "id" and isinstance(value, dict):
        return ""
    if name == "style":
        value = ";".join(f"{key}:{part}" for key, part in value.items())
    written = attribute_name(name)
    return f" {written}" if value is True else f' {written}="{_escaped(str(value))}"'


@lru_cache(maxsize=2048)
def _escaped(value: str) -> str:
    """Escape a value; classes, roles and labels are the same in thousands of elements."""
    return escape(value)


@lru_cache(maxsize=256)
def attribute_name(name: str) -> str:
    """Return the name that a property of a component has in HTML."""
    return _ATTRIBUTES.get(name, name.lower() if not name.startswith(("data-", "aria-")) else name)


def _select(node: dbc.Select) -> str:
    options = "".join(
        f'<option value="{escape(str(option["value"]))}"'
        f"{' selected' if option['value'] == node.value else ''}"
        f"{' disabled' if option.get('disabled') else ''}>{escape(option['label'])}</option>"
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
        attribute(name, getattr(node, name, None)) for name in ("type", "value", "maxlength")
    )
    return f'<input class="form-control" name="{escape(node.id["name"])}"{kept}>'


_CONTROLS: Mapping[type, Callable[[Any], str]] = {
    dbc.Select: _select,
    dbc.Checklist: _checklist,
    dbc.Input: _input,
}


def control_of(node: Any) -> Callable[[Any], str] | None:
    """Return how the field of a filter is written; None for any other component of that kind."""
    written = _CONTROLS.get(type(node))
    return written if written and isinstance(getattr(node, "id", None), dict) else None
