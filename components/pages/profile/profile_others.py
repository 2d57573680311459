"""Every publication that the charts of the profile do not show whole."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.controls import link
from components.format import number, span
from components.pages.profile.profile_tables import Notes, counted, ended, head, note_key, notes_of
from components.table import table
from components.texts import t
from components.truncated_list import cut
from data.model import BasePerfil, Incidencia
from data.store import Store

# Each holds as many figures as the publication has categories.
_MOST = 30
_OF = ("indicador", "desagregacion", "periodo", "unidad", "fuente")


def others(store: Store, found: dict[str, list[list[Incidencia]]]) -> Component:
    """Return every publication that the charts do not show whole, by breakdown."""
    notes = notes_of(store)
    parts = [
        _breakdown(store, name, publications, notes)
        for name, publications in found.items()
        if publications
    ]
    heading = html.H2(t("perfil.others"), id="otras-fuentes")
    return html.Section([heading, html.P(t("perfil.others_lead")), *parts])


def _breakdown(store: Store, name: str, found: list[list[Incidencia]], notes: Notes) -> Component:
    what = t(f"perfil.what.{name}")
    amount = (
        t("perfil.publications_one")
        if len(found) == 1
        else t("perfil.publications_many", amount=len(found))
    )
    ordered = sorted(found, key=lambda rows: (rows[0].periodo_inicio, rows[0].periodo_fin))
    newest, rest = cut(ordered[::-1], "incidencia", _MOST)
    cells = [_publication(store, rows, notes) for rows in newest[::-1]]
    names = ("counted", "period", "figures", "why", "who", "trust")
    shown = table(f"{t('perfil.others')}: {what}", [head(n) for n in names], cells)
    summary = html.Summary([html.H3(what), html.Span(amount, className="caveat")])
    return html.Details([summary, shown, *rest], className="record", id=f"otras-{name}")


def _publication(store: Store, rows: list[Incidencia], notes: Notes) -> list[Any]:
    first = rows[0]
    bases = store.by(BasePerfil, *_OF).get(_of(first), ())
    figures = [
        html.Li([f"{row.categoria}: ", html.Strong(number(row.valor, row.unidad))]) for row in rows
    ]
    said = dict.fromkeys(notes[key] for row in rows if (key := note_key(vars(row))) in notes)
    said |= dict.fromkeys(row.explicacion for row in bases)
    remarks = [html.Li(ended(text)) for text in said]
    if bases:
        remarks.append(html.Li(link(t("perfil.see"), "/perfil", f"periodo={first.periodo}")))
    source = store.sources[first.fuente]
    return [
        counted(first.indicador),
        span(first.periodo_inicio, first.periodo_fin),
        html.Ul(figures, className="figures"),
        html.Ul(remarks, className="figures") if remarks else "",
        html.A(source.institucion, href="/metodologia#fuentes"),
        first.confianza,
    ]


def _of(row: Incidencia) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in _OF)
