"""CHARTS: every chart of the board by its slug; a new one is one more line here."""

from components.charts import (
    agreements,
    axes,
    compared,
    history,
    incidence,
    lights,
    national,
    objectives,
    profile,
    ramp,
    routes,
    routes_matrix,
    sectors,
    timeline,
)
from components.charts.base import Chart

CHARTS: dict[str, Chart] = {
    chart.slug: chart
    for chart in (
        objectives.CHART,
        lights.CHART,
        history.CHART,
        incidence.DISTRICTS,
        national.CHART,
        incidence.POLICE,
        routes.CHART,
        routes_matrix.CHART,
        agreements.CHART,
        profile.VICTIMS,
        profile.ACCUSED,
        compared.CHART,
        profile.COMPLAINTS,
        axes.CHART,
        timeline.CHART,
        ramp.CHART,
        sectors.CHART,
    )
}
