"""How the board says amounts: read back from its sentences, whatever stands between them."""

import re

from components.texts import t
from tests.charges.expected import LIGHTS
from tests.charges.reader import plain


def tallies(text):
    """Return the amounts that a sentence gives with a light, in its order."""
    words = {t(f"{kind}.{name}"): name for kind in ("lights", "lights_plural") for name in LIGHTS}
    longest = sorted(words, key=len, reverse=True)
    found = re.findall(rf"(\d+) ({'|'.join(map(re.escape, longest))})\b", plain(text))
    return [(int(amount), words[word]) for amount, word in found]


def totals(text):
    """Return the amounts of indicators that a sentence gives."""
    one, many = t("words.indicator"), t("words.indicators")
    found = re.findall(rf"(\d+) (?:{re.escape(many)}|{re.escape(one)})\b", plain(text))
    return [int(amount) for amount in found]


def amount(many, one="words.indicator", several="words.indicators"):
    return f"{many:,} {t(one if many == 1 else several)}"


def listed(parts):
    """Join words with commas and «y», «e» before the sound i."""
    *first, last = parts
    sound = last.lower().removeprefix("h")
    open_ = sound.startswith(("i", "í")) and not sound.startswith(("ia", "ie"))
    return f"{', '.join(first)} {'e' if open_ else 'y'} {last}" if first else last


def said(key, **values):
    """Return a text of the board with plain spaces."""
    return plain(t(key, **values))
