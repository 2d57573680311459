"""The warnings of the values of an indicator (contract, section 4), computed from its years."""

from collections.abc import Mapping

from data.model import Indicador, Valor
from data.query.table_index import Rows
from data.rules import progress


def warned(tables: Rows, code: str) -> Mapping[int, list[str]]:
    """Return the warnings by year; none for a code without values."""
    rows = tables.by(Valor, "codigo").get((code,), ())
    if not rows:
        return {}
    indicator = tables.keyed(Indicador)[code]
    whole = indicator.unidad == "%" and indicator.nombre.startswith("Porcentaje")
    points = [progress.Point(r.anio, r.logro_esperado, r.valor_obtenido, r.percent) for r in rows]
    return progress.warnings(points, indicator.linea_base_valor, whole)
