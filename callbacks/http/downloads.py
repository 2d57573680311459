"""Every table as a file, all of them in one, and their description."""

import json
from functools import partial

from flask import Flask, Response, abort

from callbacks.http.public_origin import origin
from callbacks.http.request_state import asked, asked_of_file
from callbacks.http.routes import DATA, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import MINUTE, accepted, encode, respond, send
from components.texts import t
from data.publish import datapackage, provenance, published, xlsx, zip_bundle
from data.query.filters import Filters
from data.store import Store

_CSV = "text/csv; charset=utf-8"
_KINDS = ("csv", "json", "xlsx")


def register(server: Flask, store: Store) -> None:
    """Serve /datos/<tabla>.<formato>, /datos/todo.zip and /datos/datapackage.json."""
    routes = Routes("downloads", DATA)

    def table(kind: str, name: str) -> Response:
        then, filters = asked_of_file(store)
        return kept(filters.to_query(), lambda: _table(then, name, kind, filters))

    for kind in _KINDS:
        routes.add_url_rule(f"/datos/<table:name>.{kind}", kind, partial(table, kind))

    @routes.get("/datos/todo.zip")
    def everything() -> Response:
        then, filters = asked_of_file(store)
        return kept(_version(filters), lambda: _everything(then))

    @routes.get("/datos/datapackage.json")
    def described() -> Response:
        then, filters = asked_of_file(store)
        return kept(_version(filters), lambda: _described(then))

    def former(name: str, kind: str) -> Response | None:
        then = asked(store)[0]
        known = kind in _KINDS and published.called(then, name)
        return table(kind, name) if known else None

    routes.unknown("/datos/<name>.<kind>", "table", 60, former)
    routes.unknown("/datos/<rest:rest>")
    server.register_blueprint(routes)


def _version(filters: Filters) -> str:
    """Return all that the files of all tables heed of an address: which data."""
    return Filters(corte=filters.corte).to_query()


def _table(then: Store, asked_for: str, kind: str, filters: Filters) -> Response:
    name = published.called(then, asked_for)
    if not name:
        abort(404, description=t("errors.404.then", name=asked_for, version=then.version))
    if kind == "csv":
        return respond(encode(published.to_csv(then, name, filters), _CSV, accepted()), MINUTE)
    rows = published.frame(then, name, filters)
    if kind == "json":
        return send(datapackage.to_json(rows), "application/json")
    about = [published.resource(then, name)["description"], provenance.board_citation(then)]
    return respond(encode(xlsx.write(rows, about), xlsx.MIMETYPE, ""), MINUTE)


def _everything(then: Store) -> Response:
    body = zip_bundle.everything(then, origin())
    return respond(encode(body, "application/zip", ""), MINUTE)


def _described(then: Store) -> Response:
    record = published.described(then)
    return send(json.dumps(record, ensure_ascii=False, indent=1), "application/json")
