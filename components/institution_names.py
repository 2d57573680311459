"""The names of institutions: initials where it has them, and what stands after those."""

from data.model import Entidad
from data.text_normalisation import slug


def short_name(row: Entidad) -> str:
    """Return the initials of an institution, or its name where its code only writes it plainer.

    «ACCION-POR-LOS-NINOS» is no initials: nobody reads it so but a table.
    """
    spelt = slug(row.nombre).upper().startswith(row.sigla) and row.sigla not in row.nombre
    return row.nombre if spelt else row.sigla


def name_beside(row: Entidad) -> str:
    """Return what stands after the short name of an institution; '' where that says it all."""
    return "" if short_name(row) == row.nombre else f" · {row.nombre}"
