"""Every table as a file, all of them in one, and their description."""

import json

from dash import Dash
from flask import Response, abort

from callbacks.http.public_origin import origin
from callbacks.http.request_state import asked
from callbacks.serving.responses import MINUTE, Shelf, encode, respond, send
from components.texts import t
from data.model import TABLES
from data.publish import datapackage, provenance, xlsx, zip_bundle
from data.store import Store

_WRITERS = {
    "csv": (datapackage.to_csv, "text/csv; charset=utf-8"),
    "json": (datapackage.to_json, "application/json"),
}
_KINDS = (*_WRITERS, "xlsx")
_MEMORY = 2 * 1024 * 1024


def register(app: Dash, store: Store) -> None:
    """Serve /datos/<tabla>.<formato>, /datos/todo.zip and /datos/datapackage.json."""
    shelf = Shelf(_MEMORY)

    @app.server.get("/datos/<name>.<kind>")
    def table(name: str, kind: str) -> Response:
        if name not in TABLES or kind not in _KINDS:
            abort(404, description=t("errors.404.table", name=f"{name}.{kind}"[:60]))
        then, filters, _ = asked(store)
        rows = then.select(name, filters)
        if kind == "xlsx":
            about = [TABLES[name].about, provenance.board_citation(then.version, then.latest)]
            return respond(encode(xlsx.write(rows, about), xlsx.MIMETYPE, ""), MINUTE)
        write, mimetype = _WRITERS[kind]
        return send(write(rows), mimetype)

    @app.server.get("/datos/todo.zip")
    def everything() -> Response:
        then, _, _ = asked(store)
        key = (f"{origin()} {then.version}", "")
        body = shelf.get(key)
        if body is None:
            body = encode(zip_bundle.everything(then, origin()), "application/zip", "")
            shelf.put(key, body)
        return respond(body, MINUTE)

    @app.server.get("/datos/datapackage.json")
    def described() -> Response:
        then, _, _ = asked(store)
        title = t("board.name")
        record = datapackage.datapackage(TABLES, then.version, then.latest, title)
        return send(json.dumps(record, ensure_ascii=False, indent=1), "application/json")
