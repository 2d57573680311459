"""The words of a PDF that shows a figure: screened, within limits, and said when not legible."""

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from data.registro.screening import pdf
from data.registro.screening.files import FileError, fit
from tests.registro.acts import VALID
from tests.registro.web import PLACE, application, opened


def written(*pages, password=""):
    """A PDF with a line of text on each page; '' for a page without words, as a scanned one."""
    writer = PdfWriter()
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"),
                             NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Helvetica")})  # fmt: skip
    held = writer._add_object(font)
    for words in pages:
        page = writer.add_blank_page(300, 300)
        fonts = DictionaryObject({NameObject("/F1"): held})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_the_words_of_every_page_are_screened():
    assert fit(written("Se hicieron 12 operativos.", "En 3 regiones.")).read
    for words in ("DNI 45879632", "La menor Rosa Quispe Mamani", "Llamar al 987654321"):
        with pytest.raises(FileError, match="Quite lo que identifica"):
            fit(written("Se hicieron 12 operativos.", words))


@pytest.mark.parametrize(("content", "words"), [
    (written("x", password="clave"), "contraseña"),
    (written(*[""] * (pdf.MOST_PAGES + 1)), "páginas"),
])  # fmt: skip
def test_what_cannot_be_looked_through_is_refused_with_how_to_mend_it(content, words):
    with pytest.raises(FileError, match=words):
        fit(content)


def test_a_pdf_that_cannot_be_read_is_kept_only_if_somebody_looked_at_it(engine, tmp_path):
    browser = opened(application(engine, tmp_path), "registrador")
    browser.post(PLACE, {"_version": browser.version(), **VALID})
    for content in (written(""), b"%PDF-1.4\nroto\n%%EOF\n"):
        form = {"_version": browser.version(), "titulo": "Acta"}
        for said, code in (({}, 422), ({"mirado": "si"}, 303)):
            sent = {**form, **said, "archivo": (io.BytesIO(content), "acta.pdf")}
            answer = browser.post(f"{PLACE}/evidencia", sent, content_type="multipart/form-data")
            assert answer.status_code == code
    assert browser.get(PLACE).text.count("acta.pdf") == 2


def test_who_takes_too_long_or_too_much_is_illegible(monkeypatch):
    monkeypatch.setattr(pdf, "_SECONDS", 0.01)
    assert pdf.read(written("hola")) == pdf.Read("ilegible")
