"""Answers that are the same as long as the data are: kept with the store, and gone with it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from data.store import Store

_Rest = ParamSpec("_Rest")
_Answer = TypeVar("_Answer")


def per_store(
    function: Callable[Concatenate[Store, _Rest], _Answer],
) -> Callable[Concatenate[Store, _Rest], _Answer]:
    """Compute a function of the store once; its other arguments are few: names of a registry."""

    @wraps(function)
    def known(store: Store, /, *rest: _Rest.args, **named: _Rest.kwargs) -> _Answer:
        return store.remember((function, rest), lambda: function(store, *rest, **named))

    return known
