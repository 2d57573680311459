"""How `make` makes an environment: with the Python that serves, and whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A Python that lacks modules, writes down what it is told, and makes an environment of one file.
STAND_IN = """#!/bin/sh
echo "$@" >> {told}
case "$*" in
  {lacks}) exit 1 ;;
  "-m venv "*) for place; do :; done; mkdir -p $place/bin && touch $place/bin/python ;;
esac
"""


def make(*words):
    chosen = {name: value for name, value in os.environ.items() if name != "PYTHON"}
    command = ["make", "--no-print-directory", "-f", ROOT / "Makefile", *words]
    return subprocess.run(command, capture_output=True, text=True, env=chosen)


@pytest.fixture
def environment(tmp_path):
    """Make an environment with a Python that lacks something; say what that Python was told."""

    def made(lacks):
        told, python, place = tmp_path / "told", tmp_path / "python", tmp_path / "place"
        python.write_text(STAND_IN.format(told=told, lacks=lacks))
        python.chmod(0o755)
        done = make(f"PYTHON={python}", f"{place}/bin/python")
        words = told.read_text().replace(str(place), "place").splitlines()
        return done.returncode, (place / "bin" / "python").exists(), words

    return made


def chosen(*words):
    return make(*words, "--eval", "chosen: ; @echo $(PYTHON)", "chosen").stdout.strip()


def test_the_python_that_is_chosen_can_make_an_environment():
    script = "import sys, importlib.util as u; print(sys.version_info >= (3, 11)," \
             " any(map(u.find_spec, ('ensurepip', 'pip'))))"  # fmt: skip
    said = subprocess.run([chosen(), "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "True"]


def test_whoever_names_a_python_gets_it():
    assert chosen(f"PYTHON={sys.executable}") == sys.executable


def test_an_environment_comes_with_pip(environment):
    assert environment("nothing") == (0, True, ["-c import ensurepip", "-m venv place"])


def test_without_what_puts_pip_in_it_pip_puts_itself(environment):
    assert environment('"-c import ensurepip"') == (0, True, [
        "-c import ensurepip", "-c import pip", "-m venv --without-pip place",
        "-m pip --python place/bin/python install --quiet pip",
    ])  # fmt: skip


@pytest.mark.parametrize("lacks", ['"-c import "*|"-m venv "*', '"-c import ensurepip"|"-m pip "*'])
def test_what_could_not_be_made_whole_leaves_nothing(environment, lacks):
    status, stands, _ = environment(lacks)
    assert (status, stands) == (2, False)
