"""The HTML document around a page: head, header, help lines, footer."""

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

from dash.development.base_component import Component

from components import assets, theme
from components.component_properties import component_json
from components.links import absolute
from components.markup import render
from components.pages.page import Content, Seen
from components.standing_parts import help_lines, reply
from components.style_rules import Words, faces, used, words
from components.templates import fill
from components.texts import t

_NAV = (
    "panorama",
    "indicadores",
    "territorios",
    "mapa",
    "rutas",
    "perfil",
    "planes",
    "sectores",
    "datos",
    "metodologia",
)
_ROOT = '<html lang data-theme="auto">'
# Where the box of every page leads: there it stands in the page itself.
SEARCH = "/buscar"
_PATHS = {"panorama": "/"}


@dataclass(frozen=True, slots=True)
class Shell:
    """What Dash asks of the document: its configuration, and where its scripts are."""

    config: str = ""
    board: str = ""
    figures: str = ""


@dataclass(frozen=True, slots=True)
class Live:
    """What makes a page change without being loaded again: its view, its state, what Dash holds."""

    shell: Shell
    view: str
    state: dict[str, Any]
    layout: Component


def document(
    seen: Seen, body: Content, path: str, live: Live | None, footer: str, cards: str = ""
) -> str:
    """Return a whole page; what is not live is complete and has no script of Dash.

    path: its address, '' where it is no page (an error); cards: the elements of the head that
    let other sites show the page's charts.
    """
    written = fill(
        "page_body.html",
        seen=seen,
        live=live,
        state=script_json(live.state) if live else "",
        layout=script_json(live.layout) if live else "",
        search="" if path == SEARCH else fill("search_form.html", kind="text", value="", hidden=()),
        help=render(help_lines()),
        links=_links(path),
        body=render(body),
        reply=render(reply()),
        footer=footer,
        dataset=_dataset(seen),
    )
    return fill(
        "page.html",
        theme=theme,
        seen=seen,
        title=f"{seen.title} · {t('board.name')}",
        canonical=absolute(path or "/"),
        faces=faces(),
        rules=used(words(_ROOT + written) | _of_scripts(live is not None)),
        cards=cards,
        body=written,
    )


@cache
def _of_scripts(live: bool) -> Words:
    """Return the words of what the scripts of a page write into it."""
    names = ("page.js", "board.js") if live else ("page.js",)
    return words(" ".join([assets.text(name) for name in names]))


def brief(title: str, said: str) -> str:
    """Return a page that costs nothing to write: for who cannot be given another."""
    return (
        f'<!doctype html><html lang="es-PE"><meta charset="utf-8"><title>{escape(title)} · '
        f"{escape(t('board.name'))}</title><h1>{escape(title)}</h1><p>{escape(said)}</p>"
        f'{render(help_lines())}<p><a href="/">{escape(t("errors.home"))}</a></p></html>'
    )


def _dataset(seen: Seen) -> str:
    if seen.dataset is None:
        return ""
    files = seen.dataset["files"]
    record = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": seen.dataset["name"],
        "description": seen.dataset["description"],
        "inLanguage": "es-PE",
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "creator": {"@type": "Organization", "name": t("board.name")},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": absolute(file)}
            for file in files
        ],
    }
    if seen.dataset.get("temporalCoverage"):
        record["temporalCoverage"] = seen.dataset["temporalCoverage"]
    return script_json(record)


def script_json(value: Any) -> str:
    """Write JSON that cannot close the script element it stands in."""
    return component_json(value).replace("<", "\\u003c").replace("&", "\\u0026")


def _links(path: str) -> list[tuple[str, str, str]]:
    """Return the name and the address of each place of the menu, and whether one is in it."""
    places = [(name, _PATHS.get(name, f"/{name}")) for name in _NAV]
    return [(name, place, _current(place, path)) for name, place in places]


def _current(here: str, path: str) -> str:
    if path == here:
        return "page"
    return "within" if here != "/" and path.startswith(f"{here}/") else ""
