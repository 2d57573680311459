"""Requests that nobody meant well; each follows from a seed and its number, so it can be redone."""

import json
import random
import string
from dataclasses import dataclass, field, fields

from werkzeug.routing import Map

from components.charts.registry import CHARTS
from components.pages import PAGES
from data.model import TABLES
from data.query.filters import Filters
from data.store import Store
from tests.load.words import HEADERS, KINDS, MARK, METHODS, NASTY, OWN


@dataclass
class Asked:
    """One request."""

    path: str
    query: str = ""
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


class Garbage:
    """Makes requests over every route that the server has."""

    def __init__(self, store: Store, routes: Map, seed: int, files: list[str]) -> None:
        self._seed, self.store, self._files = seed, store, files
        self._rules = sorted(str(rule) for rule in routes.iter_rules())
        self._names = [f.name for f in fields(Filters)]
        self._codes = sorted(store.vocabulary.codigo)

    def __getitem__(self, number: int) -> Asked:
        dice = random.Random(f"{self._seed}-{number}")
        asked = Asked(self._path(dice), self._query(dice))
        if dice.random() < 0.15:
            asked.method = dice.choice(("HEAD", *METHODS))
        if dice.random() < 0.3:
            names = dice.sample(HEADERS, dice.randint(1, 4))
            asked.headers = {name: self._header(dice, name) for name in names}
        if asked.method in ("POST", "PUT") or dice.random() < 0.03:
            asked.body = self._body(dice)
        return asked

    def _path(self, dice: random.Random) -> str:
        kind = dice.random()
        if kind < 0.2:
            path = dice.choice(PAGES).example
        elif kind < 0.25:
            path = f"/vistas{dice.choice(PAGES).example}.json"
        elif kind < 0.75:
            path = self._filled(dice, dice.choice(self._rules))
        elif kind < 0.85:
            path = dice.choice(self._files)
        elif kind < 0.92:
            path = "/_dash-update-component"
        else:
            path = "/" + "/".join(dice.choice(NASTY) for _ in range(dice.randint(1, 3)))
        return self._bent(dice, path) if dice.random() < 0.25 else path

    def _filled(self, dice: random.Random, rule: str) -> str:
        """Put into each place of a route a name that exists, or one that does not."""
        while "<" in rule:
            before, _, rest = rule.partition("<")
            name, _, after = rest.partition(">")
            rule = before + self._name(dice, name, before).replace("<", "&lt;") + after
        return rule.replace("&lt;", "<")

    def _name(self, dice: random.Random, name: str, before: str) -> str:
        if dice.random() < 0.2:
            return dice.choice(NASTY)
        if name == "kind":
            return dice.choice(("csv", "json", "xlsx", "svg", "png"))
        return dice.choice([*TABLES] if before == "/datos/" else [*CHARTS])

    def _bent(self, dice: random.Random, path: str) -> str:
        place = dice.randint(0, len(path))
        ways = (path[:place] + dice.choice(string.printable) + path[place:], path[:place],
                path + dice.choice(NASTY), path.upper(), path + "/", "/" + path, path + ".json",
                path[:place] + dice.choice(NASTY) + path[place:])  # fmt: skip
        return dice.choice(ways)

    def _query(self, dice: random.Random) -> str:
        kind = dice.random()
        if kind < 0.25:
            return ""
        if kind < 0.3:
            return "".join(dice.choices(string.printable, k=dice.randint(1, 300)))
        pairs = [self._pair(dice) for _ in range(dice.choice((1, 1, 2, 3, 8)))]
        return "&".join(pairs) if kind < 0.97 else "&".join(pairs * 60)

    def _pair(self, dice: random.Random) -> str:
        name = dice.choice([*self._names, *OWN])
        known = getattr(self.store.vocabulary, name, None)
        chance = dice.random()
        if chance < 0.6 and name in OWN:
            value = dice.choice(OWN[name])
        elif chance < 0.6 and known:
            value = "~".join(dice.sample(sorted(known), min(len(known), dice.choice((1, 1, 2, 4)))))
        elif name == "buscar" and chance < 0.6:
            value = " ".join(dice.choices(("niñas", "NNA", "trata", "de", "2024", MARK), k=3))
        else:
            value = dice.choice(NASTY)
        return f"{name if dice.random() < 0.95 else dice.choice(NASTY)}={value}"

    def _header(self, dice: random.Random, name: str) -> str:
        usual = {
            "Accept-Encoding": "br;q=1.0, gzip, *;q=0.1",
            "If-None-Match": 'W/"x", *, "',
            "Range": "bytes=0-10,5-2,-1",
            "Host": "x.example:99999",
            "Origin": "null",
        }
        if name == "Content-Type":
            return dice.choice(KINDS)
        said = usual.get(name, "") if dice.random() < 0.4 else dice.choice(NASTY)
        return "".join(letter for letter in said if letter.isprintable() and ord(letter) < 256)

    def _body(self, dice: random.Random) -> bytes:
        inputs = [{"id": dice.choice(("address", MARK, 3)), "property": "data", "value": None}]
        forged = {"output": dice.choice(("address.data", "..a.b..c.d..", MARK, None, 7, [])),
                  "outputs": {"id": "address", "property": "data"}, "inputs": inputs,
                  "changedPropIds": dice.choice(([], None, ["address.data"]))}  # fmt: skip
        ways = (json.dumps(forged), json.dumps([forged]), "null", "{", "[" * 50_000, "x" * 70_000,
                "\x00\xff", '{"output":' * 900, json.dumps({MARK: MARK}))  # fmt: skip
        return dice.choice(ways).encode()
