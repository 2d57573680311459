"""Tables with few rows or none: they are refused in words, or every page is written over them."""

import shutil

import pytest

from app import create_app
from callbacks.serving import log
from components.charts.registry import CHARTS
from components.pages import PAGES
from data.faults import TableError
from data.loader import load
from data.model import TABLES

ASKED = [
    *(page.example for page in PAGES), "/?anio=2023&sector=mujer", "/presentar",
    "/presentar?vista=acta", "/incrustar", *(f"/incrustar/{slug}" for slug in CHARTS),
]  # fmt: skip


def loaded(tables):
    """Return the store, or why there is none."""
    try:
        return load(tables)
    except TableError as refused:
        return refused


@pytest.mark.parametrize("kept", ["none", "every second"])
@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_lost_rows_breaks_no_page(root, tmp_path, monkeypatch, name, kept):
    tables = shutil.copytree(root / "data" / "tables", tmp_path / "tables")
    file = tables / f"{name}.csv"
    head, *rows = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join([head, *(rows[::2] if kept == "every second" else [])]), "utf-8")
    found = loaded(tables)
    if isinstance(found, TableError):
        assert all(fault.file and fault.reason and fault.remedy for fault in found.faults)
        return
    failed = []
    monkeypatch.setattr(log, "failed", lambda said, error, **more: failed.append((error, more)))
    client = create_app(found).server.test_client()
    for path in ASKED:
        assert client.get(path).status_code in (200, 400, 404), (path, failed)
    assert failed == []
