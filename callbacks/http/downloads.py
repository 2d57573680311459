"""Every table as a file, all of them in one, and their description."""

import json
from functools import partial

import pandas as pd
from flask import Flask, Response, abort

from callbacks.http import excel_files
from callbacks.http.public_origin import origin
from callbacks.http.request_state import asked, asked_of_file
from callbacks.http.routes import DATA, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import MINUTE, accepted, encode, respond, send
from components.texts import t
from data.model.row import ONE_REPORT
from data.publish import datapackage, provenance, published, xlsx, zip_bundle
from data.query.filters import Filters
from data.store import Store

_CSV = "text/csv; charset=utf-8"
_KINDS = ("csv", "json", "xlsx", excel_files.KIND)
# A table by its former name, at an address that was published, and by its name of today.
FORMER, SINCE = "cifras_2024", "cifras"


def register(server: Flask, store: Store) -> None:
    """Serve /datos/<tabla>.<formato>, /datos/todo.zip and /datos/datapackage.json."""
    routes = Routes("downloads", DATA)

    def table(kind: str, name: str) -> Response:
        if kind == "csv" and (excel := excel_files.preferred(f"/datos/{name}")):
            return excel
        then, filters = asked_of_file(store)
        return kept(filters.to_query(), lambda: _table(then, name, kind, filters))

    def former(kind: str) -> Response:
        then, filters = asked_of_file(store)
        return kept(filters.to_query(), lambda: _former(then, kind, filters))

    for kind in _KINDS:
        endpoint = kind.replace(".", "-")
        routes.add_url_rule(f"/datos/<table:name>.{kind}", endpoint, partial(table, kind))
        former_at = f"/datos/{FORMER}.{kind}"
        routes.add_url_rule(former_at, f"former-{endpoint}", partial(former, kind))

    def then_named(name: str, kind: str) -> Response | None:
        then = asked(store)[0]
        known = kind in _KINDS and published.called(then, name)
        return table(kind, name) if known else None

    _whole(routes, store)
    routes.unknown("/datos/<name>.<kind>", "table", 60, then_named)
    routes.unknown("/datos/<rest:rest>")
    server.register_blueprint(routes)


def _whole(routes: Routes, store: Store) -> None:
    """Serve what holds all tables: the package, and its description."""

    @routes.get("/datos/todo.zip")
    def everything() -> Response:
        then, filters = asked_of_file(store)
        return kept(_version(filters), lambda: _everything(then))

    @routes.get("/datos/datapackage.json")
    def described() -> Response:
        then, filters = asked_of_file(store)
        return kept(_version(filters), lambda: _described(then))


def _version(filters: Filters) -> str:
    """Return all that the files of all tables heed of an address: which data."""
    return Filters(corte=filters.corte).to_query()


def _table(then: Store, asked_for: str, kind: str, filters: Filters) -> Response:
    name = published.called(then, asked_for)
    if not name:
        abort(404, description=t("errors.404.then", name=asked_for, version=then.version))
    if kind == "csv":
        return respond(encode(published.to_csv(then, name, filters), _CSV, accepted()), MINUTE)
    return _written(then, name, kind, published.frame(then, name, filters))


def _former(then: Store, kind: str, filters: Filters) -> Response:
    """Answer an address of before the table had years: the figures of the only report it had."""
    if published.called(then, FORMER):
        return _table(then, FORMER, kind, filters)
    rows = then.select(SINCE, filters)
    # A list would, where it is empty, choose no columns instead of no rows.
    of_report = rows["fuente"].map(lambda code: then.sources[code].anio == ONE_REPORT)
    return _written(then, SINCE, kind, rows[of_report.astype(bool)].drop(columns="anio"))


def _written(then: Store, name: str, kind: str, rows: pd.DataFrame) -> Response:
    if kind == "csv":
        return send(datapackage.to_csv(rows), _CSV)
    if kind == excel_files.KIND:
        return excel_files.answer(rows)
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
