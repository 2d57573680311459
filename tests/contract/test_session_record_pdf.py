"""The record as a PDF: tagged, its text extractable, its numbers those of the CSV."""

import csv
import io
import re
from collections import Counter

import pytest
from dash import html
from pypdf import PdfReader

from callbacks.commands.export_session import main
from components.session.record_typst import flow
from components.texts import t
from data.store import Store

pytest.importorskip("typst")
QUERY = "sector=mujer"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    target = tmp_path_factory.mktemp("acta") / "acta.pdf"
    assert main(["acta", str(target), QUERY]) == 0
    assert [path.name for path in target.parent.iterdir()] == ["acta.pdf"]
    return PdfReader(target)


def tags(node, found):
    """Count the elements of the structure tree, and keep the words that stand for figures."""
    node = node.get_object()
    if isinstance(node, list):
        for part in node:
            tags(part, found)
    elif isinstance(node, dict):
        found[0].update([str(node["/S"])] if "/S" in node else [])
        found[1].extend([str(node["/Alt"])] if "/Alt" in node else [])
        if "/K" in node:
            tags(node["/K"], found)
    return found


def test_headings_tables_and_figures_are_tagged(pdf, client):
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "es-PE"
    assert root["/MarkInfo"]["/Marked"]
    counted, told = tags(root["/StructTreeRoot"], (Counter(), []))
    text = client.get(f"/presentar?{QUERY}&vista=acta").text
    for tag in ("h1", "h2", "h3", "table", "tr", "th", "td"):
        assert counted[f"/{'Table' if tag == 'table' else tag.upper()}"] == len(
            re.findall(rf"<{tag}[ >]", text)
        )
    assert counted["/Figure"] == len(told) == text.count('class="drawing staged"') > 0
    assert pdf.outline


def test_a_reason_begins_a_line_of_its_own_under_the_name_of_its_indicator(pdf):
    lines = [line for page in pdf.pages for line in page.extract_text().splitlines()]
    begins = t("explained.no_reason").split()[0] + " "
    held = [line for line in lines if begins in line]
    assert len(held) > 1
    assert [line for line in held if not line.startswith(begins)] == []


def test_no_empty_line_stands_before_a_block():
    cell = html.Td([html.Span("tres"), html.Span("cuatro", className="because")])
    source = flow([html.P("uno"), html.P("dos", className="because"), cell])
    assert source.count("linebreak()") == 1
    assert source.index("linebreak()") > source.index("tres")


def test_every_page_is_a4_and_numbered(pdf):
    assert pdf.pages
    for index, page in enumerate(pdf.pages, 1):
        size = sorted((round(page.mediabox.width), round(page.mediabox.height)))
        assert size == [595, 842]
        text = page.extract_text()
        assert f"{index} / {len(pdf.pages)}" in text
        assert len(text) > 200


def test_its_numbers_are_those_of_the_csv(pdf, client, store: Store):
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages))
    assert "1818, opción 1" in text
    annex = text[text.index("Indicadores del año mostrado") :]
    answer = client.get(f"/datos/valores.csv?anio={store.latest}&{QUERY}").text
    found = list(csv.DictReader(io.StringIO(answer)))
    assert found
    for row in found:
        indicator = store.indicators[row["codigo"]]
        own = [
            written(row[name], indicator.unidad) for name in ("logro_esperado", "valor_obtenido")
        ]
        own += [written(row[name], "%") for name in ("avance_publicado", "avance_calculado")]
        line = " ".join((indicator.responsable, row["anio"], *own))
        pattern = rf"{re.escape(row['codigo'])} [^▼◆●○]*? {re.escape(line)} [▼◆●○]"
        assert re.search(pattern, annex), (row["codigo"], line)


def written(figure, unit):
    """Write a figure of the CSV as a reader of the PDF finds it."""
    if not figure:
        return "—"
    decimals = len(figure.partition(".")[2])
    return f"{float(figure):,.{decimals}f}{' %' if unit == '%' else ''}"
