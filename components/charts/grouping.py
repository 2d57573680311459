"""Things by what they have in common, in the order in which they are met."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Key = TypeVar("_Key", bound=Hashable)


def grouped(things: Iterable[_Thing], key: Callable[[_Thing], _Key]) -> dict[_Key, list[_Thing]]:
    """Return the things of each key."""
    found: dict[_Key, list[_Thing]] = {}
    for one in things:
        found.setdefault(key(one), []).append(one)
    return found
