"""The words that the screens share: what is known of a list, and of what a heading speaks."""

from collections.abc import Iterable

from components.band_counts import indicators
from components.format import percent
from components.texts import t
from data.model import Avance, Valor
from data.query.filters import Filters
from data.query.ordering import Pair


def scoped(filters: Filters, said: str) -> str:
    """Say that a heading speaks of the selection, where a filter leaves indicators out."""
    return t("sesion.selection", said=said[0].lower() + said[1:]) if filters.narrows else said


def known(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the indicators whose value has a band: of the others nothing can be judged."""
    return [pair for pair in pairs if pair[1].semaforo != "sin-dato"]


def absent(pairs: list[Pair], year: int) -> list[str]:
    """Say how many indicators have no figure, and that this clears nobody; nothing if none."""
    amount = len(pairs) - len(known(pairs))
    return [t("sesion.no_data", amount=indicators(amount), year=year)] if amount else []


def below(pairs: list[Pair]) -> str:
    """Return how many of some indicators are below, of how many that have a figure."""
    judged = known(pairs)
    if not judged:
        return t("sesion.of_none")
    amount = sum(value.semaforo == "rojo" for _, value in judged)
    key = "sesion.of" if len(judged) == len(pairs) else "sesion.of_known"
    return t(key, below=amount, total=len(judged))


def figure(value: str, *, computed: bool) -> str:
    """Return a figure that says so where it is ours."""
    return t("sesion.computed", value=value) if computed else value


def reached(row: Valor | Avance) -> str:
    """Return an advance that says so where it is ours."""
    return figure(percent(row.percent), computed=row.computed)
