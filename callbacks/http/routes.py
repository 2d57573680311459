"""What an address is, told by its route: its form, how it fails, what it may load, who reads it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flask import Blueprint, Flask, Response, abort, current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from callbacks.http.route_converters import CONVERTERS
from components.texts import lenient, t

OTHER = "otra"
# Where the form of the address of a request stands, for who looks from outside of Flask.
FORM = "tablero.ruta"
_UNKNOWN = "unknown"
Former = Callable[..., Response | None]
_PLACE = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Kind:
    """What holds for every address of a blueprint.

    policy: what it may load; told: its errors are JSON, not a page; shown: other sites may show
    it (our own files too: a frame in a sandbox has no origin); read: scripts of others may read it;
    public: people write it down, so that one spelled otherwise is sent to the right one.
    """

    policy: Literal["page", "file", "embed"]
    told: bool = False
    shown: bool = False
    read: bool = False
    public: bool = False


PAGE = Kind("page", public=True)
EMBED = Kind("embed", shown=True, public=True)
ASSET = Kind("file", shown=True)
IMAGE = Kind("file", shown=True, read=True, public=True)
DATA = Kind("file", told=True, shown=True, read=True, public=True)
OWN = Kind("file", told=True)


class Routes(Blueprint):
    """A blueprint whose addresses are of one kind."""

    def __init__(self, name: str, kind: Kind, form: str = "") -> None:
        """Name it; `form` is what all its addresses are called, where they share one name."""
        super().__init__(name, __name__)
        self.kind, self.form = kind, form

    def unknown(
        self, rule: str, missing: str = "", longest: int = 40, former: Former | None = None
    ) -> None:
        """Answer 404 where nothing of this kind has the name; the log tells no such form.

        former: what answers for a name of an earlier version of the data, or gives None.
        """

        def nothing(**named: str) -> Response:
            name = ".".join(named.values())[:longest]
            answer = former(**named) if former else None
            if answer is None:
                abort(404, description=t(f"errors.404.{missing}", name=name) if missing else None)
            return answer

        endpoint = f"{_UNKNOWN}-{len(self.deferred_functions)}"
        self.add_url_rule(rule, endpoint, nothing)


def server(name: str) -> Flask:
    """Return a server without routes, which knows the names of pages, charts and tables."""
    made = Flask(name, static_folder=None)
    made.url_map.merge_slashes = False
    made.url_map.converters |= CONVERTERS

    @made.before_request
    def named() -> None:
        lenient(False)
        request.environ[FORM] = form(rule())

    return made


def rule() -> Rule | None:
    """Return the route of the address of a request, whatever its method; None if it has none."""
    return request.url_rule or rule_at(current_app, request.path)


def rule_at(app: Flask, path: str) -> Rule | None:
    """Return the route that reads at a path."""
    try:
        return app.url_map.bind("localhost").match(path, method="GET", return_rule=True)[0]
    except HTTPException:
        return None


def kind() -> Kind:
    """Return the kind of the address of a request; what has no route fails as a page."""
    routes = _routes(current_app, rule())
    return routes.kind if routes else PAGE


def public(found: Rule) -> bool:
    """Say whether a route is of addresses that people write down, and has something there."""
    routes = _routes(current_app, found)
    return bool(routes and routes.kind.public and f".{_UNKNOWN}-" not in found.endpoint)


def form(found: Rule | None) -> str:
    """Return a route without what a visitor put into it: `/indicadores/<>`; `otra` for none."""
    if found is None or f".{_UNKNOWN}-" in found.endpoint:
        return OTHER
    routes = _routes(current_app, found)
    return routes.form if routes and routes.form else _bare(found.rule)


def form_at(app: Flask, path: str) -> str:
    """Return the form of an address of a server."""
    with app.app_context():
        return form(rule_at(app, path))


def forms(app: Flask) -> tuple[str, ...]:
    """Return every form that an address can have, in an order of its own."""
    with app.app_context():
        return tuple(sorted({OTHER, *map(form, app.url_map.iter_rules())}))


def _routes(app: Flask, found: Rule | None) -> Routes | None:
    routes = app.blueprints.get(found.endpoint.partition(".")[0]) if found else None
    return routes if isinstance(routes, Routes) else None


@lru_cache(256)
def _bare(text: str) -> str:
    return _PLACE.sub("<>", text)
