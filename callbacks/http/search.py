"""/buscar.json: what the search finds, for who asks by program."""

import json

from flask import Flask, Response, abort

from callbacks.http.request_state import asked_of_file, query, renamed
from callbacks.http.routes import DATA, Routes
from callbacks.serving.responses import MINUTE, send
from callbacks.serving.waiting_line import in_turn
from components.pages import PAGES
from components.pages.search.search import NAME, PATH, as_record
from components.texts import t
from data.store import Store


def register(server: Flask, store: Store) -> None:
    """Serve /buscar.json."""
    routes = Routes("search", DATA)

    @routes.get(f"{PATH}.json")
    def answers() -> Response:
        then, filters = asked_of_file(store, renamed(query(), {NAME: "buscar"}))
        if not filters.buscar:
            abort(400, description=t("buscar.no_question"))
        return in_turn(lambda: _answer(then, filters.buscar))

    server.register_blueprint(routes)


def _answer(store: Store, question: str) -> Response:
    record = as_record(store, PAGES, question)
    return send(json.dumps(record, ensure_ascii=False), "application/json", MINUTE)
