"""How a year stands where it is not closed: «2025, en curso: 5 de 50 … tienen resultado»."""

from collections.abc import Iterable, Sequence

from components.band_counts import indicators
from components.format import joined
from components.texts import t
from data.model import Valor
from data.query.ordering import Pair
from data.store import Store

PENDING = "por-vencer"


def option(store: Store, year: int) -> str:
    """Return a year as a control offers it, with its state where it is not closed."""
    state = store.state(year)
    return str(year) if state == "cerrado" else t(f"years.option_{state}", year=year)


def standing(store: Store, year: int) -> str:
    """Say how a year stands in the whole policy; '' for a closed one."""
    state = store.state(year)
    if state == "cerrado":
        return ""
    if state == "futuro":
        return t("years.future", year=year)
    given, total = store.reported(year)
    key = "years.open_one" if given == 1 else "years.open"
    return t(key, year=year, given=given, total=indicators(total))


def standing_of(store: Store, pairs: Sequence[Pair], year: int) -> str:
    """Say how a year stands for some indicators; '' for a closed one."""
    if store.state(year) != "abierto" or not pairs:
        return standing(store, year)
    given = sum(value.valor_obtenido is not None for _, value in pairs)
    key = "years.open_one" if given == 1 else "years.open"
    return t(key, year=year, given=given, total=indicators(len(pairs)))


def uncomputed(store: Store, year: int) -> str:
    """Say why a year that is not closed has no average: which indicators of objective miss."""
    if store.state(year) != "abierto":
        return ""
    codes = [code for code in store.in_force(year) if code.startswith("IOP")]
    absent = [code for code in codes if not _given(store.value(code, year))]
    return t("years.uncomputed", codes=joined(absent)) if absent else ""


def _given(value: Valor | None) -> bool:
    return value is not None and value.percent is not None


def span(years: Iterable[int]) -> str:
    """Write years that follow each other as «2019 a 2021», others one by one."""
    known = sorted(years)
    if len(known) > 2 and known[-1] - known[0] == len(known) - 1:
        return t("years.span", first=known[0], last=known[-1])
    return joined([str(year) for year in known])


def past(store: Store, year: int) -> list[int]:
    """Return the years up to the last closed one, or to the one looked at if that is later."""
    return [one for one in store.years if one <= max(store.latest, year)]


def columns(store: Store, year: int) -> str:
    """Return the first and the last of those years, as the head of the column of histories."""
    years = past(store, year)
    return f"{years[0]}-{years[-1]}" if years else ""
