"""The same map, gauges, table and filters as a tutorial would write them: the yardstick."""

import json

import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html

from components.charts.registry import CHARTS
from data.loader import load
from data.query.filters import Filters
from geo import places

STORE = load()
SHAPES = json.loads(places.shapes("distritos_fiscales"))
GAUGES = ("OP.01", "OP.02", "OP.03", "IG")
app = Dash(__name__, assets_folder="none")
server = app.server


@server.get("/coast/<path:name>")
def coast(name):
    """The coast lines that Plotly would fetch from another origin, which a test has none of."""
    return {}


def _id(code):
    return "gauge-" + code.replace(".", "")


def _options(values):
    return [{"label": str(value), "value": value} for value in values]


app.layout = html.Div(
    [
        html.H1("Tablero"),
        dcc.Dropdown(_options(STORE.years), STORE.latest, id="year"),
        dcc.Dropdown(_options(sorted(STORE.vocabulary.sector)), None, id="sector", multi=True),
        dcc.Dropdown(
            _options(["prevencion", "persecucion", "proteccion"]), None, id="axis", multi=True
        ),
        html.Div([dcc.Graph(id=_id(code)) for code in GAUGES]),
        dcc.Dropdown(_options(["2007-2014", "2009-2014", "2025"]), "2007-2014", id="period"),
        dcc.Graph(id="map", config={"topojsonURL": "/coast/"}),
        dash_table.DataTable(id="table"),
    ]
)


@app.callback(
    [Output(_id(code), "figure") for code in GAUGES] + [Output("table", "data")],
    Input("year", "value"),
    Input("sector", "value"),
    Input("axis", "value"),
)
def redraw(year, sector, axis):
    filters = Filters(anio=year, sector=tuple(sector or ()), eje=tuple(axis or ()))
    figures = []
    for code in GAUGES:
        row = STORE.advances[code, year]
        gauge = go.Indicator(
            mode="gauge+number", value=float(row.percent or 0), title={"text": code}
        )
        figures.append(go.Figure(gauge))
    rows = [
        {"codigo": row.codigo, "nombre": row.nombre, "avance": str(value.percent)}
        for row, value in STORE.chosen(filters)
    ]
    return [*figures, rows]


@app.callback(Output("map", "figure"), Input("period", "value"))
def draw_map(period):
    frame = CHARTS["mapa"].select(STORE, Filters(periodo=period))
    shaded = go.Choropleth(
        geojson=SHAPES,
        featureidkey="properties.code",
        locations=frame["codigo_territorio"],
        z=frame["valor"].astype(float),
    )
    return go.Figure(shaded).update_geos(fitbounds="locations", visible=False)
