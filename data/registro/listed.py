"""What is typed as a list: the facts behind a count, and its breakdowns by closed categories."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from data.registro.entry import Fact

FACT = "hecho_"
FACT_FIELDS = ("fecha", "tipo", "lugar", "cantidad")
MOST_FACTS = 200
# The only categories that are asked for: none is so fine that it could point at somebody.
DIMENSIONS: Mapping[str, Mapping[str, str]] = {
    "sexo": {"mujeres": "Mujeres", "hombres": "Hombres", "sin-dato": "Sin dato"},
    "edad": {"menores": "Menores de 18 años", "adultos": "18 años o más", "sin-dato": "Sin dato"},
}
# What a file may be, so that it shows what the sheet asks for.
EVIDENCE_KINDS = ("acta", "informe", "resolución", "registro administrativo", "lista de asistencia",
                  "fotografía", "otro")  # fmt: skip


def rows_of(raw: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the rows of facts that have something in them, in their order."""
    found: dict[int, dict[str, str]] = {}
    for name, said in raw.items():
        number, _, field = name.removeprefix(FACT).partition("_")
        held = name.startswith(FACT) and number.isascii() and number.isdigit() and len(number) < 4
        if held and field in FACT_FIELDS and said.strip():
            found.setdefault(int(number), {})[field] = said
    return [found[number] for number in sorted(found)][:MOST_FACTS]


def facts(raw: Mapping[str, str]) -> Iterator[Fact | str]:
    """Return each fact, or in words what a row lacks."""
    for place, row in enumerate(rows_of(raw), 1):
        day, amount = day_of(row.get("fecha", "")), _amount(row.get("cantidad", ""))
        kind, where = row.get("tipo", "").strip(), row.get("lugar", "").strip()
        if day is None or amount is None or not kind or not where:
            yield (f"Hecho {place}: escriba la fecha (2026-03-01), qué fue, el código de UBIGEO "
                   "de seis cifras y cuántos.")  # fmt: skip
        else:
            yield Fact(day, kind, where, amount)


def day_of(said: str) -> date | None:
    """Read a day: 2026-03-01, as the form sends it, or 01/03/2026, as it is written in Peru."""
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(said.strip(), shape).date()
        except ValueError:
            continue
    return None


def _amount(said: str) -> Decimal | None:
    bare = said.strip().replace(",", "")
    whole = bare.isascii() and bare.isdigit() and len(bare) < 12
    return Decimal(bare) if whole else None
