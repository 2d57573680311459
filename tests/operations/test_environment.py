"""How `make` makes an environment: with the Python that serves, and whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What an outer make hands down: the Python that it was told, and its own switches.
_OF_MAKE = {"PYTHON", "MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES"}
# A Python that lacks modules, writes down what it is told, and makes an environment of two files.
STAND_IN = """#!/bin/sh
echo "$@" >> {told}
case "$*" in
  {lacks}) exit 1 ;;
  "-m venv "*) for place; do :; done; mkdir -p $place/bin && touch $place/bin/python3 &&
    ln $place/bin/python3 $place/bin/python && chmod +x $place/bin/python ;;
esac
"""
MADE = "-m venv place"
APART = ["-m venv --without-pip place", "-m pip --python place/bin/python install --quiet pip"]


def make(*words, **more):
    ours = {name: value for name, value in os.environ.items() if name not in _OF_MAKE}
    command = ["make", "--no-print-directory", "-f", ROOT / "Makefile", *words]
    return subprocess.run(
        command, capture_output=True, text=True, env=ours | more, cwd=ROOT, check=False
    )


@pytest.fixture
def environment(tmp_path):
    """Make an environment with a Python that lacks something; say what that Python was told."""

    def made(lacks, *words):
        told, python, place = tmp_path / "told", tmp_path / "python", tmp_path / "place"
        python.write_text(STAND_IN.format(told=told, lacks=lacks))
        python.chmod(0o755)
        told.write_text("")
        done = make(f"PYTHON={python}", f"{place}/bin/python", *words)
        said = told.read_text().replace(str(place), "place").splitlines()
        stands = sorted(file.name for file in place.rglob("*") if file.is_file())
        return done.returncode, stands, [one for one in said if "import" not in one]

    return made


def value(name, *words, **more):
    return make(*words, "--eval", f"value: ; $(info $({name}))@:", "value", **more).stdout.strip()


def script(file, text):
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(file)


def test_the_python_of_the_system_is_taken_where_it_serves(tmp_path):
    good, bad = script(tmp_path / "good", "exit 0"), script(tmp_path / "bad", "exit 1")
    assert value("PYTHON", f"SYSTEM_PYTHON={good}") == good
    for other in (bad, str(tmp_path / "none")):
        assert value("PYTHON", f"SYSTEM_PYTHON={other}") == "python3"


@pytest.mark.parametrize(
    ("version", "lacks", "serves"),
    [
        ((3, 11), [], True),
        ((3, 10), [], False),
        ((3, 14), ["pip"], True),
        ((3, 11), ["ensurepip"], True),
        ((3, 11), ["pip", "ensurepip"], False),
    ],
)
def test_a_python_serves_that_is_new_enough_and_can_make_an_environment(version, lacks, serves):
    pretend = (
        f"import sys, importlib.util as at; sys.version_info = {version}; "
        f"at.find_spec = lambda name: name not in {lacks}; exec({value('MAKES_ENVIRONMENTS')})"
    )
    done = subprocess.run([sys.executable, "-c", pretend], check=False)
    assert (done.returncode == 0) == serves


def test_whoever_names_a_python_gets_it():
    assert value("PYTHON", "PYTHON=mine") == "mine"
    assert value("PYTHON", PYTHON="mine") == "mine"


def test_an_environment_comes_with_pip(environment):
    assert environment("nothing") == (0, ["python", "python3"], [MADE])


def test_without_what_puts_pip_in_it_pip_puts_itself(environment):
    status, _, told = environment('"-c import ensurepip"')
    assert (status, told[1:]) == (0, APART)


def test_without_a_pip_that_can_the_python_says_what_it_lacks(environment):
    status, _, told = environment('"-c import ensurepip"|"-m pip --python "*')
    assert (status, told[1:]) == (0, [MADE])


@pytest.mark.parametrize("lacks", ['"-m venv "*', '"-c import ensurepip"|*" install "*'])
def test_what_could_not_be_made_whole_is_made_anew(environment, tmp_path, lacks):
    (tmp_path / "place").mkdir()
    (tmp_path / "place" / "notes").write_text("of somebody else")
    status, stands, _ = environment(lacks)
    assert (status, stands) == (2, ["notes"])
    assert environment("nothing")[0] == 0


def test_an_environment_that_stands_is_left_as_it_is(environment):
    environment("nothing")
    assert environment("nothing", "-B") == (0, ["python", "python3"], [])


@pytest.mark.parametrize("name", ["VENV", "REGISTRO_VENV", "GEO_VENV", "LOCK_VENV"])
def test_every_environment_is_made_first_and_only_once(tmp_path, name):
    place = tmp_path / "place"
    ready = place / (".run" if name == "VENV" else ".ready")
    told = make("-n", f"{name}={place}", str(ready)).stdout
    assert f"-m venv {place}" in told
    (place / "bin").mkdir(parents=True)
    ready.touch()
    (place / "bin" / "python").touch()
    os.utime(place / "bin" / "python", (2**32, 2**32))
    assert make("-q", f"{name}={place}", str(ready)).returncode == 0
