"""What Dash holds of a page beside its controls: the HTML that is written, and what only it draws.

A page is written as HTML by the server. A component that has no HTML of its own (`dcc.Graph`,
`dbc.Card`) is written as a place that waits, with a name for who cannot see; Dash draws it into its
place when it takes the page over. Its JavaScript is in assets/board.js.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.component_properties import properties
from components.markup import attrs
from components.texts import t

# The namespace that assets/board.js defines.
_NAMESPACE = "tablero"


class _Part(Component):
    """A component of Dash whose JavaScript is ours."""

    _namespace = _NAMESPACE

    def __init__(self, names: list[str], **props: Any) -> None:
        self._prop_names, self.available_properties = names, names
        self._valid_wildcard_attributes, self.available_wildcard_properties = [], []
        super().__init__(**props)


class Written(_Part):
    """The HTML of the page; setting `html` puts another in its place."""

    _type = "Written"

    def __init__(self, id: str) -> None:
        """Name what holds the HTML; what the server wrote first stands there already."""
        super().__init__(["id", "html"], id=id)


class Placed(_Part):
    """A component that Dash draws into a place of the written HTML.

    query: the state of the chart that stands in that place, which its figure follows.
    """

    _type = "Placed"

    def __init__(self, children: Component, place: str, **more: Any) -> None:
        """Put a component into the place with a name."""
        names = ["id", "children", "place", "query"]
        super().__init__(names, children=children, place=place, **more)


class Lasting(_Part):
    """What heeds no filter among what does: written with the page, and kept when a view comes."""

    _type = "Lasting"
    id: str
    write: Callable[[], Component | None]

    def __init__(self, id: str, write: Callable[[], Component | None]) -> None:
        """Name the element that `write` gives, which is asked for where the page is written."""
        super().__init__(["id", "write"], id=id, write=write)

    def written(self, whole: bool) -> Component | None:
        """Return the element, or, in a view that takes the place of another, where it goes."""
        return self.write() if whole else html.Div(**attrs(data_lasting=self.id))


@dataclass(slots=True)
class Parts:
    """What Dash must know of the HTML of a page, gathered while it is written.

    prefix: how the places of these components are called; whole: the page is written, and not a
    view that takes the place of another; placed: the components that only Dash can draw; queries:
    the state of each chart.
    """

    prefix: str = "parte"
    whole: bool = True
    placed: list[Placed] = field(default_factory=list)
    queries: dict[str, str] = field(default_factory=dict)

    def place(self, node: Component) -> Component | None:
        """Keep a component for Dash and return its place in the HTML; what lasts has its own."""
        if isinstance(node, Lasting):
            return node.written(self.whole)
        name = f"{self.prefix}-{len(self.placed)}"
        self.placed.append(Placed(node, name))
        waiting = html.P(t("board.part"), className="caveat")
        label = _label(properties(node))
        return html.Div(waiting, className="part", role="group",
                        **attrs(data_part=name, aria_label=label))  # fmt: skip

    def see(self, _tag: str, props: dict[str, Any]) -> None:
        """Note the state of a chart that is written."""
        if "data-chart" in props:
            self.queries[props["data-chart"]] = props["data-chart-query"]


# Where a component says what it is.
_NAMES = ("aria-label", "title", "placeholder")


def _label(props: dict[str, Any]) -> str:
    """Return how a component is called for who cannot see: its own name, or that of its figure."""
    own = next(filter(None, map(props.get, _NAMES)), None)
    figure = props.get("figure")
    if figure is not None and not own:
        layout = getattr(figure, "to_dict", lambda: figure)().get("layout", {})
        title = layout.get("title")
        own = title.get("text") if isinstance(title, dict) else title
    return own or t("board.part_label")
