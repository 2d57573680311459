"""The same map, gauges, table and filters in one file written by hand: the floor."""

import gzip
from html import escape

import brotli

from components import outlines
from components.charts.layouts.surface import NARROW, WIDE
from components.charts.registry import CHARTS
from data.loader import load
from data.query.filters import Filters

STORE = load()
_SCRIPT = """
const [year, sector, axis] = document.querySelectorAll("select"), shown = document.getElementById("shown");
function show() {
  const part = document.querySelector('template[data-year="' + year.value + '"]').content.cloneNode(true);
  part.querySelectorAll("tbody tr").forEach((row) => {
    if ((sector.value && row.dataset.sector !== sector.value) || (axis.value && row.dataset.axis !== axis.value)) row.remove();
  });
  shown.replaceChildren(part);
}
document.querySelectorAll("select").forEach((one) => one.addEventListener("change", show));
"""  # noqa: E501


def _choice(name, values, chosen=""):
    options = "".join(
        f"<option{' selected' if value == chosen else ''}>{escape(str(value))}</option>"
        for value in values
    )
    return f"<label>{name} <select>{options}</select></label> "


def _year(year):
    chart, filters = CHARTS["objetivos"], Filters(anio=year)
    frame = chart.select(STORE, filters)
    rows = "".join(
        f'<tr data-sector="{row.sector}" data-axis="{row.eje}"><td>{row.codigo}'
        f"<td>{escape(row.nombre)}<td>{value.percent}"
        for row, value in STORE.chosen(filters)
    )
    gauges = str(chart.drawing(frame, WIDE)) if len(frame) else ""
    return f"<h2>{year}</h2>{gauges}<table><tbody>{rows}</table>"


def page():
    chart = CHARTS["mapa"]
    drawn = str(outlines.inline(chart.drawing(chart.select(STORE, Filters()), NARROW)))
    sectors = sorted({row.sector for row in STORE.indicators.values()})
    choices = _choice("Año", STORE.years, STORE.latest) + _choice("Sector", ["", *sectors])
    choices += _choice("Eje", ["", "prevencion", "persecucion", "proteccion"])
    templates = "".join(
        f'<template data-year="{year}">{_year(year)}</template>' for year in STORE.years
    )
    return (
        '<!doctype html><html lang="es-PE"><meta charset="utf-8"><title>Tablero</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        "<style>body{font-family:sans-serif;max-width:70rem;margin:auto}.narrow{max-width:340px}"
        f"</style><h1>Tablero</h1>{choices}<div id=shown>{_year(STORE.latest)}</div>"
        f'<div id="map">{drawn}</div>{templates}<script>{_SCRIPT}</script>'
    )


_BODY = page().encode()
_PACKED = {"br": brotli.compress(_BODY), "gzip": gzip.compress(_BODY)}


def server(environ, start_response):
    offered = environ.get("HTTP_ACCEPT_ENCODING", "")
    how = next((name for name in _PACKED if name in offered), "")
    body = _PACKED.get(how, _BODY)
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers + [("Content-Encoding", how)] * bool(how))
    return [body]
