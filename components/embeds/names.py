"""The names that a document gives its style sheet: elements, classes, ids, attributes."""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any

from components import svg
from components.control_markup import attribute_name


class Names(HTMLParser):
    """The names found so far, as selectors write them: `p`, `.source`, `#one`, `[open`."""

    def __init__(self, selecting: frozenset[str]) -> None:
        """Know of none yet; of the attributes, look only at those that the sheet selects by."""
        super().__init__()
        self.found: set[str] = set()
        self._looked_at = selecting | {"class", "id"}

    def element(self, tag: str, attributes: Iterable[tuple[str, Any]]) -> None:
        """Add an element with its attributes."""
        self.found.add(tag)
        for name, value in attributes:
            if name not in self._looked_at or value is None or value is False:
                continue
            self.found |= {f"[{name}", f'[{name}="{"" if value is True else value}"'}
            if name == "class":
                self.found |= {f".{one}" for one in str(value).split()}
            elif name == "id":
                self.found.add(f"#{value}")

    def component(self, tag: str, props: dict[str, Any]) -> None:
        """Add a component, as the renderer writes it."""
        self.element(tag, ((attribute_name(name), value) for name, value in props.items()
                           if name != "children"))  # fmt: skip

    def drawing(self, tree: svg.Tree) -> None:
        """Add a drawing with every mark of it."""
        outer = [drawing.element for drawing in tree.each] if isinstance(tree, svg.Drawings) else []
        for mark in (*outer, *tree.walk()):
            self.element(mark.tag, ((svg.name(key), value) for key, value in
                                    mark.attributes.items()))  # fmt: skip

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add an element of a document that was fed."""
        self.element(tag, ((name, value or "") for name, value in attrs))
