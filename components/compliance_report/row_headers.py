"""The first cell of each row of a PDF as its header: Typst marks only those of the columns."""

import io
from collections.abc import Iterator
from typing import Any

from components.compliance_report.missing_package import package


def marked(written: bytes) -> bytes:
    """Return a tagged PDF in which each row of a table has its header.

    Raises MissingPackageError where pypdf is not installed.
    """
    pypdf = package("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(written))
    root = writer.root_object["/StructTreeRoot"]
    for row in _rows(root):
        cells = [cell for cell in _inside(row) if cell.get("/S") in ("/TD", "/TH")]
        if cells and cells[0]["/S"] == "/TD":
            _head(cells[0], pypdf.generic)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _head(cell: Any, generic: Any) -> None:
    name = generic.NameObject
    cell[name("/S")] = name("/TH")
    scope = generic.DictionaryObject({name("/O"): name("/Table"), name("/Scope"): name("/Row")})
    held = cell.get("/A")
    others = [held] if held is not None and not isinstance(held, list) else list(held or ())
    cell[name("/A")] = generic.ArrayObject([*others, scope])


def _rows(element: Any) -> Iterator[Any]:
    for inner in _inside(element):
        if inner.get("/S") == "/TR":
            yield inner
        else:
            yield from _rows(inner)


def _inside(element: Any) -> Iterator[Any]:
    kids = element.get("/K")
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if hasattr(found, "get") and "/S" in found:
            yield found
