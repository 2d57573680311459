"""Every word of the pages of the Registro, read once from its own file: the board has none."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads((files("components.registro") / "texts.toml").read_text("utf-8"))


def word(key: str, **values: object) -> str:
    """Return the text of a dotted key with its values in place; KeyError names the key."""
    found: Any = _texts()
    for part in key.split("."):
        if not isinstance(found, dict) or part not in found:
            raise KeyError(f"add «{key}» to components/registro/texts.toml")
        found = found[part]
    return str(found).format(**values) if values else str(found)
