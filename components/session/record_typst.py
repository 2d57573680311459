"""The record of a session as Typst source: what its page shows, element by element."""

from collections.abc import Callable, Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import svg
from components.compliance_report.typst_source import quoted
from components.component_properties import properties
from components.images import plain_svg

_HIDDEN, _OWN_LINE = "unseen", "because"
_REM = "10pt"
_CLOSING = " ,.;:)»"
_SCHEMES = ("http:", "https:", "mailto:", "tel:")


def flow(node: Any) -> str:
    """Return a component, a text or a list of them as content of Typst, in code."""
    if isinstance(node, (list, tuple)):
        return "{" + "\n".join(_spaced(_list(node))) + "}"
    if isinstance(node, Component):
        return _component(type(node).__name__, properties(node))
    return quoted("" if node is None else str(node))


def _component(tag: str, props: dict[str, Any]) -> str:
    if _HIDDEN in _classes(props):
        return '""'
    drawn = props.get("data-svg")
    if isinstance(drawn, svg.Element):
        return _marks(drawn)
    if drawn is not None:
        return _figure(drawn, str(props.get("aria-label", "")))
    return _TAGS.get(tag, _division)(props)


def _classes(props: dict[str, Any]) -> list[str]:
    return str(props.get("className", "")).split()


def _spaced(nodes: list[Any]) -> Iterator[str]:
    """Give each child; a space or a line parts what only the style of the page sets apart."""
    for before, node in zip([None, *nodes], nodes, strict=False):
        if before and isinstance(node, html.Span) and _OWN_LINE in _classes(vars(node)):
            yield "linebreak()"
        elif _meet(before, node):
            yield quoted(" ")
        yield flow(node)


def _meet(before: Any, node: Any) -> bool:
    """Say whether two neighbours would run into each other, one of them in a span of its own."""
    spans = [isinstance(one, (html.Span, html.Small)) for one in (before, node)]
    parted = str(before)[-1:].isspace() or str(node)[:1] in _CLOSING
    texts = isinstance(before, str) or isinstance(node, str)
    return before is not None and any(spans) and not (texts and parted)


def _inline(props: dict[str, Any]) -> str:
    return flow(props.get("children"))


def _division(props: dict[str, Any]) -> str:
    return _block(_classes(props), _inline(props))


def _listed(props: dict[str, Any]) -> str:
    items = [flow(_children(item)) for item in _list(props.get("children"))]
    return f"list({', '.join(items)})" if items else '""'


def _block(names: list[str], content: str) -> str:
    """Return a block as its class asks: a screen begins with a rule, its place stays with it."""
    if "slide" in names:
        return f"{{line(length: 100%, stroke: 0.6pt)\nblock({content})}}"
    if "place" in names:
        return f"block(sticky: true, {content})"
    large = f"text(size: 26pt, weight: 600, {content})"
    return f"block({large if 'huge' in names else content})"


def _link(props: dict[str, Any]) -> str:
    address = str(props.get("href", ""))
    content = _inline(props)
    return f"link({quoted(address)}, {content})" if address.startswith(_SCHEMES) else content


def _terms(props: dict[str, Any]) -> str:
    parts = _list(props.get("children"))
    pairs = zip(parts[::2], parts[1::2], strict=True)
    items = [f"terms.item({flow(_children(a))}, {flow(_children(b))})" for a, b in pairs]
    return f"terms({', '.join(items)})"


def _children(node: Any) -> Any:
    return properties(node).get("children") if isinstance(node, Component) else node


def _list(node: Any) -> list[Any]:
    found = list(node) if isinstance(node, (list, tuple)) else [node]
    return [part for part in found if part is not None]


def _table(props: dict[str, Any]) -> str:
    named = {type(part).__name__: part for part in _list(props.get("children"))}
    head = _list(_children(_list(_children(named["Thead"]))[0]))
    rows = [_list(_children(row)) for row in _list(_children(named["Tbody"]))]
    sides = ", ".join("right" if _numeric(cell) else "left" for cell in head)
    body = ",\n".join(f"table.cell({flow(_children(cell))})" for row in rows for cell in row)
    header = ", ".join(flow(_children(cell)) for cell in head)
    return f"table(columns: {len(head)}, align: ({sides},), table.header({header}),\n{body})"


def _numeric(cell: Component) -> bool:
    return "number" in str(properties(cell).get("className", "")).split()


def _figure(drawn: svg.Drawings | svg.Drawing, said: str) -> str:
    """Return the widest drawing as a figure with its words."""
    each = drawn.each if isinstance(drawn, svg.Drawings) else (drawn,)
    widest = max(each, key=lambda one: one.width)
    placed = plain_svg.placed(widest, 0, 0, widest.width, widest.height)
    whole = plain_svg.whole(widest.width, round(widest.height), [placed])
    image = f'image(bytes({quoted(whole)}), format: "svg", height: 62mm)'
    return f"figure(alt: {quoted(said or widest.label)}, {image})"


def _marks(drawn: svg.Element) -> str:
    """Return a strip of marks, which the words beside it say."""
    *_, wide, high = map(float, str(drawn.attributes.get("viewBox", "0 0 18 24")).split())
    whole = plain_svg.whole(round(wide), round(high), [drawn.mapped(plain_svg.plain)])
    return f'pdf.artifact(box(image(bytes({quoted(whole)}), format: "svg", height: {_REM})))'


_TAGS: dict[str, Callable[[dict[str, Any]], str]] = {
    "A": _link,
    "Abbr": _inline,
    "Br": lambda _: "linebreak()",
    "Dl": _terms,
    "H1": lambda props: f"heading(level: 1, {_inline(props)})",
    "H2": lambda props: f"heading(level: 2, {_inline(props)})",
    "H3": lambda props: f"heading(level: 3, {_inline(props)})",
    "Small": _inline,
    "Span": _inline,
    "Strong": lambda props: f"strong({_inline(props)})",
    "Table": _table,
    "Ul": _listed,
}
