"""What a reader takes away from a chart: its address, its sentence, its files, its citation."""

from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from components.charts import cutoffs
from components.charts.chart import address
from components.charts.view import View
from components.links import absolute
from components.markup import attrs
from components.texts import t
from data.publish import provenance

# The query of the kit names the chart and keeps the state.
_KIT = "/incrustar"


def panel(view: View) -> Component:
    """Return the closed panel of a chart card: share, download, embed, cite."""
    chosen = "&".join(part for part in (f"grafico={view.chart.slug}", view.query) if part)
    kit = html.A(t("share.embed"), href=address(_KIT, chosen))
    return html.Details(
        [
            html.Summary(t("share.open"), **attrs(aria_label=f"{t('share.open')}: {view.title}")),
            html.P([*_ways(view), kit], className="links"),
            html.P([html.Span(t("share.download")), *_files(view)], className="links"),
            html.P(_citation(view), className="citation"),
            html.Details([html.Summary("BibTeX"), html.Pre(_bibtex(view), tabIndex="0")]),
        ],
        className="share",
    )


def _ways(view: View) -> list[Component]:
    # The chart inside its page: that has a card of its own, and what stands around the figure.
    path, alone = view.place, address(f"/incrustar/{view.chart.slug}", view.query)
    over = f" {view.selection}." if view.selection else ""
    said = f"{view.title}.{over} {view.sentence}"
    return [
        html.Button(
            t("share.copy"), type="button", className="quiet needs-share",
            **attrs(data_share="copy", data_path=path, data_done=t("kit.copied"),
                    data_hand=t("kit.by_hand")),
        ),
        html.Button(
            t("share.send"), type="button", className="quiet needs-share", hidden=True,
            **attrs(data_share="sheet", data_path=path, data_text=said, data_title=view.title,
                    data_done=t("kit.copied"), data_hand=t("kit.by_hand")),
        ),
        html.A(
            t("share.whatsapp"), href=f"https://wa.me/?text={quote(f'{said} {absolute(path)}')}",
            target="_blank", rel="noopener noreferrer", className="needs-share",
            **attrs(data_share="whatsapp", data_path=path, data_text=said),
        ),
        html.A(t("share.alone"), href=alone),
    ]  # fmt: skip


def _files(view: View) -> list[Component]:
    slug, query = view.chart.slug, view.query
    rows, image = f"/datos/graficos/{slug}", f"/imagenes/{slug}"
    print_query = "&".join(part for part in (query, "forma=lamina&ancho=2400") if part)
    files = (
        ("XLSX", address(f"{rows}.xlsx", query), "xlsx"),
        ("CSV", address(f"{rows}.csv", query), "csv"),
        ("PNG", address(f"{image}.png", print_query), "png"),
        ("SVG", address(f"{image}.svg", query), "svg"),
    )
    return [html.A(word, href=path, download=f"{slug}.{ending}") for word, path, ending in files]


def _frozen(view: View) -> str:
    return absolute(address(f"/incrustar/{view.chart.slug}", view.pinned().query))


def _subject(view: View) -> str:
    return f"{view.title}. {view.selection}".rstrip(". ")


def _citation(view: View) -> str:
    last = cutoffs.short(view.chart, view.store, view.frame)
    return t(
        "share.citation", sources=view.sources, name=provenance.BOARD, subject=_subject(view),
        cutoff=last, version=provenance.version(view.store), address=_frozen(view),
    )  # fmt: skip


def _bibtex(view: View) -> str:
    return provenance.bibtex(view.chart.slug, _subject(view), view.store, _frozen(view))
