"""V07: a target is a number, and agrees with the base, the sense and the earlier ones."""

from collections.abc import Iterator

from data.registro.checks.findings import Finding, blocks, explain
from data.registro.entry import Entry, Known


def target(_: Entry, known: Known) -> Iterator[Finding]:
    """V07: checked when the target is set, and again when it is reported against."""
    if known.meta is None:
        yield blocks("V07", "meta", "falta", anio=known.anio)
        return
    if known.sheet.sentido != "ascendente":
        return
    if known.base is not None and known.meta < known.base:
        yield explain("V07", "meta", "bajo_base", meta=known.meta, base=known.base)
    earlier = {year: goal for year, goal in known.metas.items() if year < known.anio}
    higher = [year for year, goal in earlier.items() if goal > known.meta]
    if higher:
        year = max(higher)
        yield explain("V07", "meta", "baja", meta=known.meta, antes=earlier[year], anio=year)
