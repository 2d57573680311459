"""SVG to PNG in the process, with the board's typeface; see the README for the measure."""

from functools import cache
from importlib.resources import as_file, files
from threading import Lock

_WEIGHTS = ("400", "600")
# A picture of 2400 by 1260 takes some 12 MB while it is drawn: one at a time is enough.
_one_at_a_time = Lock()


def png(drawing: str, width: int) -> bytes:
    """Return a drawing as PNG, `width` px wide."""
    import resvg_py  # only who draws an image pays for its memory

    with _one_at_a_time:
        drawn = resvg_py.svg_to_bytes(
            svg_string=drawing,
            width=width,
            font_files=list(_fonts()),
            skip_system_fonts=True,
            font_family="Tablero Sans",
            sans_serif_family="Tablero Sans",
        )
    return bytes(drawn)


@cache
def _fonts() -> tuple[str, ...]:
    found = []
    for weight in _WEIGHTS:
        with as_file(files("assets") / "fonts" / f"tablero-sans-{weight}.ttf") as path:
            found.append(str(path))
    return tuple(found)
