"""The files of a document that somebody wrote in, and of another process: figures and bytes."""

import io
import json
import os
import re
import subprocess
import sys

import pytest
from pypdf import PdfReader

from callbacks.commands import export_report
from components.compliance_report import docx_writer, html_writer, json_writer, pdf_writer
from components.compliance_report.document import Document
from components.markup import render
from data.compliance_report import free_text, report
from tests.compliance_report import files

TEXT = """
El <OP.02> & «todo» llegó a {avances/OP.02,2024/avance_publicado} y el índice a 70.6 %.

#let x = [1]: {valores/IOP.02.02,2024/valor_obtenido} víctimas, y 98765 que nadie dijo.
Ñandú «á» 😀 漢 → fin.
"""


@pytest.fixture
def document(live_store, tmp_path, monkeypatch):
    """Return the report with every section written."""
    sections = report.to_congress(live_store, 2024, free_text.FreeTexts("", {})).pending
    parts = [f"[{one}]\ntexto = '''{TEXT}'''\nautor = 'A & B'\nfecha = 2026-11-28\n"
             for one in sections]  # fmt: skip
    (tmp_path / "2024.toml").write_text("".join(parts), "utf-8")
    texts = free_text.read(tmp_path, 2024)
    monkeypatch.setattr(report, "load", lambda _: texts)
    return Document.of(live_store, 2024, report.CONGRESS)


def test_each_figure_that_a_person_writes_is_in_the_record_with_its_cell(document):
    pytest.importorskip("docx")
    pytest.importorskip("typst")
    record = json.loads(json_writer.write(document))
    loose = {piece["texto"] for block in record["bloques"] if block["bloque"] == "libre"
             for piece in block["texto"] if piece["dato"] == "sin-dato"}  # fmt: skip
    assert loose == {"98765"}
    doubts = {re.search("='(.*?)': ", doubt)[1] for doubt in record["dudas"]}
    assert doubts == {"98765", "😀", "漢"}
    # A doubt is printed with its file and line beside the page, and nowhere else.
    known = files.accounted(record) | loose | files.numbers(" ".join(record["dudas"]))
    written = {
        "docx": files.of_docx(docx_writer.write(document)),
        "pdf": files.of_pdf(PdfReader(io.BytesIO(pdf_writer.write(document)))),
        "html": files.of_page(render(html_writer.see(document).content)),
    }
    for form, text in written.items():
        assert "#let x = [1]" in " ".join(text.split()), form
        assert not files.numbers(text) - known, form
    assert "Ñandú «á» 😀 漢 → fin." in written["docx"]
    assert "Ñandú «á» ? ? → fin." in written["pdf"], "a sign without a letter stops no PDF"


def test_another_process_writes_the_same_bytes(live_store, tmp_path):
    pytest.importorskip("docx")
    pytest.importorskip("typst")
    order = [sys.executable, "-m", "callbacks.commands.export_report", "2024", str(tmp_path / "b")]
    other = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([*order, "congreso"], env=os.environ | other, check=True, timeout=60)
    for path in export_report.files(live_store, 2024, "congreso", tmp_path / "a"):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name
