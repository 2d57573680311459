"""SVG as values: an element with what stands in it, a drawing with its size."""

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from typing import Self

from components import theme


@dataclass(frozen=True, slots=True)
class Element:
    """A tag, its attributes, and what stands in it; without a tag, only what stands in it.

    A child that is a text is escaped when it is written; None is nothing.
    """

    tag: str
    children: tuple["Element | str | None", ...]
    attributes: dict[str, object]

    def __str__(self) -> str:
        """Return the markup."""
        inner = "".join([
            escape(child, quote=False) if isinstance(child, str) else str(child)
            for child in self.children
            if child is not None
        ])  # fmt: skip
        if not self.tag:
            return inner
        written = "".join([
            f' {name(key)}="{short(value) if type(value) is float else escape(short(value))}"'
            for key, value in self.attributes.items()
            if value is not None
        ])  # fmt: skip
        if not inner:
            return f"<{self.tag}{written}/>"
        return f"<{self.tag}{written}>{inner}</{self.tag}>"

    def walk(self) -> Iterator["Element"]:
        """Yield the element and every one inside it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def mapped(self, change: "Change") -> "Element":
        """Return the tree with every element changed, the inner ones first."""
        inside = tuple([c.mapped(change) if isinstance(c, Element) else c for c in self.children])
        same = all(map(operator.is_, inside, self.children))
        return change(self if same else Element(self.tag, inside, self.attributes))

    def with_(self, **attributes: object) -> "Element":
        """Return the element with some attributes more, or changed; None takes one away."""
        return Element(self.tag, self.children, self.attributes | attributes)


Change = Callable[[Element], Element]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing: its size in px, where it is shown (`variant`), and its marks.

    linked: marks of it are links, so that what is read aloud goes into it; label: the text
    alternative, where it does not stand on the container.
    """

    width: int
    height: int
    body: tuple[Element | None, ...]
    variant: str = ""
    linked: bool = False
    label: str = ""

    def __str__(self) -> str:
        """Return the markup."""
        return str(self.element)

    @property
    def element(self) -> Element:
        """Return the outer element."""
        return Element("svg", self.body, self.frame)

    @property
    def frame(self) -> dict[str, object]:
        """Return the attributes of the outer element."""
        return {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {self.width} {self.height}",
            "width": self.width,
            "height": self.height,
            "class_": f"drawing {self.variant}".strip(),
            "font_family": theme.FONT,
            **self._access(),
            "focusable": "false",
        }

    def _access(self) -> dict[str, object]:
        if self.linked:
            return {"role": "none"}
        return {"role": "img", "aria_label": self.label} if self.label else {"aria_hidden": "true"}

    def walk(self) -> Iterator[Element]:
        """Yield every element inside it."""
        for part in self.body:
            if part is not None:
                yield from part.walk()

    def mapped(self, change: Change) -> Self:
        """Return the drawing with every element inside it changed."""
        return replace(self, body=tuple(part and part.mapped(change) for part in self.body))


@dataclass(frozen=True, slots=True)
class Drawings:
    """Drawings of one thing for places of different widths, of which CSS shows one."""

    each: tuple[Drawing, ...]

    def __str__(self) -> str:
        """Return the markup."""
        return "".join(map(str, self.each))

    @property
    def linked(self) -> bool:
        """Say whether marks are links, which makes it a group and not one image."""
        return any(drawing.linked for drawing in self.each)

    def walk(self) -> Iterator[Element]:
        """Yield every element inside them."""
        for drawing in self.each:
            yield from drawing.walk()

    def mapped(self, change: Change) -> Self:
        """Return them with every element inside changed."""
        return replace(self, each=tuple(drawing.mapped(change) for drawing in self.each))


Tree = Element | Drawing | Drawings


@lru_cache(maxsize=256)
def name(name: str) -> str:
    """Return the name of an attribute as SVG has it."""
    return name.rstrip("_").replace("_", "-")


def short(value: object) -> str:
    """Return a number with one decimal at most, and anything else as it is."""
    return f"{round(value, 1):g}" if isinstance(value, float) else str(value)
