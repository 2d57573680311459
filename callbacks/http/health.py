"""/salud: whether the board can serve, from which data, and whether newer ones were refused."""

import json

from flask import Flask, Response, request

from callbacks.http.routes import OWN, Routes
from callbacks.serving.responses import send
from data.store import Store

# Where the server writes, with each request, why newer tables were refused; '' if none were.
REASON = "tablero.razon"


def register(server: Flask, store: Store) -> None:
    """Serve /salud."""
    routes = Routes("health", OWN)

    @routes.get("/salud")
    def health() -> Response:
        reason = request.environ.get(REASON, "")
        record = {
            "estado": "degradado" if reason else "bien",
            "version_datos": store.version,
            "corte": str(store.latest),
        }
        if reason:
            record["razon"] = reason
        return send(json.dumps(record, ensure_ascii=False), "application/json", cache="no-store")

    server.register_blueprint(routes)
