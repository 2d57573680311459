"""The board for gunicorn: `server`, which stands over the tables of the settings."""

import sys

from callbacks.board import create_app
from callbacks.hot_reload import collector
from callbacks.hot_reload.server import Server
from components import texts
from data import settings
from data.faults import TableError
from data.loader import folder
from geo import shape_files
from geo.shape_files import ShapeError

__all__ = ["create_app", "server"]


def _server() -> Server:
    try:
        settings.check()
        texts.check()
        shape_files.check()
        every = float(settings.setting("TABLERO_REVISAR"))
        made = Server(lambda store: create_app(store).server, folder(), every)
    except (TableError, settings.SettingError, texts.TextError, ShapeError) as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from None
    for line in settings.unknown():
        print(line, file=sys.stderr)
    return made


collector.look_seldom()
server = _server()
collector.freeze()
