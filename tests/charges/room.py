"""The screens of the room and the sections of its record, read the same way from either."""

from dataclasses import dataclass

from components.texts import t
from tests.charges import reader
from tests.charges.asked import Asked
from tests.charges.expected import by_code
from tests.charges.reader import column, light, number

VIEWS = ("", "&vista=acta")
ASKED = (
    *(Asked(year) for year in (2022, 2023, 2024)),
    *(Asked(2024, sector=(one,)) for one in ("mujer", "interior", "energia-minas", "salud")),
    *(Asked(2023, sector=(one,)) for one in ("mujer", "ministerio-publico", "energia-minas")),
    *(Asked(2024, eje=(one,)) for one in ("prevencion", "persecucion", "proteccion")),
    Asked(2023, sector=("interior", "relaciones-exteriores"), eje=("proteccion",)),
    Asked(2022, eje=("proteccion",)),
    # Nothing is below the target here and nothing fell.
    Asked(2024, sector=("poder-judicial",)),
)
# The screen that has whole what the one before it has no room for.
WHOLE = "-razon"
_WORSE = ("rojo", "ambar", "verde")


@dataclass(frozen=True)
class Room:
    """A session with what was asked for; `record`: on paper."""

    tree: reader.Node
    asked: Asked
    record: bool

    def screens(self, point):
        """Return the screens of a point of the script, in their order."""
        found = [n for n in self.tree.all("section", "slide")
                 if n.attrs["id"].split("-")[0] == point]  # fmt: skip
        assert found, f"{self.asked}: there must be a screen «{point}»"
        return found


def heading(screen):
    return screen.one("h2").text


def body(screen):
    return screen.one("div", "body")


def rows(screens):
    """Return the rows of the tables of some screens, one after the other."""
    return [row for screen in screens for row in reader.rows(body(screen))]


def who(cell):
    """Return all that a cell of the room says of who answers."""
    return cell.text


def name(cell):
    """Return the name of an indicator, without what is said below it."""
    return (cell.one(name="what") or cell).text


def charged(row):
    """Return who answers, in what, with what advance and state."""
    return (who(column(row, "responsable")), name(column(row, "nombre")),
            number(column(row, "avance")), light(column(row, "semaforo")))  # fmt: skip


def as_charged(one):
    return one.named, reader.plain(one.short), one.advance.said, one.light


def follow(texts):
    """Return sentences that follow each other: one stop between two, that of the first or ours."""
    *first, last = texts
    return ". ".join([*(text.removesuffix(".") for text in first), last])


def reasons(cell):
    """Return what the room says below the name of an indicator."""
    return cell.one("span", "because").text


def reached(one):
    """Return an advance as a heading says it: that it is computed, where it is."""
    return t("sesion.computed", value=one.said) if one.ours else one.said


def scoped(asked, said):
    """Return a heading that says that it is of a selection, where it is."""
    return t("sesion.selection", said=said[0].lower() + said[1:]) if asked.narrows else said


def known(rows):
    return [one for one in rows if one.light != "sin-dato"]


def counted(rows):
    """Return how many of some indicators are below, of how many that have a figure."""
    judged = known(rows)
    if not judged:
        return t("sesion.of_none")
    key = "sesion.of" if len(judged) == len(rows) else "sesion.of_known"
    return t(key, below=sum(one.light == "rojo" for one in judged), total=len(judged))


def marks(part):
    """Return the counters of a screen: the amount, its light and as many marks."""
    found = []
    for item in part.one("ul", "counters").all("li"):
        amount = int(item.one("span", "big").text)
        drawn = len([n for n in item.one("span", "strip").walk() if n.tag in _SHAPES])
        assert drawn == amount, f"{amount} indicators are drawn with {drawn} marks"
        found.append((amount, light(item)))
    return found


_SHAPES = ("circle", "path", "polygon", "rect")


def fallen(one):
    """Return the band from which an indicator fell in its year, if it did."""
    then = by_code().get((one.code, one.year - 1))
    if then is None or not {then.light, one.light} <= set(_WORSE):
        return None
    return then.light if _WORSE.index(one.light) < _WORSE.index(then.light) else None


def in_trouble(asked):
    """Return what is below the target or fell a band, in the order of the files."""
    return [one for one in asked.rows() if one.light == "rojo" or fallen(one)]


def annex(room, key):
    """Return the rows of a table of the annex, as text by the words of its columns."""
    titles = [n for n in room.tree.one("section", "annex").all("h3")
              if n.text == reader.plain(t(f"acta.tables.{key}"))]  # fmt: skip
    if not titles:
        return []
    siblings = titles[0].parent.parts
    after = siblings[siblings.index(titles[0]) + 1 :]
    return reader.rows(next(n for n in after if isinstance(n, reader.Node)))
