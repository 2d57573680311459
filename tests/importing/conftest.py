"""A folder of tables to import into, and the command as an operator runs it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.importing import command


@dataclass
class Said:
    """What the command answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def data(tmp_path, frozen):
    return Path(shutil.copytree(frozen, tmp_path / "datos"))


@pytest.fixture
def run(data, capsys):
    def importing(file, *arguments):
        capsys.readouterr()
        code = command.main([str(file), "--datos", str(data), *arguments])
        return Said(code, *capsys.readouterr())

    return importing


def photograph(folder):
    """Return every file of a folder with its bytes, hidden ones too."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}
