"""What Dash holds of a page beside its controls: the HTML that is written, and what only it draws.

A page is written as HTML by the server. A component that has no HTML of its own (`dcc.Graph`,
`dbc.Card`) is written as an empty place, with a name for who cannot see; Dash draws it into its
place when it takes the page over. Its JavaScript is in assets/board.js.
"""

from dataclasses import dataclass, field
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.markup import attrs

# The namespace that assets/board.js defines.
_NAMESPACE = "tablero"


class _Part(Component):
    """A component of Dash whose JavaScript is ours."""

    _namespace = _NAMESPACE
    _base_nodes = ["children"]
    _children_props: list[str] = []
    _valid_wildcard_attributes: list[str] = []
    available_wildcard_properties: list[str] = []


class Written(_Part):
    """The HTML of the page; setting `html` puts another in its place."""

    _type = "Written"
    _prop_names = ["id", "html"]
    available_properties = _prop_names

    def __init__(self, id: str) -> None:
        """Name what holds the HTML; what the server wrote first stands there already."""
        super().__init__(id=id)


class Placed(_Part):
    """A component that Dash draws into a place of the written HTML.

    query: the state of the chart that stands in that place, which its figure follows.
    """

    _type = "Placed"
    _prop_names = ["id", "children", "place", "query"]
    available_properties = _prop_names

    def __init__(self, children: Component, place: str, **more: Any) -> None:
        """Put a component into the place with a name."""
        super().__init__(children=children, place=place, **more)


@dataclass(slots=True)
class Parts:
    """What Dash must know of the HTML of a page, gathered while it is written.

    prefix: how the places of these components are called; placed: the components that only Dash
    can draw; queries: the state of each chart.
    """

    prefix: str = "parte"
    placed: list[Placed] = field(default_factory=list)
    queries: dict[str, str] = field(default_factory=dict)

    def place(self, node: Component) -> html.Div:
        """Keep a component for Dash and return its place in the HTML."""
        name = f"{self.prefix}-{len(self.placed)}"
        self.placed.append(Placed(node, name))
        label = next(filter(None, map(node.to_plotly_json()["props"].get, _NAMES)), None)
        role = "group" if label else None
        return html.Div(className="part", **attrs(data_part=name, aria_label=label, role=role))

    def see(self, _tag: str, props: dict[str, Any]) -> None:
        """Note the state of a chart that is written."""
        if "data-chart" in props:
            self.queries[props["data-chart"]] = props["data-chart-query"]


# Where a component says what it is.
_NAMES = ("aria-label", "title", "placeholder")
