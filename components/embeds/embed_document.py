"""One chart alone, as a document for an iframe: no menu, no Dash, no Plotly, no cookie."""

import base64
import hashlib
from html import escape

from components import assets, explained
from components.charts.chart import records
from components.charts.view import View, example
from components.embeds.corrections import notice
from components.embeds.embed_options import THEMES, Options
from components.embeds.heights import drawing_limits
from components.embeds.own_filters import form
from components.embeds.rows_table import rows_table
from components.embeds.shapes import gathered
from components.embeds.styles import used
from components.markup import render
from components.texts import t

# Tells the height to the page that holds the frame, whatever its origin: it is no secret. It says
# it again after a second, for a listener that was not there yet.
SCRIPT = (
    "(function(){var b=document.body,a;function t(){var h=Math.ceil(b.getBoundingClientRect()"
    ".height);if(h!==a){a=h;parent.postMessage({tipo:'tablero-trata',version:1,"
    "grafico:b.dataset.grafico,alto:h},'*')}}if(parent!==window){new ResizeObserver(t).observe(b);"
    "addEventListener('load',function(){a=0;t()});setTimeout(function(){a=0;t()},1e3)}})()"
)
REMARKS = "<!-- -->"
_REMARK = '<p class="remark" role="note">'
SCRIPT_HASH = "sha256-" + base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()


def document(view: View, options: Options, origin: str, said: str = REMARKS) -> str:
    """Return the whole document of an embed; `said` is what its address got wrong."""
    title = f"{view.title} · {t('board.name')}"
    opening = f'<html lang="es-PE" data-theme="{THEMES[options.tema]}">'
    body = (
        f'<body class="embed" data-grafico="{view.chart.slug}"{_limits(view, options)}>'
        f"{_figure(view, options, origin, said)}"
    )
    return (
        f"<!doctype html>{opening}<head>"
        '<meta charset="utf-8">'
        f"<title>{escape(title, quote=False)}</title>"
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f'<meta name="description" content="{escape(view.plain)}">'
        f'<link rel="canonical" href="{escape(origin + view.page)}">'
        f'<link rel="icon" href="{assets.inline("favicon.svg")}" type="image/svg+xml">'
        f"<style>{used(opening + body + _REMARK)}</style></head>"
        f"{body}<script>{SCRIPT}</script></body></html>"
    )


def _limits(view: View, options: Options) -> str:
    if not options.alto or not len(view.frame):
        return ""
    limits = drawing_limits(view, options.alto, options.controles)
    return f' style="{";".join(f"--{name}-limit:{px}px" for name, px in limits.items())}"'


def _figure(view: View, options: Options, origin: str, said: str) -> str:
    over = f'<p class="over">{_text(view.selection)}</p>' if view.selection else ""
    above = (
        f"<figcaption>{over}<h1>{_text(view.title)}</h1>"
        f'<p class="sentence">{_text(view.sentence)}</p></figcaption>'
    )
    parts = [above, said, render(notice(view))]
    parts.append(form(view, options) if options.controles else "")
    below = _drawn(view) if len(view.frame) else _example(view, options)
    return (
        f'<main><figure class="alone"><div class="words">{"".join(parts)}</div>{below}'
        f'<div class="words">{_under(view, origin)}</div></figure></main>'
    )


def _drawn(view: View) -> str:
    drawing = gathered(view.chart.svg(view.frame)).replace("<a ", '<a target="_top" ')
    # A drawing whose marks are links keeps them reachable; any other is one image.
    role = "group" if "<a " in drawing else "img"
    return (
        f'<div class="still" role="{role}" aria-label="{escape(view.title)}. '
        f'{escape(view.sentence)}">{drawing}</div>'
    )


def _example(view: View, options: Options) -> str:
    if not view.needs_code:
        return ""
    code = example(view.chart, view.store)
    query = options.to_query(view.filters.with_(codigo=code))
    address = f"/incrustar/{view.chart.slug}?{query}"
    return f'<p><a href="{escape(address)}">{t("embed.example", code=code)}</a></p>'


def _under(view: View, origin: str) -> str:
    store = view.store
    table = ""
    if len(view.frame):
        rows = render(rows_table(view.title, view.frame))
        table = f'<details class="beside"><summary>{t("chart.table")}</summary>{rows}</details>'
    back = t("embed.back", name=t("board.name"))
    cutoff = t("board.cutoff", year=store.latest, version=store.version)
    return (
        f'{table}<div class="notes">{_explained(view)}{_source(view)}'
        f'<p class="caveat">{_text(view.chart.caveat())}</p>'
        f'<p class="version">{_text(cutoff)}</p>'
        f'<p class="back"><a href="{escape(origin + view.place)}" target="_top">{back}</a></p>'
        f'<p class="caveat">{t("embed.help")}</p></div>'
    )


def _explained(view: View) -> str:
    """Return what the sources say of the last result of an indicator, beside its figures."""
    results = [row for row in records(view.frame) if row.get("valor_obtenido") is not None]
    if not view.filters.codigo or not results:
        return ""
    return render(explained.notes(view.store, view.filters.codigo, results[-1]["anio"]))


def _source(view: View) -> str:
    if not len(view.frame):
        return ""
    whole = _text(t("chart.source", text=view.footnote))
    if not view.folds:
        return f'<p class="source">{whole}</p>'
    short = _text(t("chart.source", text=view.sources))
    return (
        f'<p class="source">{short}</p><details class="beside"><summary>{t("embed.cited")}'
        f'</summary><p class="source">{whole}</p></details>'
    )


def _text(text: str) -> str:
    return escape(text, quote=False)
