"""gunicorn's own log, in the form of ours: of a fault its kind and place, never its words."""

from typing import Any

from gunicorn import glogging

from callbacks.serving import log


class ServerLog(glogging.Logger):
    """What gunicorn says, one JSON object per line."""

    def _set_handler(self, log_: Any, output: str, fmt: Any, stream: Any = None) -> None:
        super()._set_handler(log_, output, log.Lines(), stream)
