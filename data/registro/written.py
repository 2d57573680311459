"""What was typed in each version of a report, as it was typed."""

import json

from sqlalchemy import Connection, select

from data.registro.reports import Report
from data.registro.schema.people import persona
from data.registro.schema.reports import reporte_version


def written(connection: Connection, report: Report, n: int) -> dict[str, str]:
    """Return what was typed in a version; nothing for a report that nobody began."""
    which = (reporte_version.c.reporte == report.id, reporte_version.c.n == n)
    text = connection.execute(select(reporte_version.c.escrito).where(*which)).scalar()
    return dict(json.loads(text)) if text else {}


def standing(connection: Connection, report: Report) -> tuple[dict[str, str], str]:
    """Return what stands of a report, and the name of who wrote it."""
    which = (reporte_version.c.reporte == report.id, reporte_version.c.n == (report.actual or 0))
    line = select(persona.c.nombre).join(reporte_version, reporte_version.c.autor == persona.c.id)
    name = connection.execute(line.where(*which)).scalar()
    return written(connection, report, report.actual or 0), name or ""
