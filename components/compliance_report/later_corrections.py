"""What was corrected of a document after the version of the data that it was written from."""

from dash.development.base_component import Component

from components import corrections
from components.compliance_report.document import Document
from data.compliance_report import corrected
from data.compliance_report.contradictions import held
from data.query.corrections import corrected as all_corrected
from data.query.corrections import in_frame
from data.store import Store


def later(document: Document, today: Store, compared: bool = False) -> list[Component]:
    """Say each correction of a cell, a chart or, in a comparison, a contradiction of a document."""
    found = corrected.of(document.report.blocks, today)
    every = all_corrected(today)
    for view in document.views.values():
        found += in_frame(every, view.frame)
    if compared:
        named = {row.id for row in held(document.report.year)}
        found += [each for each in every if each.said.clave in named]
    return corrections.later({id(each): each for each in found}.values(), document.store)
