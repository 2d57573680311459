import re

import pytest

from data.query.query_string import LONGEST, pairs, split, too_long, unescaped, untracked


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", []),
        ("?anio=2023", [("anio", "2023")]),
        ("a=1&a=2&b=", [("a", "1"), ("a", "2")]),
        ("buscar=ni%C3%B1as+y", [("buscar", "niñas y")]),
        ("a=%FF", [("a", "\ufffd")]),
    ],
)
def test_a_query_is_read_as_pairs(query, found):
    assert pairs(query) == found


def test_a_query_at_the_limit_is_read_and_one_beyond_is_not():
    longest = "a=" + "x" * (LONGEST - 2)
    assert pairs(longest)
    assert not too_long(longest)
    assert pairs(f"{longest}x") == []
    assert too_long(f"{longest}x")


def test_some_names_are_taken_out_and_the_first_value_counts():
    parts = split("tema=oscuro&sector=mujer~salud&tema=claro&alto=", ("tema", "alto"))
    assert parts.own == {"tema": "oscuro"}
    assert parts.rest == "sector=mujer~salud"


def test_what_is_too_long_stays_whole():
    query = "tema=oscuro&a=" + "x" * LONGEST
    assert split(query, ("tema",)).own == {}
    assert split(query, ("tema",)).rest == query


@pytest.mark.parametrize(
    "path",
    ["/", "/vistas/panorama.json", "/incrustar/semaforo", "/presentar", "/datos/valores.csv"],
)
def test_no_address_fails_on_a_query_beyond_the_limit(client, path):
    answer = client.get(f"{path}?tema=oscuro&vista=acta&buscar={'x' * (LONGEST + 1)}")
    assert answer.status_code == (400 if path.startswith("/datos/") else 200)
    assert client.get(f"{path}?corte=x&buscar={'x' * LONGEST}").status_code == 414


def test_nobody_else_reads_a_query(root):
    """A second reader would have its own limit: use data.query.query_string."""
    own = re.compile(r"parse_qsl?\b|8_000|query_string\.decode")
    code = [f for d in ("callbacks", "components", "data") for f in (root / d).rglob("*.py")]
    found = {file.name for file in code if own.search(file.read_text("utf-8"))}
    assert found == {"query_string.py", "request_state.py"}


@pytest.mark.parametrize(
    "written",
    ["a=1&amp;b=2", "a=1&amp;amp;b=2", "a=1%26amp%3Bb=2", "a=1%26AMP;b=2", "a=1&#038;b=2",
     "a=1%26%23038%3Bb=2"],
)  # fmt: skip
def test_a_sign_that_an_editor_escaped_is_one_again(written):
    assert unescaped(written) == "a=1&b=2"


def test_an_address_inside_a_query_keeps_its_own_signs():
    asked = "url=http%3A%2F%2Fx%2Fmapa%3Fa%3D1%26amp%3Bb%3D2&amp;format=json"
    assert untracked(asked) == asked.replace("&amp;", "&")
