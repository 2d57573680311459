"""Screens of what is in red or fell, each with its entity and history, and of who was silent."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components import explained
from components.band_counts import indicators
from components.charts.status_strip import with_moved
from components.charts.views import Views
from components.format import joined, number
from components.pages.overview.overview_lists import Pair
from components.session.drawings import drawn
from components.session.screen import Screen, amount, cited, pages, short, sources_of, values
from components.session.words import absent, known, reached, scoped
from components.table import status
from components.text_width import lines
from components.texts import t
from data.codes import Light
from data.model import Indicador, SinReporte, Valor
from data.query.filters import Filters
from data.store import Store

_ROWS = 3
# A heading of the room: the width of its line and the size of its letters at 1024 by 768.
_WIDE, _LARGE = 952, 38.4
_NAMES = 4
_WORSE: tuple[Light, ...] = ("rojo", "ambar", "verde")


def before(store: Store, row: Valor) -> Valor | None:
    """Return the value of the year before from whose band this one fell, if it did."""
    found = store.values.get((row.codigo, row.anio - 1))
    if found is None or not {found.semaforo, row.semaforo} <= set(_WORSE):
        return None
    return found if _WORSE.index(row.semaforo) < _WORSE.index(found.semaforo) else None


def red(views: Views) -> Iterator[Screen]:
    """Give the list of what is in red or fell, then each with its entity and its history."""
    store, filters = views.store, views.filters
    pairs, year = store.chosen(filters), store.year(filters)
    found = [
        (row, value) for row, value in pairs if value.semaforo == "rojo" or before(store, value)
    ]
    missing = absent(pairs, year)
    if not found:
        said = [html.P(text) for text in missing] or [html.P(t("panorama.red_none"))]
        heading = _unharmed(store, pairs, year)
        heading = scoped(filters, heading) if pairs else t("sesion.empty")
        yield Screen(heading, said if pairs else [])
        return
    heading = scoped(filters, _counted(store, found, year))
    cells = [
        [_who(store, row, value.anio), _named(store, row, value),
         amount(value), _state(store, value)]
        for row, value in found
    ]  # fmt: skip
    head = [t(f"columns.{name}") for name in ("responsable", "nombre", "avance", "semaforo")]
    sources = cited(store, [value.fuente for _, value in found])
    for part, shown in pages(heading, head, cells, _ROWS, [2]):
        yield Screen(heading + part, [shown], sources, "/indicadores?semaforo=rojo",
                     more=missing, figures={"valores": values(store, found)})  # fmt: skip
    for row, value in found:
        yield _history(views, (row, value))


def _unharmed(store: Store, pairs: list[Pair], year: int) -> str:
    """Say that none with a figure is below, and that none fell only where each has one before."""
    judged = known(pairs)
    if not judged:
        return t("sesion.red_absent", year=year)
    key = "sesion.red_none_one" if len(judged) == 1 else "sesion.red_none"
    said = t(key, known=len(judged), year=year)
    earlier = [store.values.get((row.codigo, year - 1)) for row, _ in judged]
    compared = all(value is not None and value.semaforo in _WORSE for value in earlier)
    return t("sesion.red_steady", said=said) if compared else said


def _counted(store: Store, found: list[Pair], year: int) -> str:
    """Say how many are below, how many of those fell, and how many more fell: each once."""
    reds = [value for _, value in found if value.semaforo == "rojo"]
    fell, more = sum(before(store, value) is not None for value in reds), len(found) - len(reds)
    if not reds:
        return t("sesion.fell_one" if more == 1 else "sesion.fell_many", fell=more, year=year)
    said = t("sesion.red", below=indicators(len(reds)), year=year)
    for kind, some in (("fell", fell), ("more", more)):
        if some:
            ending = "one" if some == 1 else "many"
            said = t(f"sesion.red_{kind}_{ending}", red=said, fell=some)
    return said


def _who(store: Store, row: Indicador, year: int) -> Component:
    """Return who answers as a cell that may take two lines."""
    return html.Span(explained.named(store, row, year), className="wraps")


def _named(store: Store, row: Indicador, value: Valor) -> list[Component]:
    """Return the name of an indicator with the reason that the source gives, cut in the room."""
    reason = " ".join(_reasons(store, value)[:2])
    return [short(row.nombre), html.Span(reason, className="cut-2")]


def _reasons(store: Store, value: Valor) -> list[str]:
    """Return what the sources say of a result, first that the report counts it as missing."""
    missing = (value.codigo, value.anio) in store.exact(SinReporte)
    said = explained.sentences(store, value.codigo, value.anio) or [t("explained.no_reason")]
    return [t("explained.missing"), *said] if missing else said


def _state(store: Store, value: Valor) -> list[Component | str]:
    """Return the state of a value and, where it fell, from which band."""
    said = _fallen(store, value).removeprefix(", ")
    more = [html.Br(), html.Span(said, className="fallen")] if said else []
    return [status(value.semaforo), *more]


def _fallen(store: Store, value: Valor) -> str:
    """Say, after a state, from which band it fell; nothing where it did not."""
    old = before(store, value)
    return f", {t('sesion.fallen', light=t(f'lights.{old.semaforo}'))}" if old else ""


def _history(views: Views, pair: Pair) -> Screen:
    store, (row, value) = views.store, pair
    who = explained.named(store, row, value.anio)
    heading = t("sesion.below", entity=who, code=row.codigo, value=reached(value), year=value.anio)
    view = views.of("indicador", views.filters.with_(codigo=row.codigo))
    # A long heading leaves the drawing room for one line of the name; the note has it whole.
    room = "cut-1" if len(lines(heading, _WIDE, _LARGE)) > 1 else "cut-2"
    name = html.P(
        [status(value.semaforo), f"{_fallen(store, value)}. {row.nombre}"], className=room
    )
    entity = store.entities.get(row.responsable)
    more = (
        [f"{row.codigo}. {row.nombre}", t("sesion.answers", entity=_full(store, row, value.anio))]
        if entity
        else []
    )
    target = t("sesion.pair", target=number(value.logro_esperado, row.unidad),
               value=number(value.valor_obtenido, row.unidad), year=value.anio)  # fmt: skip
    years = [(row, store.values[row.codigo, year]) for year in view.frame["anio"]]
    said = _reasons(store, value)
    reasons = [html.P(" ".join(said), className="cut-2")]
    return Screen(
        heading, [name, drawn(view), *reasons], sources_of(view),
        f"/indicadores/{row.codigo}", row.codigo, [*more, target, *said],
        {"valores": values(store, [pair]), "series": values(store, years)},
    )  # fmt: skip


def _full(store: Store, row: Indicador, year: int) -> str:
    """Return the whole name of who answers, with the entity to which it passed."""
    known = store.entities
    other = known.get(explained.moved_to(store, row.codigo, year))
    return with_moved(known[row.responsable].nombre, other.nombre if other else "")


def silent(views: Views) -> Iterator[Screen]:
    """Give the indicators for which the report says that information is missing."""
    store, filters = views.store, views.filters
    year, pairs = store.year(filters), store.chosen(filters)
    chosen = {row.codigo for row, _ in pairs}
    missing = [row for row in store.rows(SinReporte) if row.anio == year and row.codigo in chosen]
    if not missing:
        said = [html.P(text) for text in absent(pairs, year)]
        yield Screen(_nobody(store, filters, year) if pairs else t("sesion.empty"), said)
        return
    cells = [
        [_who(store, store.indicators[row.codigo], row.anio),
         short(store.indicators[row.codigo].nombre, 4), short(f"«{row.motivo}»", 4)]
        for row in missing
    ]  # fmt: skip
    head = [t("columns.entidad"), t("columns.nombre"), t("columns.motivo")]
    sources = cited(store, [row.fuente for row in missing])
    heading = _silenced(store, missing, year)
    for part, shown in pages(heading, head, cells, 3):
        yield Screen(
            heading + part, [shown], sources, "/",
            more=[f"{_entity(store, row)}, {row.codigo}. {store.indicators[row.codigo].nombre}: "
                  f"«{row.motivo}»" for row in missing],
            figures={"sin_reporte": [row.model_dump() | {"entidad": _entity(store, row)}
                                     for row in missing]},
        )  # fmt: skip


def _entity(store: Store, row: SinReporte) -> str:
    """Name who has the indicator, with the entity to which the report says that it passed."""
    return with_moved(row.entidad, explained.moved_to(store, row.codigo, row.anio))


def _nobody(store: Store, filters: Filters, year: int) -> str:
    """Say that the list of the report names nobody; of a year without results, only that."""
    if all(row.valor_obtenido is None for row in store.rows(Valor) if row.anio == year):
        return t("sesion.silent_absent", year=year)
    return t("sesion.silent_none_selected" if filters.narrows else "sesion.silent_none", year=year)


def _silenced(store: Store, missing: list[SinReporte], year: int) -> str:
    """Say of whom the report has no information: by name, or how many answer by the matrix."""
    rows = [store.indicators[row.codigo] for row in missing]
    names = list(dict.fromkeys(explained.named(store, row, year) for row in rows))
    said = {"year": year, "amount": indicators(len(missing))}
    if len(names) <= _NAMES:
        return t("sesion.silent", who=joined(names), **said)
    return t("sesion.silent_many", who=len({row.responsable for row in rows}), **said)
