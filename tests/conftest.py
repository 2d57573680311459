"""What every test may ask for: the frozen tables and the live ones, a client over each.

Tests of code stand on `tests/tables`, which changes only with the model. What an operator must
know of `data/tables` asks for `live`, `live_store` or `live_client` and is marked `data`.
"""

import csv
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import flask
import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser

from callbacks.hot_reload import collector
from data.loader import load
from data.publish.versions import Archive
from data.store import Store
from tests.reading import Reader
from tests.stores import frozen_store

# Whoever reads a page as text reads its words: see `tests/reading.py`.
flask.Flask.test_client_class = Reader

ROOT = Path(__file__).parents[1]
TABLES = ROOT / "tests" / "tables"
LIVE = ROOT / "data" / "tables"
# Many boards stand in the memory of a worker: looking through all of it is a tenth of its time.
gc.set_threshold(50_000, 20, 100)
_OF_THE_DATA = {"live", "live_store", "live_client"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-figures", action="store_true", help="write the saved figures")
    parser.addoption("--tables", default=str(TABLES), help="stand the tests of code on this folder")


def pytest_configure(config: pytest.Config) -> None:
    # What loads without being told a folder, the servers that tests start too, loads this one.
    os.environ["TABLERO_DATOS"] = str(Path(config.getoption("--tables")).absolute())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _OF_THE_DATA.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("data")


@pytest.fixture
def small_heap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a collection look through what the test makes, and not through what stands for others."""
    monkeypatch.setattr(collector, "free", gc.collect)
    gc.freeze()
    yield
    gc.unfreeze()


def served(store: Store) -> FlaskClient:
    """A client over a store; importing the board reads tables, which must be chosen before."""
    from callbacks.board import create_app

    return create_app(store).server.test_client()


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def frozen() -> Path:
    """The folder of tables that the tests of code stand on: read it or copy it, never write."""
    return Path(os.environ["TABLERO_DATOS"])


@pytest.fixture(scope="session")
def read(frozen: Path) -> Callable[[str], list[dict[str, str]]]:
    """Return the rows of a frozen table as its file has them, by none of our own readers."""

    def rows(name: str) -> list[dict[str, str]]:
        with (frozen / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows


@pytest.fixture(scope="session")
def store() -> Store:
    return frozen_store()


@pytest.fixture(scope="session")
def client(store: Store) -> FlaskClient:
    return served(store)


@pytest.fixture(scope="session")
def live() -> Path:
    """The folder of tables that is published."""
    return LIVE


@pytest.fixture(scope="session")
def live_store(live: Path) -> Store:
    return load(live, Archive())


@pytest.fixture(scope="session")
def live_client(live_store: Store) -> FlaskClient:
    return served(live_store)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the tests of the board and of the Registro: a process can drive one."""
    from tests.browser.chromium import started

    yield from started()
