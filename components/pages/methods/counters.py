"""How many indicators a report counts in each band, place by place, and how many we count."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.format import number
from components.table import table
from components.texts import t
from data import audit
from data.model import Conteo, Valor
from data.store import Store


def section(store: Store) -> Component:
    """Return the counters that the reports print, and ours, of each year."""
    lights = ("rojo", "ambar", "verde", "sin-dato", "total")
    rows = [
        [where, str(year), level, *(number(counts.get(light)) for light in lights)]
        for year in sorted({row.anio for row in store.rows(Conteo)} | {store.latest}, reverse=True)
        for (where, level), counts in _counted(store, year, lights).items()
    ]
    head = [t("columns.fuente"), t("columns.anio"), t("metodologia.level"),
            *(t(f"lights_plural.{light}") for light in lights[:4]), "Total"]  # fmt: skip
    title = t("metodologia.counters")
    lead = html.P(t("metodologia.counters_lead"))
    return html.Section([html.H2(title), lead, table(title, head, rows, numeric=range(3, 8))])


def _counted(
    store: Store, year: int, lights: Sequence[str]
) -> dict[tuple[str, str], dict[str, int]]:
    """Return the counters of a year by place and level: those of its report, then ours."""
    places: dict[tuple[str, str], dict[str, int]] = {}
    for row in store.by(Conteo, "anio").get((year,), ()):
        where = store.sources[row.fuente].localizador
        places.setdefault((where, row.nivel), {})[row.semaforo] = row.cantidad
    ours = audit.counters(list(store.rows(Valor)), year)
    for level in ("IOP", "ISS"):
        known = {light: ours[level, light] for light in lights[:-1]}
        places[t("metodologia.counters_ours"), level] = known | {"total": sum(known.values())}
    return places
