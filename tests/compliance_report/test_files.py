"""The files themselves: every number is in the record, with its source; structure; same bytes."""

import io
import re
import sys
import zipfile
from html import unescape

import pytest
from pypdf import PdfReader

from callbacks.board import create_app
from components.compliance_report import docx_writer, pdf_writer
from components.compliance_report.document import Document
from tests.compliance_report import files

PACKAGES = ("docx", "typst", "pypdf")
KINDS = ("reporte", "congreso")
PLACE = {"reporte": "/reportes/2024", "congreso": "/reportes/2024/congreso"}


@pytest.fixture(scope="module", params=KINDS)
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def record(live_client, kind):
    return files.read(live_client.get(f"{PLACE[kind]}.json"))


@pytest.fixture(scope="module")
def docx(live_client, kind):
    pytest.importorskip("docx")
    return live_client.get(f"{PLACE[kind]}.docx").data


@pytest.fixture(scope="module")
def pdf(live_client, kind):
    pytest.importorskip("typst")
    return live_client.get(f"{PLACE[kind]}.pdf").data


@pytest.fixture(scope="module")
def pdf_text(pdf):
    return files.of_pdf(PdfReader(io.BytesIO(pdf)))


def missing(text, record):
    found = files.numbers(text)
    assert len(found) > 50
    return sorted(found - files.accounted(record))


def test_every_number_of_the_page_is_in_the_record(live_client, record, kind):
    assert not missing(files.of_page(live_client.get(PLACE[kind]).text), record)


def test_every_number_of_the_docx_is_in_the_record(docx, record):
    assert not missing(files.of_docx(docx), record)


def test_every_number_of_the_pdf_is_in_the_record(pdf_text, record):
    assert not missing(pdf_text, record)


def test_the_documents_say_their_version_their_sum_and_their_address(docx, pdf_text, record):
    for text in (files.of_docx(docx), pdf_text):
        flat = "".join(text.split())
        for name in ("version_datos", "suma", "direccion"):
            assert record[name] in flat


def elements(element, found):
    kids = element.get("/K")
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object() if hasattr(kid, "get_object") else kid
        if hasattr(inner, "get") and "/S" in inner:
            found.append(inner)
            elements(inner, found)
    return found


def test_the_pdf_says_what_each_thing_is(pdf, record):
    reader = PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"]
    assert root["/Lang"].lower().startswith("es")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    title = "".join(
        p if isinstance(p, str) else record["cifras"][p["cifra"]]["texto"] for p in record["titulo"]
    )
    assert reader.metadata.title == title
    held = elements(root["/StructTreeRoot"], [])
    kinds = [one["/S"] for one in held]
    heads = [b for b in record["bloques"] if b["bloque"] == "titulo"]
    for level in (1, 2, 3):
        assert kinds.count(f"/H{level}") >= sum(b["nivel"] == level for b in heads)
    figures = [one for one in held if one["/S"] == "/Figure"]
    assert len(figures) == len(record["graficos"])
    assert [str(one["/Alt"]) for one in figures] == [
        chart["frase"] for chart in record["graficos"].values()
    ]
    rows = [one for one in held if one["/S"] == "/TR"]
    assert len(rows) > 20
    for row in rows:
        cells = elements(row, [])
        assert next(c for c in cells if c["/S"] in ("/TH", "/TD"))["/S"] == "/TH"


def test_the_docx_has_styles_headings_that_repeat_and_texts_of_its_pictures(docx, record):
    with zipfile.ZipFile(io.BytesIO(docx)) as held:
        body = held.read("word/document.xml").decode()
        assert {info.date_time for info in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert 'w:lang w:val="es-PE"' in held.read("word/styles.xml").decode()
        assert ("BORRADOR" in held.read("word/header1.xml").decode()) == record["borrador"]
    tables = [b for b in record["bloques"] if b["bloque"] == "cuadro"]
    assert body.count("<w:tblHeader/>") == body.count("<w:tbl>") == len(tables)
    for style in ("Heading1", "Heading2", "Caption", "Quote", "ListBullet", "TOC1"):
        assert f'w:val="{style}"' in body
    assert " TOC " in body
    pictures = sum(bool(chart["filas"]) for chart in record["graficos"].values())
    told = {unescape(text) for text in re.findall(r' descr="([^"]*)"', body)}
    assert told == {chart["frase"] for chart in record["graficos"].values() if chart["filas"]}
    assert body.count(" descr=") == body.count("<wp:docPr ") == pictures


def test_the_same_data_are_the_same_bytes(live_store, live_client):
    pytest.importorskip("docx")
    pytest.importorskip("typst")
    again = Document.of(live_store, 2024, "congreso", "http://localhost")
    for form, writer in (("docx", docx_writer), ("pdf", pdf_writer)):
        assert writer.write(again) == live_client.get(f"/reportes/2024/congreso.{form}").data


def test_without_the_packages_the_board_stands_and_says_how_to_get_them(live_store, monkeypatch):
    for name in PACKAGES:
        monkeypatch.setitem(sys.modules, name, None)
    client = create_app(live_store).server.test_client()
    assert client.get("/reportes/2024").status_code == 200
    assert client.get("/reportes/2024.json").status_code == 200
    for form in ("docx", "pdf"):
        answer = client.get(f"/reportes/2024.{form}")
        assert answer.status_code == 404
        assert "requirements-reporte.txt" in answer.get_json()["error"]["mensaje"]
