"""Spanish words as the search compares them: no accents, no plurals, gender forgiven."""

import re
from functools import cache

from data.text_normalisation import plain

_WORD = re.compile(r"[a-z0-9]+")
_PARTICLES = (
    "a al ante con contra cual cuando de del desde e el en entre es esta este ha han hasta la las "
    "le lo los mas no nos o para pero por que se segun sin sobre su sus u un una uno unos unas y ya"
)
_EMPTY = frozenset(_WORD.findall(_PARTICLES))
# The matrix writes the girls and boys of a target with these letters only.
_SPELLED = {"nna": ("ninas", "ninos", "adolescentes"), "nnya": ("ninas", "ninos", "adolescentes")}
_SHORTEST_STEM = 3
_VOWELS = "aeiou"


def words(text: str) -> list[str]:
    """Return the words of a text in order, without accents and without empty words."""
    found: list[str] = []
    for word in _WORD.findall(plain(text)):
        if word not in _EMPTY:
            found += [word, *_SPELLED.get(word, ())]
    return found


def asked(text: str) -> list[str]:
    """Return the words of a question, each once; abbreviations stay as they are."""
    every = _WORD.findall(plain(text))
    return list(dict.fromkeys(word for word in every if word not in _EMPTY))


@cache
def singular(word: str) -> str:
    """Return a word without its plural: `lineas` → `linea`, `defensores` → `defensor`."""
    if word.isdigit() or len(word) <= _SHORTEST_STEM:
        return word
    if word.endswith("ces"):
        return word[:-3] + "z"
    if word.endswith("es") and len(word) > 5 and word[-3] not in _VOWELS:
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


@cache
def stem(word: str) -> str:
    """Return a singular without the vowel of its gender: `publica` and `publico` → `public`."""
    one = singular(word)
    short = one[:-1] if one[-1] in "aoe" else one
    return short if len(short) >= _SHORTEST_STEM and not one.isdigit() else one


_ENDINGS = (
    "amiento", "imiento", "aciones", "uciones", "adores", "adoras", "idades", "acion", "ucion",
    "ciones", "mente", "antes", "ancia", "encia", "ables", "ibles", "istas", "ieron", "iendo",
    "ador", "adora", "cion", "idad", "ante", "able", "ible", "ista", "ando", "aron", "idos",
    "idas", "ados", "adas", "ivos", "ivas", "ado", "ada", "ido", "ida", "ivo", "iva", "ar", "er",
    "ir",
)  # fmt: skip
_SHORTEST_ROOT = 4


@cache
def root(word: str) -> str:
    """Return what a verb shares with its nouns: `capacitar`, `capacitación` → `capacit`."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT:
            return word[: -len(ending)]
    return stem(word)
