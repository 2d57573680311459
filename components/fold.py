"""What a phone folds and a wide screen shows: it opens without a script."""

from dash import html
from dash.development.base_component import Component


def fold(name: str, words: str, *, opened: bool = False) -> Component:
    """Return the line that opens what comes right after it.

    It is a disclosure without content of its own, as no style opens one that is closed: on a
    phone the element after it shows while it is open, and on a wide screen the line is not there.
    """
    return html.Details([html.Summary(words)], className="fold", id=f"fold-{name}",
                        open=opened or None)  # fmt: skip
