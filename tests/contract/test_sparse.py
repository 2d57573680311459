"""Tables with few rows or none: they are refused in words, or every page is written over them.

Tables that do not name each other are thinned in one board; when a page fails, each of them is
tried alone, so that the failure names the table.
"""

import shutil

import pytest

from callbacks.board import create_app
from callbacks.serving import log
from components.charts.registry import CHARTS
from components.pages import PAGES
from data.faults import TableError
from data.loader import load
from data.model import TABLES

# A page draws its charts as an embed does.
DRAWN = {slug for page in PAGES for slug in page.charts}
ASKED = [
    *(page.example for page in PAGES), "/?anio=2023&sector=mujer", "/presentar",
    "/presentar?vista=acta", "/incrustar", "/reportes/2024", "/incrustar/objetivos",
    *(f"/incrustar/{slug}" for slug in CHARTS if slug not in DRAWN),
]  # fmt: skip
TOGETHER = 6
NONE, HALF = "none", "every second"


def strangers(one, other):
    """Say whether neither table names the other."""
    named = [{name for names in TABLES[table].refs.values() for name in names}
             for table in (one, other)]  # fmt: skip
    return other not in named[0] and one not in named[1]


def grouped(names):
    """Part the tables into groups of strangers, each table in one."""
    groups: list[list[str]] = []
    for name in names:
        home = next((group for group in groups if len(group) < TOGETHER
                     and all(strangers(name, other) for other in group)), None)  # fmt: skip
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return groups


GROUPS = grouped(TABLES)


@pytest.fixture
def thinned(frozen, tmp_path):
    """Load the tables without the rows of some of them; or return why they are refused."""

    def thin(names, kept):
        shutil.rmtree(tmp_path / "tables", ignore_errors=True)
        tables = shutil.copytree(frozen, tmp_path / "tables")
        for name in names:
            file = tables / f"{name}.csv"
            head, *rows = file.read_text("utf-8").splitlines(keepends=True)
            file.write_text("".join([head, *(rows[::2] if kept == HALF else [])]), "utf-8")
        try:
            return load(tables)
        except TableError as refused:
            return refused

    return thin


@pytest.fixture
def failures(monkeypatch):
    """Return the addresses that a board over some tables cannot answer, with the errors."""
    logged = []
    monkeypatch.setattr(log, "failed", lambda said, error, **more: logged.append((error, more)))

    def ask(store):
        logged.clear()
        client = create_app(store).server.test_client()
        bad = [path for path in ASKED if client.get(path).status_code not in (200, 400, 404)]
        return [*bad, *logged]

    return ask


def named(names, kept, thinned, failures):
    """Return what fails with each table thinned alone; or with all of them, if none does."""
    alone = {name: failures(thinned([name], kept)) for name in names}
    guilty = {name: failed for name, failed in alone.items() if failed}
    return guilty or f"only together: {names}"


def test_every_table_is_in_one_group():
    assert sorted(name for group in GROUPS for name in group) == sorted(TABLES)
    assert len(GROUPS) < len(TABLES) / 3


def accepted(names, kept, thinned):
    """Return which tables are taken so, and the store; the others are refused in words."""
    owed = [name for name in names if kept == NONE and not TABLES[name].empty_says]
    if owed:
        said = {fault.file for fault in told(thinned(owed, kept))}
        assert said >= {f"{name}.csv" for name in owed}
    rest = [name for name in names if name not in owed]
    store = thinned(rest, kept) if rest else None
    if not isinstance(store, TableError):
        return rest, store
    alone = {name: thinned([name], kept) for name in rest}
    taken = [name for name, found in alone.items() if not isinstance(found, TableError)]
    assert len(taken) < len(rest), f"taken one by one and refused together: {rest}"
    assert all(told(alone[name]) for name in rest if name not in taken)
    return taken, thinned(taken, kept) if taken else None


def told(refused):
    """Return the faults of tables that were refused, each with its place, reason and remedy."""
    assert isinstance(refused, TableError)
    assert all(fault.file and fault.reason and fault.remedy for fault in refused.faults)
    return refused.faults


@pytest.mark.parametrize("kept", [NONE, HALF])
@pytest.mark.parametrize("group", GROUPS, ids="+".join)
def test_tables_that_lost_rows_break_no_page(thinned, failures, group, kept):
    taken, store = accepted(group, kept, thinned)
    if taken:
        assert not isinstance(store, TableError), f"refused together: {taken}"
        assert failures(store) == [] or named(taken, kept, thinned, failures) == {}
