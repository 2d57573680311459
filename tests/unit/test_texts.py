"""A broken text stops the start with its file, line and key; the tables have no part in it."""

import ast
import shutil
import subprocess
import sys
from string import Formatter

import pytest

from components import texts
from components.texts import TextError, check, keys, t


@pytest.fixture
def written(monkeypatch):
    """Put other texts in the place of ours."""

    def write(text):
        raw = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr(texts, "_source", lambda: raw)
        monkeypatch.setattr(texts, "_texts", texts._texts.__wrapped__)
        with pytest.raises(TextError) as caught:
            check()
        return str(caught.value)

    return write


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[a]\nb = "x', "components/texts.toml:2: «a.b»: no se puede leer como TOML"),
        ('[a]\nb = "x"\nb = "y"\n', "components/texts.toml:3: «a.b»: no se puede leer"),
        ("[a\n", "components/texts.toml:1: no se puede leer"),
        ('[a]\nb = "{x"\n', "components/texts.toml:2: «a.b»: tiene una llave sin su pareja"),
        ('[a]\nb = "x}"\n', "components/texts.toml:2: «a.b»: tiene una llave sin su pareja"),
        ('[a]\nb = "{}"\n', "components/texts.toml:2: «a.b»: tiene un valor mal escrito"),
        ('[a]\nb = "{0}"\n', "components/texts.toml:2: «a.b»: tiene un valor mal escrito"),
        ('[a]\nb = "{x.y}"\n', "components/texts.toml:2: «a.b»: tiene un valor mal escrito"),
        ('[a]\nb = "{ x }"\n', "components/texts.toml:2: «a.b»: tiene un valor mal escrito"),
        ('[a]\nb = "{x!r}"\n', "components/texts.toml:2: «a.b»: tiene un valor mal escrito"),
        ("[a]\nc.b = 3\n", "components/texts.toml:2: «a.c.b»: no es un texto"),
        (b'[a]\nb = "\xf3"\n', "components/texts.toml:2: no es UTF-8"),
    ],
)
def test_what_is_wrong_is_said_with_file_line_and_key(written, text, said):
    assert written(text).startswith(said)


def test_every_text_of_ours_is_well_formed():
    check()
    assert [key for key in keys() if texts._wrong(key, "").split(":")[1] == "0"] == []


def test_a_value_that_is_not_given_names_the_text(monkeypatch):
    monkeypatch.setattr(texts, "_source", lambda: b'[a]\nb = "{totl}"\n')
    monkeypatch.setattr(texts, "_texts", texts._texts.__wrapped__)
    with pytest.raises(TextError, match=r"toml:2: «a\.b»: pide 'totl', .* escriba \{total\}"):
        t("a.b", total=3)


def test_every_text_asks_only_for_what_the_code_gives(root):
    wrong, seen = [], 0
    for file in [*(root / "components").rglob("*.py"), *(root / "callbacks").rglob("*.py")]:
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(call, ast.Call) and getattr(call.func, "id", "") == "t"):
                continue
            key = call.args[0]
            given = {word.arg for word in call.keywords}
            if not isinstance(key, ast.Constant) or None in given or not given:
                continue
            seen += 1
            asked = {part[1] for part in Formatter().parse(t(key.value)) if part[1]}
            wrong += [(file.name, key.value, name) for name in asked - given]
    assert seen > 100
    assert wrong == []


@pytest.fixture(scope="module")
def copy(root, tmp_path_factory):
    """Return a copy of what serves, of which the texts may be broken."""
    place = tmp_path_factory.mktemp("copia")
    shutil.copy(root / "app.py", place)
    for room in ("assets", "callbacks", "components", "data", "geo"):
        shutil.copytree(root / room, place / room, ignore=shutil.ignore_patterns("node_modules"))
    return place


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('verde = "cumplidos"', 'verde = "cumplidos', "no se puede leer como TOML"),
        ('headline = "{total}: {parts}"', 'headline = "{totl}: {parts}"', "pide 'totl'"),
    ],
)
def test_the_board_does_not_start_with_a_broken_text(copy, root, old, new, said):
    ours = (root / "components" / "texts.toml").read_text("utf-8")
    assert old in ours
    (copy / "components" / "texts.toml").write_text(ours.replace(old, new, 1), "utf-8")
    line = ours[: ours.index(old)].count("\n") + 1
    done = subprocess.run([sys.executable, "-c", "import app"], cwd=copy, capture_output=True,
                          text=True, timeout=90, check=False)  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(f"components/texts.toml:{line}: «")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_name_that_begins_with_its_article_is_contracted():
    assert t("territorio.named.distrito_fiscal", name="Del Santa") == "Distrito fiscal del Santa"
    assert t("territorio.named.distrito_fiscal", name="Lima") == "Distrito fiscal de Lima"
