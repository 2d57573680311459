"""What an embed says, with the size of its letters: what its height follows from at any width."""

from dataclasses import dataclass
from typing import Self

from components import explained
from components.charts import cutoffs
from components.charts.chart import records
from components.charts.view import View
from components.embeds.own_filters import amount
from components.text_width import width
from components.texts import t

GAP, SMALL = 10, 14
_PLAIN, _HEAD = 16, 20
_DETAILS = 32
# As wide as https://tablero.institucion.gob.pe.
_ORIGIN = 240


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an embed and what stands among them, found once for all its widths.

    above: texts over the drawing, each with the px of its letters and how many of them a line is
    high; notes: the same of those under it, in small letters. Heights and widths in px.
    """

    has_drawing: bool
    above: list[tuple[str, int, float]]
    notes: list[tuple[str, float]]
    folds_height: int
    sources_height: int
    address_width: float
    list_count: int

    @classmethod
    def of(cls, view: View, controls: bool) -> Self:
        """Return the words of a view, with its form or without."""
        above = [
            (view.selection, SMALL, 1.45),
            (view.headed[0], _HEAD, 1.2),
            (view.headed[1], SMALL, 1.45),
            (view.sentence, _PLAIN, 1.45),
        ]
        drawn, told = bool(len(view.frame)), bool(view.corrected and not view.filters.corte)
        return cls(
            drawn,
            [piece for piece in above if piece[0]],
            _notes(view),
            (_DETAILS + GAP) * (drawn + told),
            (_DETAILS + GAP) * view.folds,
            _ORIGIN + width(view.place, SMALL),
            amount(view) if controls else 0,
        )


def _notes(view: View) -> list[tuple[str, float]]:
    """Return source, caveat, cut-off, links and what the sources say of a result."""
    return [
        (t("chart.source", text=view.sources if view.folds else view.footnote), 1.45),
        (view.chart.caveat(), 1.45),
        (cutoffs.line(view.chart, view.store, view.frame), 1.45),
        (t("embed.back", name=t("board.name")), 1.7),
        (f"{t('embed.reply')} {t('embed.reply_place')}", 1.7),
        (t("embed.help"), 1.45),
        *((text, 1.45) for text in _explained(view)),
    ]


def last_result(view: View) -> int | None:
    """Return the year of the last result of the indicator shown; None for any other chart."""
    if not view.filters.codigo:
        return None
    years = [row["anio"] for row in records(view.frame) if row.get("valor_obtenido") is not None]
    return years[-1] if years else None


def _explained(view: View) -> list[str]:
    year = last_result(view)
    return explained.sentences(view.store, view.filters.codigo, year) if year else []
