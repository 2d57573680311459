"""What the entity declared of an indicator: its words, and the files that it lets be named."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.format import day_of
from components.pages.page import Content
from components.table import entity
from components.texts import known, t
from data.model import Declaracion, Evidencia, Indicador
from data.store import Store

_BY = ("codigo", "periodo")


def declared(store: Store, row: Indicador) -> Component | None:
    """Return what was declared, the last period first; nothing where nothing was."""
    said = store.by(Declaracion, "codigo").get((row.codigo,), ())
    shown = store.by(Evidencia, "codigo").get((row.codigo,), ())
    periods = sorted(
        {*(one.periodo for one in said), *(one.periodo for one in shown)}, reverse=True
    )
    if not periods:
        return None
    last, *before = [_period(store, row, name) for name in periods]
    older = [
        html.Details([html.Summary(name), *content])
        for name, content in zip(periods[1:], before, strict=True)
    ]
    return html.Section(
        [
            html.H2(t("ficha.declared")),
            html.P(t("ficha.declared_lead"), className="caveat"),
            *last,
            *older,
            html.P(html.A(t("ficha.declared_csv"), href=_file(row)), className="source"),
        ]
    )


def _period(store: Store, row: Indicador, period: str) -> Content:
    key = (row.codigo, period)
    said = store.by(Declaracion, *_BY).get(key, ())
    shown = store.by(Evidencia, *_BY).get(key, ())
    first: Declaracion | Evidencia = said[0] if said else shown[0]
    place = store.sources[first.fuente]
    head: Content = [period, " · ", entity(store, first.entidad)]
    if said:
        head += [" · ", t("ficha.declared_sent", date=day_of(said[0].fecha, None))]
    return [
        html.P(head),
        html.Dl([part for one in said for part in _words(one)]) if said else None,
        *_files(shown),
        html.P(f"{place.documento}. {place.localizador}.", className="source"),
    ]


def _words(one: Declaracion) -> Iterator[Component]:
    """Give what is said, under what it is: a part of the report, or what a check asked."""
    key = f"ficha.declared_parts.{one.apartado}"
    if known(key):
        yield html.Dt(t(key))
    else:
        yield html.Dt(t("ficha.declared_asked", rule=one.apartado, question=one.pregunta or ""))
    yield html.Dd(one.texto)


def _files(shown: tuple[Evidencia, ...]) -> Iterator[Component]:
    if not shown:
        return
    yield html.P(t("ficha.declared_files"))
    yield html.Ul(
        [
            html.Li(
                [
                    t("ficha.declared_file", title=one.titulo, kind=one.tipo,
                      date=day_of(one.fecha, None)),
                    " ",
                    html.Code(one.sha256),
                ]
            )
            for one in shown
        ]
    )  # fmt: skip


def _file(row: Indicador) -> str:
    return f"/datos/declaraciones.csv?codigo={row.codigo}"
