"""Every word of the interface, read once from texts.toml."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads((files("components") / "texts.toml").read_text("utf-8"))


def t(key: str, **values: object) -> str:
    """Return the text of a dotted key with its values in place.

    Raises KeyError naming the key, so that the remedy is to add it to texts.toml.
    """
    found: Any = _texts()
    for part in key.split("."):
        if not isinstance(found, dict) or part not in found:
            raise KeyError(f"add «{key}» to components/texts.toml")
        found = found[part]
    return str(found).format(**values) if values else str(found)


@cache
def _known() -> frozenset[str]:
    return frozenset(keys())


def known(key: str) -> bool:
    """Say whether there is a text of a key: codes of the tables may have none."""
    return key in _known()


def keys(table: dict[str, Any] | None = None, prefix: str = "") -> list[str]:
    """Return all dotted keys of the texts."""
    found: list[str] = []
    for name, value in (_texts() if table is None else table).items():
        path = f"{prefix}{name}"
        found += keys(value, f"{path}.") if isinstance(value, dict) else [path]
    return found
