"""What a part of an address can be: the name of a page, a chart or a table of the registries."""

import re

from werkzeug.routing import AnyConverter, BaseConverter, Map, PathConverter

from components import pages
from components.charts.chart import Chart
from components.charts.registry import CHARTS
from data.model import TABLES

HOME = "panorama"


def name_of(path: str) -> str:
    """Return how a page is called in the address of its view."""
    return path.strip("/") or HOME


def path_of(name: str) -> str:
    """Return the path of the page that has a name."""
    return "/" if name == HOME else f"/{name}"


class _PageName(BaseConverter):
    """The name of a page, with its subject where it has one."""

    part_isolating = False

    def __init__(self, map: Map) -> None:
        super().__init__(map)
        names = (re.escape(name_of(page.path)).replace("<>", "[^/]+") for page in pages.PAGES)
        self.regex = f"(?:{'|'.join(names)})"

    def to_python(self, value: str) -> str:
        return path_of(value)


class _ChartName(AnyConverter):
    """The name of a chart of the registry."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, *CHARTS)

    def to_python(self, value: str) -> Chart:
        return CHARTS[value]


class _TableName(AnyConverter):
    """The name of a table."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, *TABLES)


class _Place(BaseConverter):
    """The name of a territory as an address writes it, never with a point."""

    regex = "[a-z]+(?:-[a-z]+)*"


class _Rest(PathConverter):
    """Whatever is left of a path, nothing included."""

    regex = ".*?"
    part_isolating = False
    weight = 300


CONVERTERS: dict[str, type[BaseConverter]] = {
    "page": _PageName, "chart": _ChartName, "table": _TableName, "place": _Place,
    "rest": _Rest,
}  # fmt: skip
