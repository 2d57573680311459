"""Who answers for an indicator, named together with whom the report says that it passed to."""

from data.compliance_report import cells
from data.compliance_report.context import Context
from data.compliance_report.references import Words
from data.compliance_report.vocabulary import say
from data.model import Indicador


def responsible(context: Context, row: Indicador) -> Words:
    """Return the initials of who answers in the year, and of who took it over by then."""
    who = context.initials(row)
    moved = [one for one in context.explained(row.codigo) if one.clase == "traslado"]
    if not moved:
        return Words((who,))
    return say("quien.traslado", quien=who, otra=cells.quoted(moved[0], "entidad"))
