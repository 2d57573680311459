"""What can be found of the board itself: pages, charts, tables, norms, terms, contradictions."""

from collections.abc import Iterable, Iterator

from components.charts.registry import CHARTS
from components.pages.methods.contradiction_links import PATH, PLACE
from components.pages.page import Page
from components.pages.plans.commitment_links import shortened
from components.pages.search.entry_weights import WEIGHTS
from components.texts import known, t
from data.compliance_report import report
from data.model import TABLES, Discrepancia, Norma, Termino
from data.search.entries import Entry
from data.store import Store

# Pages that are no subject of the registry of pages.
_TAILS = {report.REPORT: "", report.CONGRESS: f"/{report.CONGRESS}"}
# Of two documents that answer equally well, the later.
_NOW = 2000
_BESIDE = ("/incrustar", "/presentar", "/reportes")
_HELP = (("1818", "report"), ("100", "support"))


def entries(store: Store, pages: Iterable[Page]) -> Iterator[Entry]:
    """Give the help lines first, then what the board is made of."""
    yield from _help()
    yield from _pages(page.path for page in pages if not page.path.endswith("<>"))
    yield from _years(store)
    yield from _charts()
    for name, model in TABLES.items():
        yield Entry("tabla", name, model.about, f"/datos#{name}",
                    (name, f"tabla {name}"), note=t("buscar.table", name=name),
                    weight=WEIGHTS["tabla"])  # fmt: skip
    yield from _norms(store)
    yield from _terms(store)
    yield from _contradictions(store)


def _help() -> Iterator[Entry]:
    for number, name in _HELP:
        line = t(f"help.{name}_line")
        keys = number, line, f"línea {number}", *t(f"buscar.help_keys.{name}").split("; ")
        yield Entry("ayuda", number, f"{t(f'help.{name}')}: {line}", f"tel:{number}", keys,
                    text=t(f"buscar.help_{name}"),
                    note=t("help.free"), weight=WEIGHTS["ayuda"])  # fmt: skip


def _pages(fixed: Iterable[str]) -> Iterator[Entry]:
    for path in (*fixed, *_BESIDE):
        name = path.strip("/") or "panorama"
        if known(f"buscar.pages.{name}"):
            yield Entry("pagina", path, t(f"buscar.pages.{name}"), path, (name,),
                        text=t(f"buscar.words.{name}"), weight=WEIGHTS["pagina"])  # fmt: skip


def _years(store: Store) -> Iterator[Entry]:
    """Give each year as the home page shows it, and the documents that are written of it."""
    for year in store.years:
        place = f"/?anio={year}"
        yield Entry("anio", place, t("buscar.year", year=year), place, (str(year), f"año {year}"),
                    weight=WEIGHTS["anio"])  # fmt: skip
    for year in report.years(store):
        for kind in report.KINDS:
            place = f"/reportes/{year}{_TAILS[kind]}"
            keys = tuple(t(f"buscar.reports.{kind}", year=year).split("; "))
            weight = WEIGHTS["documento"] * year / _NOW
            yield Entry("documento", place, t(f"reporte.other_{kind}", year=year), place, keys,
                        note=t("reporte.name"), weight=weight)  # fmt: skip


def _charts() -> Iterator[Entry]:
    for slug, chart in CHARTS.items():
        own = "codigo" in chart.narrows or chart.page.endswith("<>")
        address = chart.page if own else f"{chart.page}#grafico-{slug}"
        if not known(f"buscar.charts.{slug}"):
            continue
        title = t(f"buscar.charts.{slug}")
        yield Entry("grafico", slug, title, address, (title, f"gráfico {slug}"),
                    text=t(f"buscar.chart_words.{slug}"), weight=WEIGHTS["grafico"])  # fmt: skip


def _norms(store: Store) -> Iterator[Entry]:
    for row in store.rows(Norma):
        short = row.nombre.replace("°", "").replace("º", "").replace(" N ", " ").partition(",")[0]
        year = f", {row.anio}" if row.anio else ""
        yield Entry(
            "norma", row.codigo, row.nombre, "/planes#grafico-planes-linea",
            (row.codigo, short, *row.nombre.split(", ")), text=row.que_hace or "",
            note=f"{row.tipo}{year}", weight=WEIGHTS["norma"],
        )  # fmt: skip


def _terms(store: Store) -> Iterator[Entry]:
    for row in store.rows(Termino):
        if row.termino in store.entities:
            continue
        title = f"{row.termino}: {row.expansion}" if row.expansion else row.termino
        yield Entry(
            "termino", row.anchor, title, f"/glosario#{row.anchor}",
            (row.termino, row.expansion or row.termino), around=row.definicion,
            note=row.definicion,
            weight=WEIGHTS["termino"],
        )  # fmt: skip


def _contradictions(store: Store) -> Iterator[Entry]:
    for row in store.rows(Discrepancia):
        yield Entry(
            "contradiccion", row.id, shortened(row.comentario), f"{PATH}/{PLACE}/{row.id}",
            (row.id,), text=f"{row.comentario} {row.dice_a} {row.dice_b or ''}",
            around=f"{row.donde_a} {row.donde_b or ''}", note=row.id,
            weight=WEIGHTS["contradiccion"],
        )  # fmt: skip
