"""Every setting is checked at the start, in one table, and read nowhere else."""

import re
import subprocess
import sys

import pytest

from data.settings import SETTINGS, SettingError, check, guide, setting, unknown

RIGHT = [
    ("TABLERO_URL", "https://tablero.gob.pe"),
    ("TABLERO_URL", "http://127.0.0.1:8050/"),
    ("TABLERO_HOSTS", "tablero.gob.pe, 10.0.0.5:8050,[::1]"),
    ("TABLERO_CONTACTO", "errores@entidad.gob.pe"),
    ("TABLERO_CONTACTO", "https://entidad.gob.pe/errores?tema=1"),
    ("TABLERO_REVISAR", "0"),
    ("TABLERO_REVISAR", "0.02"),
    ("TABLERO_ENSAYO", "0"),
    ("TABLERO_METRICAS", "9101"),
    ("TABLERO_METRICAS", "0.0.0.0:9101"),
    ("TABLERO_DATOS", "/tmp"),
    ("WEB_CONCURRENCY", "32"),
    ("HOST", "::1"),
    ("HOST", "[::1]"),
    ("HOST", "localhost"),
    ("PORT", "65535"),
    ("FORWARDED_ALLOW_IPS", "127.0.0.1, 10.0.0.0/8"),
    ("FORWARDED_ALLOW_IPS", "*"),
]
WRONG = [
    ("TABLERO_URL", "javascript:alert(1)"),
    ("TABLERO_URL", "tablero.gob.pe"),
    ("TABLERO_URL", "https://"),
    ("TABLERO_URL", "https://a.pe/trata"),
    ("TABLERO_URL", "https://a.pe?x=1"),
    ("TABLERO_URL", "https://user@a.pe"),
    ("TABLERO_URL", "https://a.pe:99999"),
    ("TABLERO_URL", 'https://a.pe"><script>'),
    ("TABLERO_HOSTS", "https://tablero.gob.pe"),
    ("TABLERO_HOSTS", "tablero.gob.pe,"),
    ("TABLERO_HOSTS", "a.pe:99999"),
    ("TABLERO_HOSTS", "*"),
    ("TABLERO_CONTACTO", "nadie"),
    ("TABLERO_CONTACTO", "javascript:alert(1)"),
    ("TABLERO_REVISAR", "abc"),
    ("TABLERO_REVISAR", "-1"),
    ("TABLERO_REVISAR", "nan"),
    ("TABLERO_ENSAYO", "-5"),
    ("TABLERO_METRICAS", "abc"),
    ("TABLERO_METRICAS", "localhost:"),
    ("TABLERO_METRICAS", "0"),
    ("TABLERO_DATOS", "/no/hay"),
    ("WEB_CONCURRENCY", "abc"),
    ("WEB_CONCURRENCY", "0"),
    ("WEB_CONCURRENCY", "33"),
    ("WEB_CONCURRENCY", "٣"),
    ("HOST", "a b"),
    ("PORT", "0"),
    ("PORT", "65536"),
    ("PORT", "http"),
    ("FORWARDED_ALLOW_IPS", "proxy"),
]
NAMES = [one.name for one in SETTINGS]


def run(root, *command, **given):
    return subprocess.run(
        [sys.executable, *command], cwd=root, capture_output=True, text=True, check=False,
        timeout=60, env={"PATH": "", **given},
    )  # fmt: skip


@pytest.mark.parametrize(("name", "value"), RIGHT)
def test_what_fits_is_taken(name, value):
    check({name: value})


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_what_does_not_fit_is_named_with_its_remedy(name, value):
    with pytest.raises(SettingError) as caught:
        check({name: value})
    assert str(caught.value).startswith(f"{name}={value!r}: ")


def test_every_setting_is_tried_with_a_right_and_a_wrong_value():
    assert {name for name, _ in RIGHT} == {name for name, _ in WRONG} == set(NAMES)


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(SettingError) as caught:
        check({"PORT": "x", "WEB_CONCURRENCY": "0", "HOST": "localhost"})
    assert [line.split("=")[0] for line in str(caught.value).splitlines()] == [
        "WEB_CONCURRENCY",
        "PORT",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_setting_is_not_given(name, monkeypatch):
    default = next(one.default for one in SETTINGS if one.name == name)
    monkeypatch.setenv(name, " ")
    check()
    assert setting(name) == default
    check({name: default})


def test_a_name_of_ours_that_does_not_exist_is_told_with_the_nearest():
    assert unknown({"TABLERO_URI": "x", "TABLERO_URL": "y", "PATH": "z"}) == [
        "TABLERO_URI: no existe y no cambia nada; ¿quiso decir TABLERO_URL?"
    ]
    assert unknown({}) == []


def test_a_board_under_a_path_is_refused_in_words(root):
    """It needs a name of its own: the guide says so, and so does who is asked otherwise."""
    with pytest.raises(SettingError, match="el tablero va en la raíz"):
        check({"TABLERO_URL": "https://example.pe/trata"})
    (said,) = unknown({"TABLERO_RAIZ": "/trata"})
    assert said.startswith("TABLERO_RAIZ: no existe y no cambia nada")
    guide_ = (root / ".deploy" / "README.md").read_text("utf-8")
    assert "**El tablero necesita un nombre propio**" in guide_


def test_the_table_for_guides_has_every_setting():
    assert re.findall(r"^\| `(\w+)` \|", guide(), re.MULTILINE) == NAMES


@pytest.mark.parametrize(
    ("name", "value"),
    [("TABLERO_URL", "javascript:x"), ("TABLERO_REVISAR", "x"), ("TABLERO_DATOS", "/no/hay")],
)
def test_the_board_does_not_start_with_a_wrong_setting(root, name, value):
    done = run(root, "-c", "import app", **{name: value})
    assert done.returncode == 1
    assert done.stderr.startswith(f"{name}={value!r}: ")
    assert len(done.stderr.splitlines()) == 1


def test_gunicorn_does_not_start_with_a_wrong_setting(root):
    """gunicorn reads WEB_CONCURRENCY while it is imported, with a traceback."""
    command = (root / "Procfile").read_text("utf-8").splitlines()[0].split()[2:]
    done = run(root, *command, WEB_CONCURRENCY="abc", PORT="0")
    assert done.returncode == 1
    assert [line.split("=")[0] for line in done.stderr.splitlines()] == ["WEB_CONCURRENCY", "PORT"]


def test_only_the_table_reads_the_environment(root):
    own = re.compile(r"os\.environ|getenv|import environ")
    code = [root / "app.py"]
    for room in ("callbacks", "components", "data", "geo"):
        code += (root / room).rglob("*.py")
    assert len(code) > 200
    found = [f.name for f in code if own.search(f.read_text("utf-8"))]
    # What gunicorn and systemd say of sockets that are open already is no setting of the board.
    assert found == ["launch.py", "settings.py"]
