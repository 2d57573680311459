"""Pages as words: what only keeps a range of years on one line parts no sentence of a page."""

import re
from typing import Any

from flask import Response
from flask.testing import FlaskClient

# As the text of a page, and inside the JSON of a view.
_KEPT = re.compile(r'<span class=\\?"nb\\?">(.*?)<(?:\\?/|\\u002f)span>')


def unmarked(page: str) -> str:
    """Return the HTML of a page without the elements that keep a range of years together."""
    return _KEPT.sub(r"\1", page)


class _Read(Response):
    def get_data(self, as_text: bool = False) -> Any:
        return unmarked(Response.get_data(self, as_text=True)) if as_text else super().get_data()


class Reader(FlaskClient):
    """A client whose answers, asked for as text, read in one piece; their bytes are as sent."""

    def __init__(self, application: Any, response_wrapper: Any, **how: Any) -> None:
        """Wrap the class of the answers."""
        bases = (_Read,) if response_wrapper is Response else (_Read, response_wrapper)
        read = type("Read", bases, {})
        super().__init__(application, read, **how)
