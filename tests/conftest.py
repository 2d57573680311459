"""What every test may ask for: the real store, a client over it, the marks of the run."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from data.loader import load
from data.publish.versions import Archive
from data.store import Store

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-figures", action="store_true", help="write the saved figures")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def store() -> Store:
    return load(kept=Archive())


@pytest.fixture(scope="session")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()
