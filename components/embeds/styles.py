"""The part of the board's style sheet that one document uses, to travel inside it."""

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
_HELD = re.compile(r"\[[^\]]*\]")
_WHOLE = re.compile(r'\[[\w-]+(?:="[^"]*")?\]')
_NAMED = re.compile(r"[.#]?[A-Za-z][\w-]*")
_ATTRIBUTE = re.compile(r"[\w-]+")
_OPEN, _CLOSE = "{", "}"
Present = frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A block of the sheet: rules inside a condition, or a face, or selectors with their needs."""

    head: str
    body: str
    inner: tuple["Rule", ...] = ()
    selectors: tuple[tuple[str, Present], ...] = ()

    def text(self, present: Present) -> str:
        """Return what of the block a document with these names can use; '' where nothing."""
        if self.inner:
            body = "".join(rule.text(present) for rule in self.inner)
            return f"{self.head}{{{body}}}" if body else ""
        kept = [selector for selector, needs in self.selectors if needs <= present]
        head = ",".join(kept) if self.selectors else self.head
        return f"{head}{{{self.body}}}" if head else ""


def used(present: Present) -> str:
    """Return the rules that can match something of a document, in their order."""
    return "".join(rule.text(present) for rule in _sheet())


@cache
def selecting() -> frozenset[str]:
    """Return the names of the attributes that the sheet selects by, beside class and id."""
    return frozenset(_selecting(_sheet()))


def _selecting(rules: tuple[Rule, ...]) -> Iterator[str]:
    for rule in rules:
        yield from _selecting(rule.inner)
        held = (need for _, needs in rule.selectors for need in needs if need.startswith("["))
        yield from (_ATTRIBUTE.findall(one)[0] for one in held)


@cache
def _sheet() -> tuple[Rule, ...]:
    text = assets.by_path()[assets.url("board.css")].body.decode()
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
    if head.startswith("@font-face"):
        return Rule(head, body)
    if head.startswith("@"):
        return Rule(head, "", tuple(_rules(body)))
    return Rule(head, body, selectors=tuple((one, _needs(one)) for one in _COMMA.split(head)))


def _needs(selector: str) -> Present:
    """Return the names without which a selector finds nothing; a condition asks for none."""
    plain = _PSEUDO.sub("", _INNER.sub("", selector))
    held = (_attribute(one) for one in _HELD.findall(plain))
    return frozenset([*_NAMED.findall(_HELD.sub("", plain)), *held])


def _attribute(held: str) -> str:
    """Return an attribute with its value where the selector names it whole, else alone."""
    return held[:-1] if _WHOLE.fullmatch(held) else f"[{_ATTRIBUTE.findall(held)[0]}"
