"""One chart alone, as a document for an iframe: no menu, no Dash, no Plotly, no cookie."""

import base64
import hashlib
from typing import Any, NamedTuple

from components import assets, explained, svg
from components.charts import cutoffs
from components.charts.credits import credit
from components.charts.examples import example
from components.charts.view import View
from components.embeds.corrections import notice
from components.embeds.embed_options import THEMES, Options
from components.embeds.embed_words import last_result
from components.embeds.heights import drawing_limits
from components.embeds.own_filters import form
from components.embeds.rows_table import rows_table
from components.embeds.shapes import Shapes
from components.markup import Writing, render
from components.style_rules import faces, used, words
from components.templates import fill
from components.texts import t

# Tells the height to the page that holds the frame, whatever its origin: it is no secret. It says
# it again after a second, for a listener that was not there yet.
SCRIPT = (
    "(function(){var b=document.body,a;function t(){var h=Math.ceil(b.getBoundingClientRect()"
    ".height);if(h!==a){a=h;parent.postMessage({tipo:'tablero-trata',version:1,"
    "grafico:b.dataset.grafico,alto:h},'*')}}if(parent!==window){if(window.ResizeObserver)"
    "new ResizeObserver(t).observe(b);"
    "addEventListener('load',function(){a=0;t()});setTimeout(function(){a=0;t()},1e3)}})()"
)
REMARKS = "<!-- -->"
_REMARK = '<p class="remark" role="note">'
# Answers at the marks of a drawing; where a host forbids scripts, the titles of the marks do.
ANSWERS = assets.tight("marks.js")
# What a sandbox shuts goes another way.
SEALED = assets.tight("sealed.js")
# What the script of the answers writes: its rules travel with it, and the theme of a browser
# that forces dark.
_ANSWERED = (
    '<html data-theme="dark">'
    '<div class="answer" hidden><strong></strong><a></a><span></span><small></small></div>'
    '<svg class="drawing"><g class="answering" data-mark></g></svg>'
)
SCRIPT_HASHES = tuple(
    "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    for script in (SCRIPT, ANSWERS, SEALED)
)


class _Example(NamedTuple):
    code: str
    address: str


def document(view: View, options: Options, origin: str, said: str = REMARKS) -> str:
    """Return the whole document of an embed; `said` is what its address got wrong."""
    theme, body = THEMES[options.tema], _body(view, options, origin, said)
    answers = ANSWERS if len(view.frame) else ""
    written = f'<html lang="es-PE" data-theme="{theme}" class="sealed">{body}{_REMARK}'
    return fill(
        "embed.html", view=view, origin=origin, theme=theme, script=SCRIPT, body=body,
        answers=answers, sealed=SEALED,
        title=f"{view.title} · {t('board.name')}",
        style=faces() + used(words(written + (answers and _ANSWERED))),
    )  # fmt: skip


def _body(view: View, options: Options, origin: str, said: str) -> str:
    some, shapes = bool(len(view.frame)), Shapes()
    how = Writing(mark=lambda mark: shapes.beside(_out_of_the_frame(mark)))
    drawing = how.drawn(view.chart.drawings(view.frame)) if some else None
    slots: dict[str, Any] = {
        "view": view,
        "origin": origin,
        "said": said,
        "credit": credit(view),
        "limits": drawing_limits(view, options.alto, options.controles)
        if options.alto and some
        else {},
        "notice": render(notice(view), how),
        "form": form(view, options) if options.controles else "",
        "drawing": drawing,
        "sheets": shapes.sheets(),
        "example": _example(view, options) if view.needs_code else None,
        "dated": cutoffs.line(view.chart, view.store, view.frame),
        "table": render(rows_table(view.title, view.frame), how) if some else "",
        "explained": _explained(view, how),
    }
    return fill("embed_body.html", **slots)


def _out_of_the_frame(mark: svg.Element) -> svg.Element:
    """Return a mark whose link opens in the place of the page that holds the frame."""
    if mark.tag != "a":
        return mark
    return svg.Element("a", mark.children, {"target": "_top"} | mark.attributes)


def _example(view: View, options: Options) -> _Example:
    code = example(view.chart, view.store)
    query = options.to_query(view.filters.with_(codigo=code))
    return _Example(code, f"/incrustar/{view.chart.slug}?{query}")


def _explained(view: View, how: Writing) -> str:
    """Return what the sources say of the last result of an indicator, beside its figures."""
    year = last_result(view)
    return render(explained.notes(view.store, view.filters.codigo, year), how) if year else ""
