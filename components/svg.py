"""SVG by parts: escaped elements, status marks, scales; no drawing knows of Dash."""

from html import escape

from components import theme
from data.codes import Light


def element(tag: str, *children: str, **attributes: object) -> str:
    """Return one element; `class_` and `text_anchor` become `class` and `text-anchor`."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"


def text(x: float, y: float, content: str, **attributes: object) -> str:
    """Return a text at a point, escaped."""
    return element("text", escape(content, quote=False), x=x, y=y, **attributes)


def title(content: str) -> str:
    """Return the native tooltip of the element it stands in."""
    return element("title", escape(content, quote=False))


def drawing(width: int, height: int, *children: str, variant: str = "") -> str:
    """Return the outer element; the text alternative stands on its container."""
    return element(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        class_=f"drawing {variant}".strip(),
        font_family=theme.FONT,
        aria_hidden="true",
        focusable="false",
    )


def reachable(drawn: str) -> str:
    """Let what is read aloud go into a drawing whose marks are links: it is no image itself."""
    return drawn.replace(' aria-hidden="true"', ' role="none"', 1)


def mark(light: Light, x: float, y: float, radius: float) -> str:
    """Return the mark of a status: its own shape and its own colour."""
    colour = token(f"light-{light}", theme.LIGHT_COLOUR[light])
    r = radius
    if light == "rojo":
        return element("path", d=_path((x, y - r), (x + r, y + 0.8 * r), (x - r, y + 0.8 * r)),
                       fill=colour)  # fmt: skip
    if light == "ambar":
        return element("path", d=_path((x, y - r), (x + r, y), (x, y + r), (x - r, y)),
                       fill=colour)  # fmt: skip
    if light == "verde":
        return element("circle", cx=x, cy=y, r=0.88 * r, fill=colour)
    return element("circle", cx=x, cy=y, r=0.78 * r, fill="none", stroke=colour, stroke_width=2)


def token(name: str, fallback: str) -> str:
    """Return a colour token: the page's theme inline, its own value in a file alone."""
    return f"var(--{name},{fallback})"


def _path(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points) + "Z"


def _short(value: object) -> str:
    return f"{round(value, 1):g}" if isinstance(value, float) else str(value)
