"""A Dash component tree written out as plain HTML: the first answer of every page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from dash.development.base_component import Component

from components import html_text, svg
from components.component_properties import properties
from components.control_markup import attribute, control_of

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
_SKIPPED = frozenset({"children", "data-svg", "n_clicks"})
_ADDRESSES = frozenset({"href", "action", "data-query"})
_HTML = "dash_html_components"
# Where no word of a text is a link of its own: in links, controls, names, tables, charts, quotes.
_LITERAL = frozenset({
    "a", "abbr", "blockquote", "button", "caption", "cite", "code", "dt", "figure", "form", "h1",
    "h2", "h3", "h4", "label", "mark", "nav", "option", "q", "strong", "summary", "table",
})  # fmt: skip


class Markup(str):
    """HTML that is already written."""


class UnwritableError(TypeError):
    """A component that has no HTML of its own, with the elements that it stands in."""

    def __init__(self, node: Component) -> None:
        """Name the component; where it stands is added on the way out."""
        super().__init__()
        self._name = f"{type(node).__module__}.{type(node).__name__}"
        self.inside: list[str] = []

    def __str__(self) -> str:
        """Return what is not written, where, and the way out."""
        place = " > ".join(reversed(self.inside)) or "nothing"
        return (
            f"{self._name}, in {place}, has no plain HTML: use html.*, the fields of filters, "
            "or teach components/markup.py to write it"
        )


def _as_it_is(_: str, address: str) -> str | None:
    return address


@dataclass(frozen=True)
class Writing:
    """How a tree is written where it does not stand in a page of today.

    address: what becomes of `href`, `action` and `data-query`, by their name and value (None
    leaves them out); mark: what becomes of each element of a drawing; seen: is told the tag and
    the properties of each component; place: what stands for a component that has no HTML;
    words: how a text that is read is written, where one of its words may be a link.
    """

    address: Callable[[str, str], str | None] = _as_it_is
    mark: svg.Change | None = None
    seen: Callable[[str, dict[str, Any]], None] | None = None
    place: Callable[[Component], Component | None] | None = None
    words: Callable[[str], str] | None = None

    @property
    def moved(self) -> bool:
        """Say whether any address is changed."""
        return self.address is not _as_it_is

    @cached_property
    def literal(self) -> "Writing":
        """Return the same for what stands where no word is a link."""
        return replace(self, words=None)

    @cached_property
    def bare(self) -> "Writing":
        """Return the same for what stands where no element can."""
        return replace(self, words=html_text.bare)

    def drawn(self, tree: svg.Tree) -> svg.Tree:
        """Return a drawing as this says."""
        return tree.mapped(self._changed) if self.moved or self.mark else tree

    def _changed(self, element: svg.Element) -> svg.Element:
        if element.tag == "a":
            element = element.with_(
                **{name: self.address(_hyphened(name), str(value))
                   for name, value in element.attributes.items() if _hyphened(name) in _ADDRESSES}
            )  # fmt: skip
        return self.mark(element) if self.mark else element


def _hyphened(name: str) -> str:
    return name.replace("_", "-")


def attrs(**values: object) -> dict[str, Any]:
    """Return `aria_label=…`, `data_query=…` as the hyphenated properties of a component."""
    return {_hyphened(name): value for name, value in values.items() if value is not None}


def render(node: Any, how: Writing | None = None) -> str:
    """Return the HTML of a component, a text, a list of them, or nothing for None.

    Raises UnwritableError for a component that is neither html.* nor the field of a filter, where
    nothing stands for it (`Writing.place`): only a page that Dash takes over can show it.
    """
    kind: Any = type(node)
    return _writer(kind)(node, how)


@lru_cache(maxsize=512)
def _writer(kind: Any) -> Callable[[Any, Writing | None], str]:
    """Return what writes values of a class; to ask each value for its class takes longer."""
    for classes, writer in _WRITERS.items():
        if issubclass(kind, classes):
            return writer
    return _write_text


def _write_nothing(_: None, __: Writing | None) -> str:
    return ""


def _write_markup(node: Markup, _: Writing | None) -> str:
    return node


def _write_text(node: object, how: Writing | None) -> str:
    return ((how and how.words) or html_text.text)(str(node))


def _write_parts(node: Iterable[Any], how: Writing | None) -> str:
    return "".join([render(part, how) for part in node])


def _write_drawing(node: svg.Tree, how: Writing | None) -> str:
    return str(how.drawn(node) if how else node)


def _write_component(node: Component, how: Writing | None) -> str:
    control = control_of(node)
    return control(node) if control else _element(node, how)


_WRITERS: Mapping[Any, Callable[[Any, Writing | None], str]] = {
    type(None): _write_nothing,
    Markup: _write_markup,
    (list, tuple): _write_parts,
    (svg.Element, svg.Drawing, svg.Drawings): _write_drawing,
    Component: _write_component,
}


def _element(node: Component, how: Writing | None) -> str:
    if node._namespace != _HTML:
        if how and how.place:
            return render(how.place(node), how)
        raise UnwritableError(node)
    tag = type(node).__name__.lower()
    props = properties(node)
    if how and how.moved:
        props |= {name: how.address(name, props[name]) for name in _ADDRESSES & props.keys()}
    if how and how.seen:
        how.seen(tag, props)
    how = _inside(tag, props, how)
    written = [attribute(name, said) for name, said in props.items() if name not in _SKIPPED]
    opening = f"<{tag}{''.join(written)}>"
    if tag in _VOID:
        return opening
    try:
        inner = _drawn(props, how) if "data-svg" in props else ""
        inner = inner or render(props.get("children"), how)
    except UnwritableError as error:
        error.inside.append(opening)
        raise
    return f"{opening}{inner}</{tag}>"


def _inside(tag: str, props: dict[str, Any], how: Writing | None) -> Writing | None:
    if tag in html_text.BARE:
        return (how or Writing()).bare
    if how is None or how.words is None:
        return how
    literal = tag in _LITERAL or props.get("className") == "citation"
    return how.literal if literal else how


def _drawn(props: dict[str, Any], how: Writing | None) -> str:
    drawn = props["data-svg"]
    return drawn if isinstance(drawn, str) else render(drawn, how)
