"""Counters and advances as the published report prints them, beside those counted here."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.compliance_report.document import Document
from components.format import number
from components.table import table
from components.texts import t
from data.compliance_report import contradictions as published
from data.compliance_report.blocks import Table
from data.compliance_report.context import Context
from data.compliance_report.free_text import FreeTexts
from data.compliance_report.vocabulary import text
from data.model import Conteo, OtroAvance
from data.store import Store

_TOTAL = "total"
# The columns of the matrix before its figures: code, name, who answers, standard.
_BEFORE = 4


def matrix(document: Document) -> Iterator[Component]:
    """Say how many figures of the published matrix are the same here, and list the others."""
    read = published.matrix(document.report.year)
    names = _columns(document)
    pairs = [
        (code, name, _plain(printed), _plain(ours))
        for code, row in _rows(document)
        for name, printed, ours in zip(names, read.get(code, ()), row, strict=False)
    ]
    different = [list(each) for each in pairs if each[2] != each[3]]
    said = {"total": f"{len(pairs):,}", "equal": f"{len(pairs) - len(different):,}"}
    yield html.P(t("comparacion.matrix", rows=len(read), **said))
    if different:
        head = [t(f"comparacion.{name}") for name in ("indicator", "column", "printed", "ours")]
        yield table(t("comparacion.matrix_differs"), head, different, (2, 3))


def _table(document: Document) -> Table | None:
    named = (block for block in document.report.blocks if isinstance(block, Table))
    return next((block for block in named if block.name == "cuadro-matriz"), None)


def _columns(document: Document) -> list[str]:
    found = _table(document)
    return [str(words) for words in found.head[_BEFORE:]] if found else []


def _rows(document: Document) -> Iterator[tuple[str, list[str]]]:
    found = _table(document)
    for row in found.rows if found else ():
        if not row.group:
            yield str(row.cells[0]), [str(words) for words in row.cells[_BEFORE:]]


def _plain(figure: str) -> str:
    """Return a figure without its signs: the scan and the board write them otherwise."""
    return "".join(sign for sign in figure if sign not in "%,\u202f ")


def counters(document: Document) -> Iterator[Component]:
    """Return the printed counters that differ from those counted here; the others in a fold."""
    store, year = document.store, document.report.year
    context = Context(store, year, FreeTexts("", {}))
    rows = [
        (_row(store, row, ours), row.cantidad == ours)
        for row in store.rows(Conteo)
        if row.anio == year and (ours := _counted(context, row)) is not None
    ]
    different = [cells for cells, same in rows if not same]
    equal = [cells for cells, same in rows if same]
    yield html.P(t("comparacion.counted", total=len(rows), different=len(different)))
    head = [t(f"comparacion.{name}") for name in ("what", "band", "place", "printed", "ours")]
    if different:
        yield table(t("comparacion.counters"), head, different, (3, 4))
    if equal:
        folded = table(t("comparacion.counters_equal"), head, equal, (3, 4))
        yield html.Details([html.Summary(t("comparacion.counters_equal")), folded])


def _row(store: Store, row: Conteo, ours: int) -> list[str]:
    band = t("words.total") if row.semaforo == _TOTAL else text(f"bandas.{row.semaforo}")
    what, place = text(f"niveles.{row.nivel}"), _place(store, row.fuente)
    return [what, band, place, number(row.cantidad), number(ours)]


def _place(store: Store, code: str) -> str:
    source = store.sources.get(code)
    return source.localizador if source else code


def _verdict(same: bool) -> str:
    return t("comparacion.agrees" if same else "comparacion.differs")


def _counted(context: Context, row: Conteo) -> int:
    if row.nivel == "OP":
        found = [context.advance(aim.codigo, context.year) for aim in context.objectives]
        lights = [one.semaforo for one in found if one]
    else:
        lights = [value.semaforo for _, value in context.of_level(row.nivel)]
    return len(lights) if row.semaforo == _TOTAL else sum(light == row.semaforo for light in lights)


def advances(document: Document) -> Iterator[Component]:
    """Return the advances that the published report prints otherwise in other places."""
    store, year = document.store, document.report.year
    rows = []
    for row in store.rows(OtroAvance):
        ours = store.advances.get((row.codigo, row.anio))
        if row.anio == year and ours is not None and ours.percent is not None:
            printed, held = number(row.avance_publicado, "%"), number(ours.percent, "%")
            place = _place(store, row.fuente)
            same = _verdict(row.avance_publicado == ours.percent)
            rows.append([row.codigo, place, printed, held, same, _record(row.discrepancia)])
    head = [
        t(f"comparacion.{name}") for name in ("objective", "place", "printed", "ours", "same", "id")
    ]
    yield table(t("comparacion.advances"), head, rows, (2, 3))


def _record(name: str | None) -> Component | str:
    """Return the link to a contradiction of this page."""
    return html.A(name, href=f"#{name}") if name else ""
