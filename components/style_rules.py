"""The part of the board's style sheet that one document uses, to travel inside it.

A rule stays where every name of one of its selectors is a word of the document: that keeps all
that can match, and a few that cannot.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from components import assets

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*([{};,>])\s*|(:)\s+|\s+")
_COMMA = re.compile(r",(?![^(]*\))")
_INNER = re.compile(r":[\w-]+\((?:[^()]|\([^()]*\))*\)")
_PSEUDO = re.compile(r"::?[\w-]+")
# What a script or a hand may give later, as `open`, and the part of a value: none asks for a word.
_LATER = re.compile(r'\[(?![\w-]+="[^"]*"\])[^\]]*\]')
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_WORDS = bytes(sign if _NAME.fullmatch(chr(sign)) else ord(" ") for sign in range(256))
_OPEN, _CLOSE = "{", "}"
_FACE, _PAPER = "@font-face", "@page"
Words = frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Rule:
    """A block of the sheet: rules inside a condition, or a face, or selectors with their needs."""

    head: str
    body: str
    inner: tuple["Rule", ...] = ()
    selectors: tuple[tuple[str, Words], ...] = ()

    def text(self, found: Words) -> str:
        """Return what of the block a document with these words can use; '' where nothing."""
        if self.inner:
            body = "".join([rule.text(found) for rule in self.inner])
            return f"{self.head}{{{body}}}" if body else ""
        kept = [selector for selector, needs in self.selectors if needs <= found]
        head = ",".join(kept) if self.selectors else self.head
        return f"{head}{{{self.body}}}" if head else ""


def words(document: str) -> Words:
    """Return the words of a document, of its text and of its scripts too."""
    return frozenset(document.encode().translate(_WORDS).split())


def used(found: Words) -> str:
    """Return the rules that can match something of a document with these words, in their order."""
    return "".join([rule.text(found) for rule in _sheet() if rule.head != _FACE])


def faces() -> str:
    """Return the faces of the letters, which every document uses."""
    return "".join([rule.text(frozenset()) for rule in _sheet() if rule.head == _FACE])


@cache
def _sheet() -> tuple[Rule, ...]:
    text = assets.text("board.css")
    tight = _SPACE.sub(lambda found: found[1] or found[2] or " ", _COMMENT.sub("", text))
    return tuple(_rules(tight.strip()))


def _rules(text: str) -> Iterator[Rule]:
    start = depth = opened = 0
    for place, sign in enumerate(text):
        if sign == _OPEN:
            opened = opened if depth else place
            depth += 1
        elif sign == _CLOSE:
            depth -= 1
            if not depth:
                yield _rule(text[start:opened], text[opened + 1 : place].rstrip(";"))
                start = place + 1


def _rule(head: str, body: str) -> Rule:
    if head in (_FACE, _PAPER):
        return Rule(head, body)
    if head.startswith("@"):
        return Rule(head, "", tuple(_rules(body)))
    return Rule(head, body, selectors=tuple((one, _needs(one)) for one in _COMMA.split(head)))


def _needs(selector: str) -> Words:
    """Return the names without which a selector finds nothing; a condition asks for none."""
    plain = _LATER.sub("", _PSEUDO.sub("", _INNER.sub("", selector)))
    return frozenset(name.encode() for name in _NAME.findall(plain))
