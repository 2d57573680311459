"""Territories without a figure, and how much of a map the figures of a unit fill."""

from collections.abc import Mapping, Sequence

from data.importing import territories
from data.importing.dates import Span
from data.importing.harvest import Cells, Figure, stated
from geo import places


def figures(
    indicator: str, kind: str, values: Mapping[str, tuple[str, int | None, str]], span: Span
) -> tuple[Figure, ...]:
    """Return one figure per territory of a layer, greatest first, then the absent ones.

    `values` holds, by code, the name in the source, the value and a note; a territory that the
    source does not name is `no-publicado`, or `no-existia` if it did not exist in the span.
    """
    layer = territories.LAYERS[kind]
    found = []
    for code, place in places.places(layer).items():
        name, value, note = values.get(code, (place.name, None, ""))
        lived = layer != "distritos_fiscales" or places.existed(code, span.start, span.end)
        absent = value if lived or value else None
        pair = stated(absent, "no-publicado" if lived else "no-existia")
        found.append(
            Figure(indicator, kind, territories.label(name, code, layer), code, *pair, note)
        )
    return tuple(sorted(found, key=lambda figure: (-_size(figure), figure.categoria)))


def missing(found: Sequence[Figure]) -> list[str]:
    """Return the names of the territories that existed and have no figure."""
    return sorted(figure.categoria for figure in found if figure.estado == "no-publicado")


def total(found: Sequence[Figure]) -> int | None:
    """Return the sum of the figures if every territory that existed has one."""
    if missing(found):
        return None
    return sum(figure.valor or 0 for figure in found)


def row(found: Sequence[Figure], published: int | None, doubt: str) -> Cells:
    """Return the row of `coberturas` of some figures, but for its period and source."""
    known = [figure.valor for figure in found if figure.valor is not None]
    existing = sum(figure.estado != "no-existia" for figure in found)
    whole = "si" if len(known) == existing else "no"
    return {
        "indicador": found[0].indicador,
        "desagregacion": found[0].desagregacion,
        "unidad": "n",
        "con_dato": str(len(known)),
        "unidades": str(existing),
        "suma": str(sum(known)),
        "total_publicado": "" if published is None else str(published),
        "resto": "" if published is None else str(published - sum(known)),
        "completo": "dudoso" if doubt and whole == "si" else whole,
        "nota": f"{len(known)} de {existing}" + (f", pero {doubt}" if doubt else ""),
    }


def _size(figure: Figure) -> int:
    return -1 if figure.valor is None else figure.valor
