"""What stands beside a charge: the reason that the source gives, and who took it over."""

from collections.abc import Iterable, Iterator, Sequence

from dash import html
from dash.development.base_component import Component

from components.charts.status_strip import with_moved
from components.table import Cell, entity
from components.texts import t
from data.model import Explicacion, Indicador, SinReporte, Valor
from data.store import Store


def moved_to(store: Store, code: str, year: int) -> str:
    """Return the initials of who took over an indicator by that year; '' if nobody did."""
    return store.moved.get((code, year), "")


def responsible(store: Store, row: Indicador, year: int) -> list[Cell]:
    """Return who answers, with the entity to which the source says that it moved."""
    other, who = moved_to(store, row.codigo, year), store.responsible(row.codigo, year)
    if not other:
        return [entity(store, who)]
    said = t("explained.moved_to").split("{entity}")
    small = html.Small([said[0], entity(store, other), said[1]], className="moved")
    return [entity(store, who), " ", small]


def named(store: Store, row: Indicador, year: int) -> str:
    """Return who answers in plain words, with the entity to which it moved."""
    return with_moved(store.responsible(row.codigo, year), moved_to(store, row.codigo, year))


def moves(store: Store, pairs: Iterable[tuple[Indicador, Valor]]) -> list[str]:
    """Say which of some indicators the report says that passed to another entity."""
    return [
        t("charts.semaforo.moved", code=row.codigo, entity=row.responsable, other=other)
        for row, value in pairs
        if (other := moved_to(store, row.codigo, value.anio))
    ]


def notes(store: Store, code: str, year: int) -> list[Component]:
    """Return what the sources say of a result, each with its place: nothing where they do not."""
    return [
        html.P([said, " ", html.Small(f"({store.sources[row.fuente].localizador})")],
               className="explained")
        for row, said in _said(store, code, year)
    ]  # fmt: skip


def beside(store: Store, code: str, year: int) -> list[Component]:
    """Return what stands beside a charge: that the report has no information, and the notes."""
    missing = (code, year) in store.exact(SinReporte)
    said = [html.P(t("explained.missing"), className="explained")] if missing else []
    return [*said, *notes(store, code, year)]


def sentences(store: Store, code: str, year: int) -> list[str]:
    """Return what the sources say of a result as plain sentences."""
    return [
        f"{said} ({store.sources[row.fuente].localizador})"
        for row, said in _said(store, code, year)
    ]


def running(said: Sequence[str]) -> str:
    """Return sentences as one paragraph: most end in what they cite, with no stop of their own."""
    *first, last = said
    return ". ".join([*(one.removesuffix(".") for one in first), last])


def _said(store: Store, code: str, year: int) -> Iterator[tuple[Explicacion, str]]:
    for row in store.by(Explicacion, "codigo", "anio").get((code, year), ()):
        yield row, t(f"explained.{row.clase}", text=row.texto, entity=row.entidad)


def unexplained(store: Store, pairs: Iterable[tuple[Indicador, Valor]]) -> str:
    """Say once that the source gives no reason for those that have none beside them; '' if all."""
    given = {
        (row.codigo, row.anio)
        for row in store.rows(Explicacion) if row.clase in ("razon", "traslado")
    }  # fmt: skip
    bare = any((row.codigo, value.anio) not in given for row, value in pairs)
    return t("explained.none") if bare else ""


def silence(store: Store, pairs: Iterable[tuple[Indicador, Valor]]) -> Component | None:
    """Return that as a line of its own; nothing where each has its reason."""
    said = unexplained(store, pairs)
    return html.P(said, className="caveat") if said else None


def received(store: Store, initials: str, year: int) -> list[Component]:
    """Return, for an institution, the indicators that the source says that passed to it."""
    return [
        html.P(
            [t("explained.received", entity=row.entidad, from_=indicator.responsable), " ",
             html.A(f"{row.codigo}. {indicator.nombre}", href=f"/indicadores/{row.codigo}"), " ",
             row.texto, " ", html.Small(f"({store.sources[row.fuente].localizador})")],
            className="remark",
        )
        for row in store.rows(Explicacion)
        if row.entidad == initials and row.anio == year
        for indicator in [store.then(row.codigo, year)]
    ]  # fmt: skip
