"""The tables of the profile: what each chart shows, what does not add up, what else exists."""

from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import Record
from components.charts.profile import base, title, who
from components.controls import link
from components.format import number, span
from components.table import table
from components.texts import t
from components.truncated_list import cut
from data.model import BasePerfil, Incidencia, NotaIncidencia
from data.query.profile_groups import Group
from data.query.store_cache import per_store
from data.store import Store

_OF = ("indicador", "desagregacion", "periodo", "unidad", "fuente")
Notes = dict[tuple[str, ...], str]


def chart_tables(store: Store, rows: list[Record], by: str) -> Component:
    """Return one table per breakdown of a chart, each under what all its rows share.

    `by` is grupo, or desagregacion where victims and accused stand side by side.
    """
    notes = _notes(store)
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row[by])]
    return html.Div([part for group in groups for part in _group_table(group, by, notes)])


def _group_table(rows: list[Record], by: str, notes: Notes) -> list[Component]:
    said = [notes.get(_key(row), "") for row in rows if not _is_rest(row)]
    shared = said[0] if len(set(said)) == 1 else ""
    about = dict.fromkeys(_about(row) for row in rows)
    own = ["" if shared else notes.get(_key(row), "") for row in rows]
    cells = [
        [_name(row, by), _figure(row, note), note] for row, note in zip(rows, own, strict=True)
    ]
    columns = ("category", "value", "note") if any(own) else ("category", "value")
    shown = [cell[: len(columns)] for cell in cells]
    breakdown = rows[0]["desagregacion"]
    heading = rows[0]["titulo"] if by == "grupo" else t(f"perfil.what.{breakdown}")
    lines = [*about, _ended(shared)] if shared else list(about)
    return [
        html.H3(heading),
        *(html.P(line, className="caveat") for line in lines),
        table(heading, [_head(name) for name in columns], shown, numeric=(1,)),
    ]


def _about(row: Record) -> str:
    when = span(row["periodo_inicio"], row["periodo_fin"])
    trust = t("perfil.trust", level=row["confianza"])
    parts = [_counted(row["indicador"]).capitalize(), when, base(row), row["institucion"], trust]
    return " · ".join(parts)


def _name(row: Record, by: str) -> Any:
    """Return the category; where two populations are compared, also whose it is."""
    if by == "grupo":
        return row["categoria"]
    return [row["categoria"], html.Small(f" {_counted(row['indicador'])}")]


def _figure(row: Record, note: str) -> list[Any]:
    """Return a figure; a number of cases also as computed share, unless its note says it."""
    written = number(row["valor"], row["unidad"])
    if row["unidad"] == "%":
        return [written]
    share = number(round(row["valor"] / row["total"] * 100, 1), "%")
    if note.startswith(share.replace("\u202f", " ")):
        return [written]
    return [written, html.Small(f" {share} {t('words.calculated')}", className="computed")]


def _is_rest(row: Record) -> bool:
    return bool(row["parte"] == "resto")


def _counted(indicator: str) -> str:
    return t(f"perfil.counted.{indicator}")


def _key(row: Record) -> tuple[str, ...]:
    return row["indicador"], row["desagregacion"], row["categoria"], row["periodo"], row["fuente"]


def _head(name: str) -> str:
    return t(f"perfil.columns.{name}")


@per_store
def _notes(store: Store) -> Notes:
    return {_key(vars(row)): row.nota for row in store.rows(NotaIncidencia)}


def sums(store: Store, groups: list[Group]) -> Component:
    """Return, for each breakdown on screen, its base, its sum, what is missing and why."""
    heading = html.H2(t("perfil.sums"), id="sumas")
    items = [part for group in groups for part in _sum(store, group)]
    parts = [heading, html.P(t("perfil.sums_lead")), html.Dl(items)]
    return html.Section(parts, className="sums half")


def _sum(store: Store, group: Group) -> list[Component]:
    row = group.base
    name = title(row.indicador, row.desagregacion) or row.titulo
    when = span(group.rows[0].periodo_inicio, group.rows[0].periodo_fin)
    total, rest = number(row.suma, row.unidad), number(row.resto, row.unidad)
    said = t("perfil.adds", sum=total, rest=rest) if row.resto else t("perfil.closes", sum=total)
    origin = f"{base(row.model_dump()).capitalize()}. {who(store.sources[row.fuente].institucion)}."
    return [
        html.Dt(f"{name}, {when}"),
        html.Dd([html.Strong(said), f" {_why(row.explicacion)} ", html.Small(origin)]),
    ]


def _why(text: str) -> str:
    """Return the reason, unless it only says that the sum closes, which is said already."""
    return "" if text == "Cierra" else _ended(text)


def _ended(text: str) -> str:
    return f"{text.rstrip('.')}."


def others(store: Store, found: dict[str, list[list[Incidencia]]]) -> Component:
    """Return every publication that the charts do not show whole, by breakdown."""
    notes = _notes(store)
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
    newest, rest = cut(ordered[::-1], "incidencia")
    cells = [_publication(store, rows, notes) for rows in newest[::-1]]
    names = ("counted", "period", "figures", "why", "who", "trust")
    shown = table(f"{t('perfil.others')}: {what}", [_head(n) for n in names], cells)
    summary = html.Summary([html.H3(what), html.Span(amount, className="caveat")])
    return html.Details([summary, shown, *rest], className="record", id=f"otras-{name}")


def _publication(store: Store, rows: list[Incidencia], notes: Notes) -> list[Any]:
    first = rows[0]
    bases = store.by(BasePerfil, *_OF).get(_of(first), ())
    figures = [
        html.Li([f"{row.categoria}: ", html.Strong(number(row.valor, row.unidad))]) for row in rows
    ]
    said = dict.fromkeys(notes[key] for row in rows if (key := _key(vars(row))) in notes)
    said |= dict.fromkeys(row.explicacion for row in bases)
    remarks = [html.Li(_ended(text)) for text in said]
    if bases:
        remarks.append(html.Li(link(t("perfil.see"), "/perfil", f"periodo={first.periodo}")))
    source = store.sources[first.fuente]
    return [
        _counted(first.indicador),
        span(first.periodo_inicio, first.periodo_fin),
        html.Ul(figures, className="figures"),
        html.Ul(remarks, className="figures") if remarks else "",
        html.A(source.institucion, href="/metodologia#fuentes"),
        first.confianza,
    ]


def _of(row: Incidencia) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in _OF)
