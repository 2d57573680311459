"""The terms of a text: the longest is the one that is found, whatever it begins with."""

import pytest

from components.terms import Terms
from data.model import Termino
from data.store import Store


def term(name, expansion=None):
    return Termino.model_construct(
        termino=name, expansion=expansion, definicion=f"Qué es {name}", origen="propio", fuente="x"
    )


@pytest.fixture
def terms():
    rows = (
        term("CMNP", "Comisión"), term("CMNP TP-TIM", "Comisión Multisectorial"),
        term("(x) de prueba"), term("ámbito local"), term(""),
    )  # fmt: skip
    return Terms(Store({"glosario": rows}))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("La CMNP TP-TIM se reúne", ["CMNP TP-TIM"]),
        ("La CMNP se reúne", ["CMNP"]),
        ("Una (x) de prueba más", ["(x) de prueba"]),
        ("Ámbito local, y en ámbitos locales", ["Ámbito local"]),
        ("La cmnp y la XCMNP", []),
    ],
)
def test_the_longest_term_is_found_whatever_it_begins_with(terms, said, found):
    written = terms.words(said)
    assert [
        part.split(">")[1].split("<")[0] for part in written.split('<a class="term"')[1:]
    ] == found
