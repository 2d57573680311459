"""Everything that the page of a territory shows, as one file."""

from functools import partial

import pandas as pd
from flask import Flask, Response, abort

from callbacks.http import excel_files
from callbacks.http.refused import unusable
from callbacks.http.request_state import asked_of_file
from callbacks.http.routes import DATA, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import MINUTE, encode, respond, send
from components.texts import t
from data.publish import datapackage, provenance, xlsx
from data.query import territories, territory_page
from data.query.filters import Filters, Remark
from data.query.map_periods import Level
from data.store import Store

_KINDS = ("csv", "json", "xlsx", excel_files.KIND)


def register(server: Flask, store: Store) -> None:
    """Serve /datos/territorios/<slug>.<formato>, and the same of the distritos fiscales."""
    routes = Routes("territories", DATA)

    def file(stem: str, level: Level, kind: str, name: str) -> Response:
        if kind == "csv" and (excel := excel_files.preferred(f"/datos/{stem}/{name}")):
            return excel
        then, filters = asked_of_file(store)
        heeded = Filters(comparar=filters.comparar, corte=filters.corte)
        return kept(heeded.to_query(), lambda: _written(then, level, name, kind, heeded.comparar))

    for stem, level in territory_page.LEVELS.items():
        for kind in _KINDS:
            endpoint = f"{stem}-{kind.replace('.', '-')}"
            routes.add_url_rule(f"/datos/{stem}/<place:name>.{kind}", endpoint,
                                partial(file, stem, level, kind))  # fmt: skip
    server.register_blueprint(routes)


def _written(then: Store, level: Level, name: str, kind: str, compared: str) -> Response:
    missing = "territory" if level == "departamento" else "district"
    subject = territories.find(then, level, name)
    if subject is None:
        abort(404, description=t(f"errors.404.{missing}", name=name[:40]))
    beside = territories.find(then, level, compared)
    if compared and beside is None:
        raise unusable(then, Remark("unknown-value", "comparar", compared))
    rows = territory_page.rows(then, subject, beside)
    title = t(f"territorio.named.{level}", name=subject.name)
    return _as_file(then, rows, kind, title)


def _as_file(then: Store, rows: pd.DataFrame, kind: str, title: str) -> Response:
    if kind == "csv":
        return send(datapackage.to_csv(rows), "text/csv; charset=utf-8")
    if kind == excel_files.KIND:
        return excel_files.answer(rows)
    if kind == "json":
        return send(datapackage.to_json(rows), "application/json")
    about = [title, t("territorio.limit"), t("territorio.others_lead"), t("territorio.computed"),
             provenance.board_citation(then)]  # fmt: skip
    return respond(encode(xlsx.write(rows, about), xlsx.MIMETYPE, ""), MINUTE)
