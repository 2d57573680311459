"""What was typed in a form, read into figures; what cannot be read is said, and kept as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from data.registro.checks.findings import Finding
from data.registro.entry import DATA_STATES, Entry, Fact
from data.registro.listed import facts
from data.registro.screening.texts import illegible

FIGURES = ("numerador", "denominador", "valor")
TEXTS = ("texto", "limitaciones", "motivo", "sin_evidencia")
EXPLANATION = "explica_"
BREAKDOWN = "desagregado_"
_LONGEST_FIGURE = 24
_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of a form as they were typed, and what they say."""

    raw: Mapping[str, str]
    entry: Entry
    illegible: tuple[Finding, ...]


def read(raw: Mapping[str, str], entity: str, evidence: tuple[str, ...] = ()) -> Typed:
    """Read a form; a figure that is none is a finding, never an exception."""
    figures = {name: figure(raw.get(name, "")) for name in FIGURES}
    rows = tuple(facts(raw))
    state = raw.get("estado_dato", "")
    entry = Entry(
        estado_dato=state if state in DATA_STATES else None,
        numerador=figures["numerador"],
        denominador=figures["denominador"],
        valor=figures["valor"],
        texto=raw.get("texto", ""),
        limitaciones=raw.get("limitaciones", ""),
        motivo=raw.get("motivo", ""),
        sin_evidencia=raw.get("sin_evidencia", ""),
        entidad=entity,
        unidad=raw.get("unidad", ""),
        cero_confirmado=bool(raw.get("cero_confirmado")),
        evidencia=evidence,
        desagregado=_breakdowns(raw),
        hechos=tuple(one for one in rows if isinstance(one, Fact)),
        explicaciones=_cut(raw, EXPLANATION),
        sueltos="\n".join(_loose(raw)),
    )
    return Typed(raw, entry, tuple(_illegible(raw, figures, rows)))


def _illegible(
    raw: Mapping[str, str], figures: Mapping[str, Decimal | None], rows: tuple[Fact | str, ...]
) -> Iterator[Finding]:
    """Return what was typed and cannot be read, where it was typed."""
    words = "No es un número. Escríbalo con cifras: 1,033 o 12.5, sin palabras ni «%»."
    for name, value in figures.items():
        if value is None and raw.get(name, "").strip():
            yield Finding("formato", "bloquea", name, words)
    for one in rows:
        if isinstance(one, str):
            yield Finding("formato", "bloquea", "hechos", one)
    yield from _amounts(raw)
    yield from _unclear(raw)


def _unclear(raw: Mapping[str, str]) -> Iterator[Finding]:
    """Return the words that the public tables would refuse: a cut would stop at them."""
    asked = {f"explicaciones.{rule}": said for rule, said in _cut(raw, EXPLANATION).items()}
    for field, said in ({name: raw.get(name, "") for name in TEXTS} | asked).items():
        if why := illegible(said):
            yield Finding("formato", "bloquea", field, f"El texto {why}.")


def _loose(raw: Mapping[str, str]) -> Iterator[str]:
    """Return what else was typed and is kept, that is no figure of a field of figures: each cell
    of the facts, what could not be read, and any field that the form does not have.
    """
    for name, said in raw.items():
        screened = name in TEXTS or name.startswith(EXPLANATION)
        counts = name in FIGURES or name.startswith(BREAKDOWN) or name.endswith("_cantidad")
        if not screened and not (counts and figure(said) is not None):
            yield said


def _amounts(raw: Mapping[str, str]) -> list[Finding]:
    """Return the breakdowns that are no figure: they would be missing from their sum unsaid."""
    words = "Una cantidad de la desagregación no es un número."
    wrong = any(figure(said) is None for said in _cut(raw, BREAKDOWN).values())
    return [Finding("formato", "bloquea", "desagregado", words)] if wrong else []


def figure(said: str) -> Decimal | None:
    """Read a figure as it is written in Peru; None if it is none."""
    bare = said.strip().replace("\u00a0", "").replace(" ", "")
    whole, point, decimals = bare.partition(".")
    groups = whole.lstrip("-").split(",")
    grouped = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    if len(bare) > _LONGEST_FIGURE or (len(groups) > 1 and not grouped):
        return None
    digits = "".join(groups) + decimals
    if not digits.isascii() or not digits.isdigit() or len(decimals) > _MOST_DECIMALS:
        return None
    try:
        return Decimal(whole.replace(",", "") + point + decimals)
    except InvalidOperation:
        return None


def _cut(raw: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): said for name, said in raw.items()
            if name.startswith(prefix) and said.strip()}  # fmt: skip


def _breakdowns(raw: Mapping[str, str]) -> dict[str, dict[str, Decimal]]:
    found: dict[str, dict[str, Decimal]] = {}
    for name, said in _cut(raw, BREAKDOWN).items():
        dimension, _, category = name.partition("_")
        amount = figure(said)
        if amount is not None:
            found.setdefault(dimension, {})[category] = amount
    return found
