"""The guides hold: every command, path, module, address and setting that they name."""

import csv
import importlib.util
import inspect
import os
import re
import shutil
import signal
import subprocess
import time
import tomllib
import urllib.request
from pathlib import Path

import pytest
from gunicorn import config

from components import assets
from tests.guides import picture
from tests.guides.commands import (
    ROOT,
    blocks,
    commands,
    folders,
    guides,
    inline,
    way,
    with_this_python,
)
from tests.importing.official import official
from tests.load.server import free_port

LONGEST = 150
GUIDES = [str(guide.relative_to(ROOT)) for guide in guides()]
COMMANDS = commands()
PACKAGES = "|".join(name for name in folders() if not name.startswith("."))
_FILES = ("Makefile", "Procfile", "LICENSE")


def text(guide):
    return (ROOT / guide).read_text("utf-8")


def tried(kind):
    return [command for command in COMMANDS if way(command) == kind]


def run(command, folder, **settings):
    """Run a command of a guide where it can break nothing of the repository."""
    tables = folder / "datos-2026-11"
    shutil.copytree(ROOT / "data" / "tables", tables, dirs_exist_ok=True)
    with (folder / "denuncias.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(official())
    for name in ("datos-2026-11", "denuncias.csv"):
        command = command.replace(f"={name}", f"={folder / name}")
    written = {"SESION": "sesion.html", "ACTA": "acta.pdf", "FOTO": "foto.png"}
    environment = os.environ | {name: str(folder / file) for name, file in written.items()}
    environment |= {"TABLERO_DATOS": str(tables), **settings}
    # What `make test ARGS=…` was told is not for the commands that its tests run.
    for told in ("ARGS", "MAKEFLAGS", "MAKEOVERRIDES", "MFLAGS"):
        environment.pop(told, None)
    return subprocess.run(["sh", "-c", with_this_python(command)], cwd=ROOT, env=environment,
                          capture_output=True, text=True, check=False)  # fmt: skip


def test_every_folder_has_its_guide_and_the_first_is_short():
    assert folders()
    for guide in GUIDES:
        assert (ROOT / guide).is_file(), f"write {guide}: its rooms, its rules, how to add one"
    assert len(text("README.md").splitlines()) <= LONGEST
    for guide in GUIDES[1:]:
        assert f"]({guide})" in text("README.md"), f"the README does not lead to {guide}"


def test_the_changes_begin_with_the_version_and_lead_to_its_upgrade():
    said = (ROOT / "CHANGELOG.md").read_text("utf-8")
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    assert re.findall(r"^## (\S+)", said, re.M)[0] == version
    ways = re.findall(r"\(\.deploy/README\.md#([\w-]+)\)", said)
    heads = re.findall(r"^## (.*)", text(".deploy/README.md"), re.M)
    assert ways
    assert set(ways) <= {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}


def test_every_command_is_known():
    assert len(COMMANDS) > 20
    unknown = [command for command in COMMANDS if not way(command)]
    assert not unknown, f"say in tests/guides/commands.py how to try {unknown}"
    for kind in ("run", "browser", "read", "collect", "module", "outside"):
        assert tried(kind), f"no guide has a command of the kind «{kind}» any more"


@pytest.mark.parametrize("command", tried("run"))
def test_a_short_command_runs_without_activating_anything(command, tmp_path):
    done = run(command, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout


@pytest.mark.browser
@pytest.mark.parametrize("command", tried("browser"))
def test_a_command_that_needs_chromium_runs(command, tmp_path):
    done = run(command, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", tried("read"))
def test_a_long_command_exists(command, tmp_path):
    done = run(command.replace("make ", "make --dry-run ", 1), tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_tests_that_a_guide_names_exist(tmp_path):
    words = {command: command.split()[3:] for command in tried("collect")}
    files = {word for said in words.values() for word in said if word.startswith("tests/")}
    options = {word for said in words.values() for word in said if word.startswith("--")}
    line = ["python -m pytest -p no:cacheprovider --collect-only -q", *files, *options]
    done = run(f".venv/bin/{' '.join(line)}", tmp_path)
    assert done.returncode == 0, done.stdout
    for command, said in words.items():
        word = said[said.index("-k") + 1] if "-k" in said else ""
        held = [name for name in done.stdout.splitlines() if name.startswith(said[0])]
        assert any(word in name for name in held), f"nothing is run by «{command}»"


@pytest.mark.parametrize("command", tried("module"))
def test_the_module_that_a_guide_runs_exists(command):
    name = command.split()[2]
    assert importlib.util.find_spec(name)
    assert '__name__ == "__main__"' in Path(importlib.util.find_spec(name).origin).read_text()


def operated():
    """Return the files of the repository that the commands of the operator name."""
    said = "\n".join(tried("outside"))
    found = ["".join(name) for name in re.findall(r"/opt/tablero/([\w./@-]+)|-f (\S+)", said)]
    return [path for path in dict.fromkeys(found) if not path.startswith(".venv")]


def test_the_files_of_the_operator_exist():
    assert operated()
    gone = [path for path in operated() if not (ROOT / path).exists()]
    assert not gone


def test_the_tables_are_changed_as_the_guide_says(tmp_path):
    block = next(body for body in blocks(text(".deploy/README.md")) if "mv -T" in body)
    shutil.copytree(ROOT / "data" / "tables", tmp_path / "datos-2026-10")
    (tmp_path / "datos").symlink_to("datos-2026-10")
    lines = [line for line in block.splitlines() if not line.startswith("curl")]
    script = "\n".join(["set -e", *(with_this_python(line) for line in lines)])
    script = script.replace("make ", f"make -f {ROOT}/Makefile ")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", script], cwd=tmp_path, env=environment, capture_output=True,
                          text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "datos").readlink() == Path("datos-2026-11")


def test_the_server_that_reloads_answers(tmp_path):
    port = free_port()
    with (tmp_path / "log").open("wb") as log:
        line = f"exec {with_this_python('make dev')} PORT={port}"
        process = subprocess.Popen(["sh", "-c", line], cwd=ROOT, stdout=log, stderr=log,
                                   start_new_session=True)  # fmt: skip
        try:
            assert answers(port), (tmp_path / "log").read_text()
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


def answers(port):
    until = time.monotonic() + 40
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/salud", timeout=2):
                return True
        except OSError:
            time.sleep(0.2)
    return False


def test_make_help_lists_every_target(tmp_path):
    makefile = text("Makefile")
    targets = re.findall(r"^([a-z-]+):", makefile, re.M)
    listed = run("make help", tmp_path).stdout
    assert targets
    for target in targets:
        assert re.search(rf"^make {target} +\S", listed, re.M), f"give «{target}» its ## words"
    phony = re.search(r"^\.PHONY: (.*)", makefile, re.M)[1].split()
    assert set(phony) >= set(targets)


def places(guide):
    """Return the paths that a guide names: its links, and its code that reads like a path."""
    written = text(guide)
    links = re.findall(r"\]\(([^)#:]+)\)", written)
    named = {(ROOT / guide).parent / link for link in links}
    for code in inline(written):
        path = re.split(r"[<…]", code)[0]
        path = path.rpartition("/")[0] if path != code else path
        known = path.split("/")[0] in folders() and "/" in path
        if known or re.fullmatch(r"[\w.-]+\.(py|md|toml)|" + "|".join(_FILES), path):
            named.add(ROOT / path)
    return named


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_exists(guide):
    named = places(guide)
    assert named
    gone = [str(path) for path in named if not path.exists() and not ours(path)]
    assert not gone, f"{guide} names {gone}"


def ours(path):
    """Say whether a bare name stands in one folder or another of the guide's subject."""
    return path.parent == ROOT and any(ROOT.glob(f"*/**/{path.name}"))


def named(pattern):
    """Return each guide with each piece of its code that has this form."""
    pairs = [(guide, code) for guide in GUIDES for code in inline(text(guide))]
    found = dict.fromkeys(pair for pair in pairs if re.fullmatch(pattern, pair[1]))
    assert found, f"no guide names anything like {pattern} any more"
    return list(found)


@pytest.mark.parametrize(("guide", "code"), named(rf"({PACKAGES})(\.[a-z_0-9]+)+"))
def test_every_module_exists(guide, code):
    stem = ROOT / code.replace(".", "/")
    assert stem.is_dir() or stem.with_suffix(".py").is_file(), f"{guide} names {code}"


@pytest.mark.parametrize(("guide", "code"), named(r"_?[A-Z][A-Z_]{3,}"))
def test_every_constant_exists(guide, code):
    assert re.search(rf"\b{code}\b", source("tests")), f"{guide} names {code}"


def source(*more):
    """Return all the code that serves, and that of more folders."""
    names = [name for name in folders() if name != "tests"]
    files = [file for name in [*names, *more] for file in (ROOT / name).rglob("*.py")]
    files += [ROOT / name for name in ("app.py", "Makefile", "Procfile")]
    return "\n".join([*(file.read_text("utf-8") for file in files), inspect.getsource(config)])


def test_the_picture_of_the_house_is_the_house():
    tree = next(body for body in blocks(text("README.md"), "") if "create_app" in body)
    top, named = "", []
    for line in tree.splitlines():
        found = re.findall(r"(?:^|  )([.\w]+(?:/|\.py|\.toml))(?=\s)", line)
        if not line.startswith(" "):
            top = found[0] if found else ""
            named += found
        else:
            named += [f"{top}{name}" for name in found]
    assert len(named) > 20
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert {f"{name}/" for name in folders()} <= set(named)


@pytest.mark.parametrize(
    ("guide", "code"), named(r"(?!.*[<…]|/(opt|etc|dev|srv|var)/|.*update-component)/.*")
)
def test_every_address_answers(client, guide, code):
    assert client.get(code).status_code == 200, f"{guide} names {code}"


def test_the_table_of_settings_is_that_of_the_code():
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", text(".deploy/README.md"), re.M))
    code = source()
    assert listed
    for name in listed:
        assert re.search(rf"\b{name}\b", code), f"nothing reads {name}"
    own = set(re.findall(r"\bTABLERO_[A-Z]+\b", code))
    own |= set(re.findall(r"\$\{([A-Z_]+)", text("Procfile")))
    assert own <= listed, f"add to the table of .deploy/README.md: {own - listed}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("nueva/foto.png", "FOTO={path}: la carpeta {path.parent} no existe\n"),
     ("", "FOTO={path}: es una carpeta; escriba el nombre de un archivo\n")],
)  # fmt: skip
def test_a_picture_that_cannot_be_written_is_refused_before_anything_is_served(
    tmp_path, monkeypatch, capsys, name, expected
):
    monkeypatch.setattr(picture, "served", lambda: pytest.fail("nothing may be served"))
    path = tmp_path / name
    assert picture.main([str(path)]) == 1
    assert capsys.readouterr().err == expected.format(path=path)
    assert not list(tmp_path.iterdir()), "no folder may be made"


def test_the_picture_is_light_and_nobody_serves_it():
    name = picture.PICTURE.relative_to(ROOT)
    assert f"]({name})" in text("README.md")
    body = picture.PICTURE.read_bytes()
    assert body.startswith(b"\x89PNG")
    assert len(body) <= picture.BUDGET, "make captura"
    assert not [path for path in assets.by_path() if path.endswith(".png")]
