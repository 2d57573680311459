"""The programs of systemd, which need no systemd that runs."""

import shutil

import pytest


def program(name: str) -> str:
    """Return the path of a program; where it is missing the test is skipped and says the remedy."""
    return shutil.which(name) or pytest.skip(f"no {name} here: install Debian's package systemd")
