"""Every table as a file, all of them in one, and their description."""

import json
from functools import partial

from flask import Flask, Response

from callbacks.http import excel_files
from callbacks.http.public_origin import origin
from callbacks.http.request_state import asked_of_file
from callbacks.http.routes import DATA, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import MINUTE, encode, respond, send
from components.texts import t
from data.model import TABLES
from data.publish import datapackage, provenance, xlsx, zip_bundle
from data.query.filters import Filters
from data.store import Store

_WRITERS = {
    "csv": (datapackage.to_csv, "text/csv; charset=utf-8"),
    "json": (datapackage.to_json, "application/json"),
}
_KINDS = (*_WRITERS, "xlsx", excel_files.KIND)


def register(server: Flask, store: Store) -> None:
    """Serve /datos/<tabla>.<formato>, /datos/todo.zip and /datos/datapackage.json."""
    routes = Routes("downloads", DATA)

    def table(kind: str, name: str) -> Response:
        if kind == "csv" and (excel := excel_files.preferred(f"/datos/{name}")):
            return excel
        then, filters = asked_of_file(store)
        return kept(filters.to_query(), lambda: _table(then, name, kind, filters))

    for kind in _KINDS:
        endpoint = kind.replace(".", "-")
        routes.add_url_rule(f"/datos/<table:name>.{kind}", endpoint, partial(table, kind))

    @routes.get("/datos/todo.zip")
    def everything() -> Response:
        then, filters = asked_of_file(store)
        return kept(_version(filters), lambda: _everything(then))

    @routes.get("/datos/datapackage.json")
    def described() -> Response:
        then, filters = asked_of_file(store)
        return kept(_version(filters), lambda: _described(then))

    routes.unknown("/datos/<name>.<kind>", "table", 60)
    routes.unknown("/datos/<rest:rest>")
    server.register_blueprint(routes)


def _version(filters: Filters) -> str:
    """Return all that the files of all tables heed of an address: which data."""
    return Filters(corte=filters.corte).to_query()


def _table(then: Store, name: str, kind: str, filters: Filters) -> Response:
    rows = then.select(name, filters)
    if kind == excel_files.KIND:
        return excel_files.answer(rows)
    if kind == "xlsx":
        about = [TABLES[name].about, provenance.board_citation(then.version, then.latest)]
        return respond(encode(xlsx.write(rows, about), xlsx.MIMETYPE, ""), MINUTE)
    write, mimetype = _WRITERS[kind]
    return send(write(rows), mimetype)


def _everything(then: Store) -> Response:
    body = zip_bundle.everything(then, origin())
    return respond(encode(body, "application/zip", ""), MINUTE)


def _described(then: Store) -> Response:
    record = datapackage.datapackage(TABLES, then.version, then.latest, t("board.name"))
    return send(json.dumps(record, ensure_ascii=False, indent=1), "application/json")
