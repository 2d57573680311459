"""SVG to PNG with the board's typeface, in a process beside; see the README for the measure."""

import json
import subprocess
import sys
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

_WEIGHTS = ("400", "600")
_COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("drawer.py")))
_LONGEST = 25


def png(drawing: str, width: int) -> bytes:
    """Return a drawing as PNG, `width` px wide."""
    asked = {"drawing": drawing, "width": width, "fonts": list(_fonts())}
    done = subprocess.run(
        _COMMAND,
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
        timeout=_LONGEST,
    )
    return done.stdout


@cache
def _fonts() -> tuple[str, ...]:
    found = []
    for weight in _WEIGHTS:
        with as_file(files("assets") / "fonts" / f"tablero-sans-{weight}.ttf") as path:
            found.append(str(path))
    return tuple(found)
