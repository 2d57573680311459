"""What can be found of the policy and of the plans before it: every promise at its own place."""

from collections.abc import Iterator

from components.pages.plans.commitment_links import PATH, code, place, words
from components.pages.search.entry_weights import WEIGHTS
from components.texts import t
from data.model import (
    Accion2017,
    Actividad2007,
    Indicador,
    Ivo2017,
    Lineamiento,
    Meta2007,
    Meta2017,
    Objetivo,
    Row,
    Servicio,
)
from data.search.entries import Entry
from data.search.search_corpus import Passage, passages
from data.store import Store

_KINDS: dict[type[Row], tuple[str, float]] = {
    Indicador: ("indicador", 1.0), Servicio: ("servicio", 1.0), Accion2017: ("accion", 1.0),
    Meta2007: ("meta", 1.1), Meta2017: ("meta", 0.9), Ivo2017: ("meta", 0.8),
    Actividad2007: ("meta", 0.75),
}  # fmt: skip


def entries(store: Store) -> Iterator[Entry]:
    """Give every promise of the three plans, then the objectives and the lineamientos."""
    for passage in passages(store):
        yield _promise(store, passage)
    yield from _objectives(store)
    yield from _guidelines(store)


def _promise(store: Store, passage: Passage) -> Entry:
    row = passage.row
    kind, share = _KINDS[type(row)]
    said = t(f"buscar.plans.{type(row).__name__}")
    held = store.by(Meta2017, "accion").get(row.identity, ())
    told = " ".join(goal.texto for goal in held) if isinstance(row, Accion2017) else ""
    return Entry(
        kind, _id(row), passage.text, place(store, row), _keys(row), told, passage.around,
        note=f"{code(row)} · {said}",
        weight=WEIGHTS[kind] * share,
    )  # fmt: skip


def _id(row: Row) -> str:
    match row:
        case Meta2007():
            return f"2007-{row.numero}"
        case Actividad2007():
            return f"2007-{row.meta}-{row.orden}"
        case Meta2017():
            return f"{row.accion}-{row.periodo}-{row.orden}"
    return str(row.identity[0])


def _keys(row: Row) -> tuple[str, ...]:
    """Return what names a promise whole: its code, also with the word before it, and its number."""
    match row:
        case Meta2007():
            return (f"meta {row.numero}",)
        case Servicio():
            return row.codigo, f"servicio {row.numero}", f"S{row.numero}"
        case Indicador():
            short = (row.codigo.removesuffix(".01"),) if row.nivel == "ISS" else ()
            return row.codigo, f"indicador {row.codigo}", *short
        case Accion2017():
            return row.codigo, f"acción {row.codigo}"
        case Ivo2017():
            return (row.codigo,)
    return ()


def _objectives(store: Store) -> Iterator[Entry]:
    for row in store.rows(Objetivo):
        number = row.codigo.lstrip("OPEI").lstrip(".0")
        keys = (row.codigo, row.codigo.replace(".0", ""), f"objetivo {number}")
        yield Entry(
            "objetivo", row.codigo, words(row), f"{PATH}?eje={row.eje}",
            keys if row.nivel == "OP" else keys[:1],
            note=f"{row.codigo} · {t(f'planes.plan.{row.plan}')}",
            weight=WEIGHTS["objetivo"] * (1 if row.nivel == "OP" else 0.7),
        )  # fmt: skip


def _guidelines(store: Store) -> Iterator[Entry]:
    axes = {row.codigo: row.eje for row in store.rows(Objetivo)}
    for row in store.rows(Lineamiento):
        held = next((i for i in store.indicators.values() if i.lineamiento == row.codigo), None)
        address = f"/indicadores/{held.codigo}" if held else f"{PATH}?eje={axes[row.objetivo]}"
        yield Entry("lineamiento", row.codigo, row.nombre, address, (row.codigo,),
                    note=row.codigo, weight=WEIGHTS["lineamiento"])  # fmt: skip
