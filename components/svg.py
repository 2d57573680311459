"""SVG by parts: elements, status marks, scales; no drawing knows of Dash."""

from components import theme
from components.svg_tree import Change, Drawing, Drawings, Element, Tree, name, short
from data.codes import Light

__all__ = [
    "Change", "Drawing", "Drawings", "Element", "Token", "Tree", "drawing", "element", "mark",
    "name", "paint", "short", "text", "title", "together",
]  # fmt: skip


def element(tag: str, *children: Element | str | None, **attributes: object) -> Element:
    """Return one element; `class_` and `text_anchor` become `class` and `text-anchor`."""
    return Element(tag, children, attributes)


def together(*parts: Element | None) -> Element:
    """Return some elements beside each other as one."""
    return Element("", parts, {})


def text(x: float, y: float, content: str, **attributes: object) -> Element:
    """Return a text at a point."""
    return element("text", content, x=x, y=y, **attributes)


def title(content: str) -> Element:
    """Return the native tooltip of the element it stands in."""
    return element("title", content)


def drawing(
    width: int, height: int, *body: Element | None, variant: str = "", linked: bool = False
) -> Drawing:
    """Return a drawing; the text alternative stands on its container."""
    return Drawing(width, height, body, variant, linked)


def mark(light: Light, x: float, y: float, radius: float) -> Element:
    """Return the mark of a status: its own shape and its own colour."""
    colour = _token(f"light-{light}", theme.LIGHT_COLOUR[light])
    r = radius
    if light == "rojo":
        return element("path", d=_path((x, y + r), (x - r, y - 0.8 * r), (x + r, y - 0.8 * r)),
                       fill=colour)  # fmt: skip
    if light == "ambar":
        return element("path", d=_path((x, y - r), (x + r, y), (x, y + r), (x - r, y)),
                       fill=colour)  # fmt: skip
    if light == "verde":
        return element("circle", cx=x, cy=y, r=0.88 * r, fill=colour)
    return element("circle", cx=x, cy=y, r=0.78 * r, fill="none", stroke=colour, stroke_width=2)


def pending(x: float, y: float, radius: float) -> Element:
    """Return the mark of what is still to come: a ring of dots."""
    colour = paint("light-sin-dato")
    return element("circle", cx=x, cy=y, r=0.78 * radius, fill="none", stroke=colour,
                   stroke_width=2, stroke_dasharray="2 2")  # fmt: skip


class Token(str):
    """A colour by its name in the theme of the page; `fallback` is its value in a file alone."""

    fallback: str


def paint(colour: str) -> Token:
    """Return a colour by its name: that of the page's theme, its own value in a file alone."""
    return _token(colour, theme.COLOURS[colour])


def _token(name: str, fallback: str) -> Token:
    found = Token(f"var(--{name},{fallback})")
    found.fallback = fallback
    return found


def _path(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{short(x)} {short(y)}" for x, y in points) + "Z"
