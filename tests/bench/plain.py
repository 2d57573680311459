"""The home of the board as a careful author would write it by hand: the floor.

It has the content of `/` and none of the machinery: the same sentences, lists, tables and drawings,
wide and narrow, and the same filters, in one file with forty lines of style, the letter of the
reader's machine and a dozen lines of JavaScript. A filter asks for the part that it changes, and
puts it in its place. Left out are the menu, what a chart offers beside itself (to explore, share,
cite, embed), the meaning of terms, paper, the dark theme, Dash. Answers stand ready and compressed
as those of the board are, with an ETag; a part is written when it is first asked for.
"""

import gzip
import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl

import brotli

from components.charts.views import Views
from components.dash_parts import Parts
from components.markup import Writing, render
from components.pages.overview.overview import PAGE
from components.texts import t
from data.loader import load
from data.query.filters import Filters
from tests.bench.handmade import content

STORE = load()
_SCRIPT = """
const form = document.querySelector("form"), shown = document.getElementById("shown");
let asked = 0;
form.addEventListener("change", async () => {
  const query = new URLSearchParams(new FormData(form)), mine = ++asked;
  const answer = await fetch("/parte?" + query);
  const part = await answer.text();
  if (mine !== asked) return;
  shown.innerHTML = part;
  history.pushState(null, "", "/?" + query);
});
document.body.classList.add("scripted");
"""


def _choices(name, title, values):
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}" value="{value}"> {said}</label>'
        for value, said in values
    )
    return f"<details><summary>{title}</summary><fieldset>{boxes}</fieldset></details>"


def _form():
    years = "".join(f"<option>{year}</option>" for year in reversed(STORE.years))
    sectors = sorted({row.sector for row in STORE.indicators.values()})
    axes = ("prevencion", "persecucion", "proteccion")
    return (
        f'<form><label>{t("filters.anio")} <select name="anio">{years}</select></label>'
        + _choices("sector", t("filters.sector"), [(one, t(f"sectors.{one}")) for one in sectors])
        + _choices("eje", t("filters.eje"), [(one, t(f"axes.{one}")) for one in axes])
        + "</form>"
    )


def _seen(query):
    given = parse_qsl(query)
    chosen = {name: tuple(v for n, v in given if n == name) for name in ("sector", "eje")}
    year = dict(given).get("anio")
    filters = Filters(anio=int(year) if year else None, **chosen)
    return PAGE.see(Views(STORE, filters), "")


def part(query=""):
    return content(render(_seen(query).content, Writing(place=Parts().place)))


def page():
    style = Path(__file__).with_suffix(".css").read_text("utf-8").replace("\n", "")
    return (
        '<!doctype html><html lang="es-PE"><meta charset="utf-8"><title>Tablero</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f"<style>{style}</style>{_form()}"
        f'<main><div id="shown" class="content">{part()}</div>'
        f'<div class="content">{content(render(_seen("").lasting()))}</div></main>'
        f"<script>{_SCRIPT}</script>"
    )


@cache
def _answer(path, query, coding):
    """Return the headers and the bytes of an answer, ready to be sent."""
    body = (part(query) if path == "/parte" else page()).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}{coding}"'
    if coding:
        body = brotli.compress(body, quality=5) if coding == "br" else gzip.compress(body)
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body))),
               ("ETag", tag), ("Cache-Control", "public, max-age=60"),
               ("Vary", "Accept-Encoding")]  # fmt: skip
    return headers + [("Content-Encoding", coding)] * bool(coding), body, tag


_answer("/", "", "br")


def server(environ, start_response):
    offered = environ.get("HTTP_ACCEPT_ENCODING", "")
    coding = next((one for one in ("br", "gzip") if one in offered), "")
    query = environ["QUERY_STRING"] if environ["PATH_INFO"] == "/parte" else ""
    headers, body, tag = _answer(environ["PATH_INFO"], query, coding)
    if environ.get("HTTP_IF_NONE_MATCH") == tag:
        start_response("304 Not Modified", [one for one in headers if "Content" not in one[0]])
        return []
    start_response("200 OK", headers)
    return [body]
