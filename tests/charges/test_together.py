"""The search puts words that stand together before the same words apart."""

import pytest

from data.search.full_text import Search
from data.search.search_corpus import Passage

APART = "defensores capacitan a personal y jueces y al público general"
CLOSE = "defensores público capacitan a personal y jueces y al general"
OTHERS = ["operativos en carreteras del norte", "casas de acogida para niñas", "cursos de fiscales"]


def found(texts, question):
    index = Search([Passage(text, text, "") for text in texts])
    return [(hit.text, hit.score) for hit in index.find(question)]


@pytest.mark.parametrize("texts", [[APART, CLOSE], [CLOSE, APART]])
def test_two_words_together_come_before_the_same_apart(texts):
    (first, high), (second, low) = found([*texts, *OTHERS], "defensores público")
    assert (first, second) == (CLOSE, APART), "words asked for together weigh more together"
    assert high > low * 1.1


def test_together_means_in_the_order_asked_for():
    (_, high), (_, low) = found([APART, CLOSE, *OTHERS], "público defensores")
    assert high == pytest.approx(low)


def test_one_word_has_nothing_to_stand_with():
    (_, high), (_, low) = found([APART, CLOSE, *OTHERS], "defensores")
    assert high == pytest.approx(low)


def test_the_plans_weigh_it_too(store):
    """Of the rows that hold both words whole, those that say them together score more."""
    hits = [hit for hit in store.search.find("medios de comunicación") if hit.exact]
    close = [hit for hit in hits if "medios de comunicación" in hit.text.lower()]
    assert close
    assert hits[0] in close
