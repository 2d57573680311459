"""CHARTS: every chart of the board by its slug; a new one is one more line here."""

from components.charts import (
    agreements,
    axes,
    compared,
    history,
    incidence_maps,
    national,
    objectives,
    profile,
    ramp,
    routes,
    routes_matrix,
    sectors,
    status_strip,
    territory,
    timeline,
    trend,
    yearly_maps,
)
from components.charts.chart import Chart

CHARTS: dict[str, Chart] = {
    chart.slug: chart
    for chart in (
        objectives.CHART,
        status_strip.CHART,
        trend.CHART,
        history.CHART,
        incidence_maps.DISTRICTS,
        yearly_maps.CHART,
        national.CHART,
        incidence_maps.POLICE,
        territory.POLICE,
        territory.PROSECUTORS,
        territory.DISTRICT,
        routes.CHART,
        routes_matrix.CHART,
        agreements.CHART,
        profile.VICTIMS,
        profile.ACCUSED,
        compared.CHART,
        national.VICTIMS,
        national.JUDGED,
        profile.COMPLAINTS,
        axes.CHART,
        timeline.CHART,
        ramp.CHART,
        sectors.CHART,
    )
}
