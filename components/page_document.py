"""The HTML document around a page: head, header, help lines, footer."""

import json
from dataclasses import dataclass
from html import escape
from typing import Any

from components import assets
from components.links import absolute, address_of, contact
from components.markup import render
from components.pages.page import Content, Seen
from components.texts import t

_NAV = (
    "panorama",
    "indicadores",
    "mapa",
    "rutas",
    "perfil",
    "planes",
    "sectores",
    "datos",
    "metodologia",
)
_PATHS = {"panorama": "/"}
# Where Dash puts its controls, before those that the server wrote.
_ENTRY = '<div id="react-entry-point" hidden></div>'


@dataclass(frozen=True, slots=True)
class Shell:
    """What Dash asks of the document: its configuration, and where its scripts are."""

    config: str = ""
    board: str = ""
    figures: str = ""


@dataclass(frozen=True, slots=True)
class Live:
    """What makes a page change without being loaded again."""

    shell: Shell
    view: str
    state: dict[str, Any]


def document(
    seen: Seen, body: Content, path: str, live: Live | None, footer: str, cards: str = ""
) -> str:
    """Return a whole page; what is not live is complete and has no script of Dash.

    path: its address, '' where it is no page (an error); cards: the elements of the head that
    let other sites show the page's charts.
    """
    title = f"{seen.title} · {t('board.name')}"
    # Each script makes the parser pause: what is seen comes before.
    entry, late = (_ENTRY, _late(live)) if live else ("", _script("page.js"))
    main = f'<main id="principal" tabindex="-1">{entry}{render(body)}</main>'
    view = f' data-view="{escape(live.view)}"' if live else ""
    early = _early(live.shell) if live else ""
    return (
        f'<!doctype html><html lang="es-PE"><head>{_head(seen, title, path, early)}{cards}</head>'
        f'<body{view}><a class="skip" href="#principal">{t("board.skip")}</a>'
        f"{_exit()}{help_lines()}{_header(path)}{main}{_footer(footer)}{late}{_json_ld(seen)}"
        "</body></html>"
    )


def _head(seen: Seen, title: str, path: str, preloaded: str) -> str:
    description = escape(seen.description)
    return "".join(
        (
            '<meta charset="utf-8">',
            f"<title>{escape(title, quote=False)}</title>",
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f'<meta name="description" content="{description}">',
            f'<link rel="canonical" href="{escape(absolute(path or "/"))}">',
            f'<meta property="og:title" content="{escape(title)}">',
            f'<meta property="og:description" content="{description}">',
            '<meta property="og:type" content="website">',
            '<meta property="og:locale" content="es_PE">',
            '<meta name="theme-color" content="#12263a">',
            f'<link rel="icon" href="{assets.inline("favicon.svg")}" type="image/svg+xml">',
            preloaded,
            f"<style>{assets.text('board.css')}</style>",
        )
    )


def _early(shell: Shell) -> str:
    """Ask for the scripts of Dash soon, but after all that is seen first."""
    return f'<link rel="preload" as="script" fetchpriority="low" href="{shell.board}">'


def _json_ld(seen: Seen) -> str:
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
    return f'<script type="application/ld+json">{script_json(record)}</script>'


def script_json(value: Any) -> str:
    """Write JSON that cannot close the script element it stands in."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace("&", "\\u0026")


def _late(live: Live) -> str:
    files = {
        "dash": live.shell.board,
        "figures": live.shell.figures,
        "plotly": assets.url("plotly-tablero.min.js"),
    }
    files["failed"] = escape(t("board.failed"))
    places = "".join(f' data-{name}="{place}"' for name, place in files.items())
    return (
        '<footer hidden id="dash-footer">'
        f'<script type="application/json" id="state">{script_json(live.state)}</script>'
        f"{live.shell.config}{_script('live.js', places)}</footer>"
    )


def _script(name: str, more: str = "") -> str:
    return f'<script defer src="{assets.url(name)}"{more}></script>'


def _exit() -> str:
    """Return the way out at once: a plain link, which access.js makes leave no trace of here."""
    said = "".join(f' data-{name}="{t(f"exit.{name}")}"' for name in ("left2", "left1", "leaving"))
    return (
        f'<nav class="exit" aria-label="{t("exit.label")}"><a href="{t("exit.to")}"'
        f' rel="noreferrer nofollow" draggable="false"{said}>{t("exit.name")}'
        f'<span class="unseen"> {t("exit.meaning")}</span></a>'
        '<p class="exit-said" role="status"></p></nav>'
    )


def help_lines() -> str:
    """Return the help lines, which stand first on every page."""
    return (
        f'<aside class="help" aria-label="{t("help.label")}"><p>'
        f'<span>{t("help.report")}: <a href="tel:1818">{t("help.report_line")}</a></span> '
        f'<span>{t("help.support")}: <a href="tel:100">{t("help.support_line")}</a></span> '
        f'<span class="free">{t("help.free")}</span></p></aside>'
    )


def reply() -> str:
    """Return how an error is reported, or answered by an institution that is named."""
    to = contact()
    asked = (
        f'{t("board.reply")} <a href="{escape(address_of(to))}">{escape(to, quote=False)}</a>. '
        if to
        else f"{t('board.reply_none')} "
    )
    file = '<a href="/datos/correcciones.csv">correcciones.csv</a>'
    return f'<p class="reply">{asked}{t("board.reply_cite")} {file}.</p>'


def reply_region() -> str:
    """Return the same as a region of its own, for documents without the footer of a page."""
    return f'<section aria-label="{t("board.reply_label")}">{reply()}</section>'


def _header(path: str) -> str:
    places = [(name, _PATHS.get(name, f"/{name}")) for name in _NAV]
    links = "".join(
        f'<li><a href="{place}"{_current(place, path)}>{t(f"nav.{name}")}</a></li>'
        for name, place in places
    )
    return (
        f'<header class="top"><p class="name"><a href="/">{t("board.name")}</a></p>'
        f'<nav aria-label="{t("board.menu")}"><ul>{links}</ul></nav></header>'
    )


def _current(here: str, path: str) -> str:
    if path == here:
        return ' aria-current="page"'
    return ' class="within"' if here != "/" and path.startswith(f"{here}/") else ""


def _footer(text: str) -> str:
    return (
        f'<footer class="bottom"><p>{t("board.footer")}</p><p>{t("board.privacy")} '
        f'{t("board.licence")} <a href="/incrustar">{t("kit.title")}</a> · '
        f'<a href="/presentar">{t("board.session")}</a></p>{reply()}<p>{t("exit.about")}</p>'
        f'<p class="version">{escape(text)}</p></footer>'
    )
