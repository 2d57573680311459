"""Ordinary Dash callbacks, answered by GET: anybody on the way may keep the answer.

    @get_callback(app, Output("chart", "figure"), Input("year", "value"))
    def chart(anio: str) -> dict: ...

The browser asks for `/_get/chart?anio=2023` (assets/get_callback.js); Dash knows the callback by
its own graph, and nothing is ever sent with POST.
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote

from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate
from flask import Response

from callbacks.http.request_state import query as asked_query
from callbacks.http.routes import OWN, Kind, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import send
from components.component_properties import component_json
from data.query.query_string import SEPARATOR, pairs

Function = TypeVar("Function", bound=Callable[..., Any])
Canonical = Callable[[str], str | None]
# The parameter that takes the query of the address as it stands.
QUERY = "query"
_CONVERTER = re.compile(r"<\w+:")


@dataclass(frozen=True, slots=True)
class Place:
    """The address of an answer that has one already.

    rule: a rule of Flask, whose parts are parameters of the function; all others are in the query,
    and one called `query` is the whole of it. canonical: the form of a query under which an answer
    is kept, None if it is of one request only; kind, form: as those of Routes.
    """

    rule: str
    canonical: Canonical
    kind: Kind = OWN
    form: str = ""


def get_callback(
    app: Dash,
    *wires: Output | Input | State,
    output: dict[str, Output] | None = None,
    place: Place | None = None,
    **options: Any,
) -> Callable[[Function], Function]:
    """Wire a pure function of strings to the outputs that it changes; several values join by `~`.

    It returns the value of the one `Output`, a sequence of them, or, with `output`, a record that
    has (among others) their names. What is left out or `no_update` stays as it is. An `Output`
    with ALL takes a record: the answer is the same whatever is on the screen. The key of a MATCH
    is a parameter. `options` are those of `app.clientside_callback`.
    """

    def wire(function: Function) -> Function:
        named = output or {str(n): wire for n, wire in enumerate(_outputs(wires))}
        inputs = [wire for wire in wires if not isinstance(wire, Output)]
        call = _Call(function, tuple(named) if output else (), place)
        asked = ClientsideFunction("get", call.signature(named, inputs))
        app.clientside_callback(asked, *named.values(), *inputs, **options)
        call.register(app)
        return function

    return wire


def _outputs(wires: tuple[Output | Input | State, ...]) -> list[Output]:
    return [wire for wire in wires if isinstance(wire, Output)]


class _Call:
    """One callback: how the browser asks for it and how it is answered."""

    def __init__(
        self, function: Callable[..., Any], keys: tuple[str, ...], place: Place | None
    ) -> None:
        self.function, self.keys = function, keys
        self.name = function.__name__
        self.parameters = tuple(inspect.signature(function).parameters)
        self.place = place or Place(f"/_get/{self.name}", self._query)

    def signature(self, outputs: dict[str, Output], inputs: list[Input | State]) -> str:
        """Return all that the browser needs: `name address parameters outputs`, each with its key.

        Parameters stand in the order of the function; `:` marks those that a MATCH gives.
        """
        matched = set().union(*(_keys(wire, MATCH) for wire in outputs.values()))
        of_inputs = [name for name in self.parameters if name not in matched]
        if len(of_inputs) != len(inputs):
            raise TypeError(f"{self.name} takes {of_inputs}, but is wired to {len(inputs)} inputs")
        given = [f":{name}" if name in matched else name for name in self.parameters]
        told = [":".join([name, *_keys(wire, ALL)]) for name, wire in outputs.items()]
        address = _CONVERTER.sub("<", self.place.rule)
        return " ".join([self.name, address, ",".join(given), ",".join(told)])

    def register(self, app: Dash) -> None:
        """Answer at its address."""
        routes = Routes(f"get-{self.name}", self.place.kind, form=self.place.form)
        routes.add_url_rule(self.place.rule, self.name, self._answer)
        app.server.register_blueprint(routes)

    def _answer(self, **parts: Any) -> Response:
        query = asked_query()
        given = {QUERY: query} | dict(reversed(pairs(query))) | parts
        if QUERY in self.parameters:
            given[QUERY] = query
        arguments = [given.get(name, "") for name in self.parameters]
        return kept(self.place.canonical(query), lambda: self._written(arguments))

    def _written(self, arguments: list[Any]) -> Response:
        try:
            answer = self.function(*arguments)
        except PreventUpdate:
            answer = no_update
        if not self.keys and not isinstance(answer, (list, tuple)):
            answer = [answer]
        return send(component_json(answer), "application/json")

    def _query(self, query: str) -> str:
        """Return a query with what the function takes and nothing else, in its order."""
        given = dict(reversed(pairs(query)))
        named = ((name, given[name]) for name in self.parameters if name in given)
        return "&".join(f"{name}={quote(value, safe=SEPARATOR)}" for name, value in named)


def _keys(wire: Output, wildcard: Any) -> list[str]:
    """Return the keys of a pattern that stand for whatever is on the screen."""
    pattern = wire.component_id
    named = pattern.items() if isinstance(pattern, dict) else ()
    return [key for key, value in named if value is wildcard]
