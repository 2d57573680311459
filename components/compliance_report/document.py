"""A report ready to be written: its drawings, its record, its sum, where it stands."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from components.charts.registry import CHARTS
from components.charts.view import View
from data.compliance_report.blocks import Chart, Ref, Report, Words
from data.compliance_report.record import checksum, record
from data.compliance_report.report import CONGRESS, WRITE
from data.compliance_report.vocabulary import counted, say
from data.publish import provenance
from data.query.filters import Filters
from data.store import Store


def path(year: int, kind: str) -> str:
    """Return the address of a document in the board."""
    return f"/reportes/{year}/{kind}" if kind == CONGRESS else f"/reportes/{year}"


@dataclass(frozen=True)
class Document:
    """A report over some data, for an address; `today` are the data of today."""

    report: Report
    store: Store
    base: str = ""

    @classmethod
    def of(cls, store: Store, year: int, kind: str, base: str = "") -> "Document":
        """Write a report of a kind and a year."""
        return cls(WRITE[kind](store, year), store, base)

    @property
    def title(self) -> str:
        """Return the title as plain text."""
        return str(self.report.title)

    @property
    def query(self) -> str:
        """Return the query by which the data of the document can be had again."""
        return Filters(corte=self.store.reopens).to_query()

    @property
    def address(self) -> str:
        """Return the address of the document with the version of its data, where it is kept."""
        place = self.base + path(self.report.year, self.report.kind)
        return f"{place}?{self.query}" if self.query else place

    @cached_property
    def views(self) -> dict[str, View]:
        """Return the view of each chart of the document, by its slug."""
        charts = [block for block in self.report.blocks if isinstance(block, Chart)]
        return {
            block.slug: View.of(CHARTS[block.slug], self.store, Filters(anio=block.year))
            for block in charts
        }

    @cached_property
    def content(self) -> dict[str, Any]:
        """Return the record of the document: its blocks, its figures, the rows of its charts."""
        found = record(self.report, self.store)
        found["graficos"] = {slug: _drawn(view) for slug, view in self.views.items()}
        cited = {code for view in self.views.values() for code in view.frame["fuente"]}
        found["fuentes"] |= {row.codigo: dict(row) for row in self.store.cited(cited)}
        return found | {"suma": checksum(found), "direccion": self.address}

    @cached_property
    def imprint(self) -> Words:
        """Return what tells this document from any other: version, sum and address."""
        given = {
            "version": provenance.version(self.store),
            "suma": self.content["suma"],
            "direccion": self.address,
        }
        return say("nota.versiones", **{name: _own(text) for name, text in given.items()})

    @cached_property
    def standing(self) -> list[Words]:
        """Return why the document is a draft; nothing if it is none."""
        found = []
        if self.report.open_year:
            found.append(say("nota.abierto", anio=_own(str(self.report.year))))
        for key, amount in (("pendientes", self.report.pending), ("dudas", self.report.doubts)):
            if amount:
                number = Ref(str(len(amount)), origin="documento", value=len(amount))
                found.append(counted(f"nota.{key}", number))
        return found


def _own(text: str) -> Ref:
    return Ref(text, origin="documento")


def _drawn(view: View) -> dict[str, Any]:
    rows = [dict(zip(view.frame.columns, row, strict=True)) for row in view.frame.to_numpy()]
    labels = [
        str(child)
        for mark in view.drawing.walk()
        for child in mark.children
        if isinstance(child, str) and child.strip()
    ]
    return {"frase": view.sentence, "filas": rows, "rotulos": list(dict.fromkeys(labels))}
