"""Shapes of requests whose right answer is known: as people write addresses, and as others do.

Another spelling leads to the address, what others hang on it changes nothing, a promise that
cannot be kept is refused, and nothing of it comes back as it was written.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from components.charts.registry import CHARTS
from components.pages import PAGES
from data.query.forgiving import CLOSING
from data.query.query_string import LONGEST
from data.store import Store
from tests.load.outside import Heard

TRACKED = ("fbclid", "gclid", "utm_source", "utm_medium", "mc_cid", "igshid", "msclkid", "_ga")
ESCAPED = ("&amp;", "&amp;amp;", "%26amp%3B", "%26%23038%3B", "&AMP;")
TURNING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
CODINGS = ("br", "gzip", "identity", "*", "deflate", "zstd")
WEIGHTS = ("", ";q=0", ";q=0.0", ";q=0.000", ";q=0.001", ";q=0.5", ";q=1", "; q=1.0", ";q=x")
_HOPS = 3


@dataclass
class Shapes:
    """Asks for addresses of some shape and says what is wrong with the answers."""

    client: FlaskClient
    store: Store
    dice: random.Random

    def address(self) -> tuple[str, list[str]]:
        """Return a public address and the pairs of a query in their order."""
        page = self.dice.choice([page for page in PAGES if page.path != "/"]).example
        path = self.dice.choice((page, f"/incrustar/{self.dice.choice(list(CHARTS))}"))
        known = sorted(self.store.vocabulary.sector)
        chosen = "~".join(sorted(self.dice.sample(known, self.dice.randint(1, 2))))
        pairs = [f"anio={self.dice.choice(self.store.years)}", f"sector={chosen}"]
        return path, [pair for pair in pairs if self.dice.random() < 0.6]

    def spelled(self) -> str:
        """Another spelling is sent on, in few steps, to what the address itself gives."""
        path, pairs = self.address()
        mark, accent = self.dice.choice(CLOSING), self.dice.choice("aeo")
        bent = self.dice.choice(
            (
                f"{path}/",
                f"{path}{mark}",
                path.upper(),
                f"{path}//{mark}",
                path.replace(accent, {"a": "á", "e": "é", "o": "ó"}[accent]),
            )
        )
        asked = _joined(quote(bent), pairs)
        answer = self._followed(asked)
        return _unlike(asked, answer, self.client.get(_joined(path, pairs)))

    def tracked(self) -> str:
        """What other sites hang on an address changes neither the answer nor its tag."""
        path, pairs = self.address()
        hung = [f"{name}={_word(self.dice)}" for name in self.dice.sample(TRACKED, 2)]
        every = [*pairs, *hung] if self.dice.random() < 0.5 else [*hung, *pairs]
        asked = _joined(path, every)
        return _unlike(asked, self.client.get(asked), self.client.get(_joined(path, pairs)))

    def escaped(self) -> str:
        """An `&` that was escaped is an `&`, however often it was."""
        slug = self.dice.choice([slug for slug, one in CHARTS.items() if "anio" in one.narrows])
        pairs = ["anio=2023", f"tema={self.dice.choice(('oscuro', 'auto'))}", "controles=1"]
        path = f"/incrustar/{slug}"
        asked = f"{path}?{self.dice.choice(ESCAPED).join(pairs)}"
        return _unlike(asked, self._followed(asked), self.client.get(_joined(path, pairs)))

    def long(self) -> str:
        """A query of any length is answered, or refused, and never comes back."""
        path, pairs = self.address()
        word = _word(self.dice) * self.dice.choice((10, 100, 700, 900, 2_000))
        name = self.dice.choice(("buscar", "x", "fbclid", "sector"))
        asked = _joined(path, [*pairs, f"{name}={word}"])
        answer = self.client.get(asked)
        known = {200, 301, 400, 414} if len(asked) <= LONGEST else {200, 400, 414}
        wrong = [] if answer.status_code in known else [str(answer.status_code)]
        return _told(asked, wrong + ["echoes"] * (word[:1_000] in answer.text))

    def weighed(self) -> str:
        """No answer comes in a coding that the client refuses."""
        said = ", ".join(
            f"{coding}{self.dice.choice(WEIGHTS)}"
            for coding in self.dice.sample(CODINGS, self.dice.randint(1, 4))
        )
        path, pairs = self.address()
        answer = self.client.get(_joined(path, pairs), headers={"Accept-Encoding": said})
        given = answer.headers.get("Content-Encoding", "identity")
        refused = {
            part.split(";")[0] for part in said.split(", ") if re.search(r"q=0(\.0*)?$", part)
        }
        named = {part.split(";")[0] for part in said.split(", ")}
        takes = given == "identity" or given in named or "*" in named - refused
        wrong = [] if takes and (given == "identity" or given not in refused) else [given]
        return _told(f"Accept-Encoding: {said}", wrong)

    def turned(self) -> str:
        """A mark that turns the direction of a text never comes back."""
        path, _ = self.address()
        mark = self.dice.choice(TURNING)
        ways = (
            f"{path}?sector={quote(mark)}x",
            f"/planes?buscar={quote(mark)}niñas",
            f"/indicadores/{quote(mark)}",
            f"{path}?{quote(mark)}=1",
            f"{path}{quote(mark)}",
            f"/datos/valores.csv?sector={quote(mark)}",
            f"/datos/{quote(mark)}.csv",
            f"/graficos/mapa.json?corte={quote(mark)}x",
        )
        asked = self.dice.choice(ways)
        answer = self.client.get(asked)
        wrong = ["comes back"] if mark in answer.text else []
        return _told(asked, wrong + [str(answer.status_code)] * (answer.status_code >= 500))

    def pinned(self) -> str:
        """Figures of a version that is not kept, or under a wrong filter, are never others."""
        slug = self.dice.choice([slug for slug, one in CHARTS.items() if "sector" in one.narrows])
        files = (
            f"/graficos/{slug}.json",
            f"/datos/graficos/{slug}.csv",
            "/datos/valores.csv",
            f"/imagenes/{slug}.svg",
            "/datos/valores.xlsx",
        )
        version = "".join(self.dice.choices("0123456789abcdef", k=self.dice.choice((11, 12, 13))))
        if self.dice.random() < 0.5:
            asked = f"{self.dice.choice((*files, '/', f'/incrustar/{slug}'))}?corte={version}"
            wanted = {404, 410}
        else:
            asked, wanted = f"{self.dice.choice(files)}?sector={_word(self.dice)}", {400}
        status = self.client.get(asked).status_code
        return _told(asked, [] if status in wanted else [str(status)])

    def _followed(self, asked: str) -> TestResponse:
        answer = self.client.get(asked)
        for _ in range(_HOPS):
            if answer.status_code != 301:
                break
            answer = self.client.get(answer.headers["Location"])
        return answer


KINDS: dict[str, Callable[[Shapes], str]] = {
    "spelled": Shapes.spelled, "tracked": Shapes.tracked, "escaped": Shapes.escaped,
    "long": Shapes.long, "weighed": Shapes.weighed, "turned": Shapes.turned,
    "pinned": Shapes.pinned,
}  # fmt: skip


def ask(client: FlaskClient, store: Store, number: int, seed: int) -> Heard:
    """Ask for each shape in turn; keep what was not as it must be."""
    heard, shapes = Heard(), Shapes(client, store, random.Random(seed))
    names = list(KINDS)
    for index in range(number):
        name = names[index % len(names)]
        wrong = KINDS[name](shapes)
        heard.statuses[0 if wrong else 200] += 1
        heard.faults += [f"{name}: {wrong}"] if wrong else []
    return heard


def _word(dice: random.Random) -> str:
    return "".join(dice.choices("bcdfghjklmnp", k=9))


def _joined(path: str, pairs: list[str]) -> str:
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def _unlike(asked: str, answer: TestResponse, plain: TestResponse) -> str:
    wrong = [] if answer.status_code == plain.status_code == 200 else [str(answer.status_code)]
    if answer.data != plain.data:
        wrong.append("another answer")
    if answer.headers.get("ETag") != plain.headers.get("ETag"):
        wrong.append("another tag")
    return _told(asked, wrong)


def _told(asked: str, wrong: list[str]) -> str:
    path = urlsplit(asked).path
    return f"{', '.join(wrong)}: {asked[:200]!r} ({path[:60]})" if wrong else ""
