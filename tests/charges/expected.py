"""What the files charge each institution with, counted with no help from the board."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from components.texts import t
from tests.charges import explained
from tests.charges.files import read

LIGHTS = ("rojo", "ambar", "verde", "sin-dato")
SAID = ("verde", "ambar", "rojo", "sin-dato")
AXES = ("prevencion", "persecucion", "proteccion")
ABSENT = "—"
YEARS = (2022, 2023, 2024)
LATEST = 2024


def figure(text, unit="n"):
    """Write a figure of a file as the sheet and the record give it: with all its decimals."""
    if not text:
        return ABSENT
    written = f"{Decimal(text):,f}"
    return f"{written} %" if unit == "%" else written


def shown(text, unit="n"):
    """Write a figure of a file as the screens give it: with one decimal at most."""
    _, _, decimals = text.partition(".")
    if len(decimals) < 2:
        return figure(text, unit)
    tenths = Decimal(text).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return figure(str(tenths) if tenths or not Decimal(text) else text, unit)


def band(percent):
    """Return the light of an advance: red under 75, amber under 95."""
    if percent is None:
        return "sin-dato"
    return "rojo" if percent < 75 else "ambar" if percent < 95 else "verde"


def computed_advance(obtained, target):
    """Return obtained ÷ target in percent with one decimal, as text; nothing if it cannot be."""
    if not obtained or not target or Decimal(target) == 0:
        return ""
    quotient = Decimal(obtained) * 100 / Decimal(target)
    return str(quotient.quantize(Decimal("0.1"), ROUND_HALF_UP))


@dataclass(frozen=True)
class Advance:
    """An advance with its two figures: the one read off is the published, else the computed."""

    published: str
    computed: str

    @property
    def text(self):
        return self.published or self.computed

    @property
    def ours(self):
        return bool(self.computed and not self.published)

    @property
    def percent(self):
        return Decimal(self.text) if self.text else None

    @property
    def light(self):
        return band(self.percent)

    @property
    def said(self):
        return shown(self.text, "%")


@dataclass(frozen=True)
class Charge:
    """An indicator in one year: who answers, what was the target, what was obtained."""

    code: str
    year: int
    name: str
    entity: str
    sector: str
    axis: str
    level: str
    unit: str
    target: str
    obtained: str
    state: str
    advance: Advance
    short: str

    @property
    def light(self):
        return self.advance.light

    @property
    def who(self):
        """Return the institutions that a list names for it: who answers and who took it over."""
        return (self.entity, *explained.moved(self.code, self.year))

    @property
    def named(self):
        return explained.named(self.entity, self.code, self.year)

    @property
    def marked(self):
        """Return what the mark of it says: code, who and year, advance and state."""
        ours = f" ({t('words.calculated')})" * self.advance.ours
        state = t(f"lights.{self.light}")
        figures = [f"{self.advance.said}{ours}", state] if self.advance.text else [state]
        return f"{self.code}, {self.named}, {self.year}: {', '.join(figures)}"

    @property
    def row(self):
        """Return what a list says of it: code, who, target, value, advance, state."""
        return (self.code, self.who, shown(self.target, self.unit),
                shown(self.obtained, self.unit), self.advance.said, self.advance.ours,
                self.light)  # fmt: skip


@cache
def charges():
    """Return every indicator in every year, in the order of the files."""
    values = {(row["codigo"], int(row["anio"])): row for row in read("valores")}
    years = sorted({year for _, year in values})
    return tuple(
        _charge(row, values[row["codigo"], year], year)
        for year in years
        for row in read("indicadores")
    )


def _charge(row, value, year):
    target, obtained = value["logro_esperado"], value["valor_obtenido"]
    advance = Advance(value["avance_publicado"], computed_advance(obtained, target))
    return Charge(row["codigo"], year, row["nombre"], row["responsable"], row["sector"],
                  row["eje"], row["nivel"], row["unidad"], target, obtained,
                  value["estado"], advance, row["nombre_corto"])  # fmt: skip


@cache
def by_code():
    """Return every charge by its code and year."""
    return {(one.code, one.year): one for one in charges()}


@cache
def objectives():
    """Return the advances of the objectives and of the index by code and year."""
    return {
        (row["codigo"], int(row["anio"])): Advance(row["avance_publicado"], row["avance_calculado"])
        for row in read("avances")
    }


def tally(found, order=LIGHTS):
    """Return how many are in each light, those that have any, in an order."""
    counts = [(sum(one.light == light for one in found), light) for light in order]
    return [(amount, light) for amount, light in counts if amount]
