"""The form of an address without what a visitor put into it: for the log and the counts."""

from functools import lru_cache

from components.charts.registry import CHARTS
from components.pages import PAGES, find
from data.model import TABLES

OTHER = "otra"
_FIXED = ("/incrustar", "/oembed", "/presentar", "/salud", "/datos/todo.zip",
          "/datos/datapackage.json", "/graficos/contorno.geojson")  # fmt: skip
_FOLDERS = {"/assets/": "/assets/<>", "/_dash": "/_dash<>"}
# A folder, the names that stand in it, and what they end in.
_NAMED = (
    ("/datos/graficos/", CHARTS, ("csv", "xlsx")),
    ("/datos/", TABLES, ("csv", "json", "xlsx")),
    ("/graficos/", CHARTS, ("json",)),
    ("/imagenes/", CHARTS, ("svg", "png")),
)
_VIEWS = "/vistas/"


@lru_cache(1024)
def template(path: str) -> str:
    """Return the form of an address: `/indicadores/<>`, `/datos/<>.csv`; `otra` for no form."""
    if path in _FIXED:
        return path
    if path.startswith(_VIEWS) and path.endswith(".json"):
        inner = path.removeprefix("/vistas").removesuffix(".json")
        found = find("/" if inner == "/panorama" else inner)
        return f"{_VIEWS}<>.json" if found else OTHER
    found = find(path)
    return found[0].path if found else _file(path)


def templates() -> tuple[str, ...]:
    """Return every form that `template` can give."""
    named = (f"{folder}<>.{kind}" for folder, _, kinds in _NAMED for kind in kinds)
    pages = (page.path for page in PAGES)
    views, embeds = f"{_VIEWS}<>.json", "/incrustar/<>"
    return (*_FIXED, *pages, *named, views, embeds, *_FOLDERS.values(), OTHER)


def _file(path: str) -> str:
    for start, form in _FOLDERS.items():
        if path.startswith(start):
            return form
    if path.removeprefix("/incrustar/") in CHARTS:
        return "/incrustar/<>"
    for folder, names, kinds in _NAMED:
        name, _, kind = path.removeprefix(folder).rpartition(".")
        if path.startswith(folder) and name in names and kind in kinds:
            return f"{folder}<>.{kind}"
    return OTHER
