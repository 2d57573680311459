"""Every table as a file, the description of all of them, and the health of the board."""

import json

from dash import Dash
from flask import Response, abort

from callbacks.answers import send
from callbacks.asked import asked
from components.texts import t
from data import package
from data.model import TABLES
from data.store import Store

_WRITERS = {
    "csv": (package.to_csv, "text/csv; charset=utf-8"),
    "json": (package.to_json, "application/json"),
}


def register(app: Dash, store: Store) -> None:
    """Serve /datos/<tabla>.<formato>, /datos/datapackage.json and /salud."""

    @app.server.get("/datos/<name>.<kind>")
    def table(name: str, kind: str) -> Response:
        if name not in TABLES or kind not in _WRITERS:
            abort(404, description=t("errors.404.table", name=f"{name}.{kind}"[:60]))
        then, filters, _ = asked(store)
        write, mimetype = _WRITERS[kind]
        return send(write(then.select(name, filters)), mimetype)

    @app.server.get("/datos/datapackage.json")
    def described() -> Response:
        title = t("board.name")
        record = package.datapackage(TABLES, store.version, store.latest, title)
        return send(json.dumps(record, ensure_ascii=False, indent=1), "application/json")

    @app.server.get("/salud")
    def health() -> Response:
        record = {"estado": "bien", "version_datos": store.version, "corte": str(store.latest)}
        return send(json.dumps(record), "application/json", cache="no-store")
