"""What the files hold: the numbers of each, and of the record that must account for them."""

import io
import json
import re
import zipfile
from html.parser import HTMLParser

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FOOT = re.compile(r"^\s*\d+ / \d+\s*$")
_CONTENTS = re.compile(r"\.[\s.]{4,}\d+\s*$")


def numbers(text):
    return {found.strip(".,") for found in NUMBER.findall(text)}


class Article(HTMLParser):
    """The words of the article of a page, without its drawings."""

    def __init__(self):
        super().__init__()
        self.depth, self.drawn, self.text = 0, 0, []

    def handle_starttag(self, tag, attrs):
        self.depth += tag == "article"
        self.drawn += tag == "svg"

    def handle_endtag(self, tag):
        self.depth -= tag == "article"
        self.drawn -= tag == "svg"

    def handle_data(self, data):
        if self.depth and not self.drawn:
            self.text.append(data)


def of_page(text):
    reader = Article()
    reader.feed(text)
    return "\n".join(reader.text)


def of_docx(content):
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        body = held.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", body, re.DOTALL)
    return "\n".join("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", one)) for one in paragraphs)


def of_pdf(reader):
    """Return the words of a PDF without the numbers of its pages."""
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    return "\n".join(line for line in lines if not _FOOT.match(line) and not _CONTENTS.search(line))


def accounted(record):
    """Return the numbers of a record that have a source, a rule or name the document itself."""
    texts = [record["suma"], record["version_datos"], record["direccion"], str(record["anio"])]
    for figure in record["cifras"]:
        known = figure["fuentes"] or figure.get("regla") or figure["origen"] == "documento"
        assert known or not numbers(figure["texto"]), figure
        texts.append(figure["texto"])
    for block in record["bloques"]:
        texts.append(str(block.get("numero", "")))
        for piece in block.get("texto", ()) if block["bloque"] == "libre" else ():
            if numbers(piece["texto"]) and piece["dato"] != "sin-dato":
                assert piece["celdas"], f"a figure of the free text without its cell: {piece}"
                texts.append(piece["texto"])
        texts.append(str(block.get("fecha", "")))
    for chart in record["graficos"].values():
        assert all(row["fuente"] for row in chart["filas"])
        texts += [chart["frase"], *chart["rotulos"]]
    texts += [str(len(record["por_redactar"])), str(len(record["dudas"])), "SHA-256"]
    return set().union(*map(numbers, texts))


def read(response):
    return json.loads(response.data)
