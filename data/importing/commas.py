"""Rows that do not have the width of the header: which can be put together, which are cut."""

from dataclasses import dataclass

from data.importing.crimes import NEW, OLD, article
from data.importing.file_rows import Table

TEXTS = ("generico", "subgenerico", "articulo", "des_articulo")
_DOWNLOAD = "el archivo está cortado o dañado: descárguelo de nuevo"


@dataclass
class Fitting:
    """Gives every row the width of the header, and counts the rows that it had to mend.

    A workbook leaves out empty cells at the end. A CSV may hold commas without quotes in its
    four texts, as a published copy of 2023 does: the article, which has no comma, tells where
    the subgenérico ends.
    """

    table: Table
    columns: dict[str, int]
    mended: int = 0

    def fit(self, line: int, cells: list[str]) -> list[str]:
        """Return the row as wide as the header, or raise Refusal."""
        width = len(self.table.header)
        if len(cells) == width:
            return cells
        if self.table.sheet:
            cells = [*cells, *[""] * (width - len(cells))]
        if len(cells) >= width and not any(cells[width:]):
            return cells[:width]
        order = [self.columns.get(name, -1) for name in TEXTS]
        together = order == list(range(order[0], order[0] + len(TEXTS)))
        whole = _joined(cells, width, order[0]) if len(cells) > width and together else None
        if whole is None:
            reason = f"la fila tiene {len(cells)} celdas y la cabecera {width}"
            raise self.table.refusal(line, "fila", ",".join(cells), reason, _DOWNLOAD)
        self.mended += 1
        return whole


def _joined(cells: list[str], width: int, first: int) -> list[str] | None:
    last = first + len(TEXTS) + len(cells) - width
    texts = cells[first:last]
    places = [i for i, text in enumerate(texts[2:-1], 2) if _is_article(text)]
    if len(places) == 1:
        at = places[0]
        whole = [texts[0], ",".join(texts[1:at]), texts[at], ",".join(texts[at + 1 :])]
    elif any(article(text) in OLD + NEW for text in texts):
        return None
    else:
        whole = [texts[0], ",".join(texts[1:]), "", ""]
    return [*cells[:first], *whole, *cells[last:]]


def _is_article(text: str) -> bool:
    return bool(article(text)) or text.strip().upper() in ("S/ART", "S/A")
