"""How many, in words that agree: «1 indicador», «37 cumplidos», «2 por debajo y 1 sin dato»."""

from collections.abc import Iterable, Mapping, Sequence

from components.format import count, joined
from components.texts import t
from data.codes import Light

BEST_FIRST: tuple[Light, ...] = ("verde", "ambar", "rojo", "sin-dato")


def indicators(amount: int) -> str:
    """Return an amount of indicators."""
    return count(amount, t("words.indicator"), t("words.indicators"))


def band_word(light: Light, amount: int) -> str:
    """Return the word of a band, in agreement with an amount."""
    return t(f"lights.{light}" if amount == 1 else f"lights_plural.{light}")


def in_band(light: Light, amount: int) -> str:
    """Return how many stand in a band: «37 cumplidos»."""
    return count(amount, band_word(light, 1), band_word(light, amount))


def bands(counts: Mapping[Light, int], order: Iterable[Light] = BEST_FIRST) -> str:
    """Return how many stand in each band that has any; '' if none has."""
    return joined([in_band(light, counts[light]) for light in order if counts.get(light)])


def indicators_in_bands(lights: Sequence[Light], order: Iterable[Light] = BEST_FIRST) -> str:
    """Return how many indicators there are and how many in each band; only the first if none."""
    parts = bands({light: lights.count(light) for light in set(lights)}, order)
    return f"{indicators(len(lights))}: {parts}" if parts else indicators(0)
