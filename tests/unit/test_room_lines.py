"""What the room holds: every row of a list, whole, on one screen or another."""

import pytest

from components import explained
from components.session.room_lines import fitting, headed, lined, room, tall
from components.session.screens.below_history import reasons
from data.model import SinReporte, Valor
from tests.stores import frozen_store

STORE = frozen_store()
# A heading of three lines, the most that one takes.
LONGEST = "Selección: " + "muchos indicadores por debajo de 75 % en 2024 " * 3


@pytest.mark.parametrize(
    ("heights", "expected"),
    [([], []), ([9], [1]), ([3, 3, 3], [3]), ([3, 3, 5, 9, 1], [2, 1, 2]), ([4, 30, 4], [1, 1, 1])],
)
def test_a_list_goes_on_where_its_screen_is_full(heights, expected):
    parts = [heights[one] for one in fitting(heights, 10)]
    assert [len(part) for part in parts] == expected
    assert [high for part in parts for high in part] == heights
    assert all(sum(part) <= 10 or len(part) == 1 for part in parts)


def test_every_reason_of_the_tables_fits_on_a_screen_with_its_row():
    assert headed(LONGEST) == 3
    rows = [row for row in STORE.rows(Valor) if row.semaforo == "rojo"]
    said = {row.codigo: " ".join(reasons(STORE, row)) for row in rows}
    assert max(map(lined, said.values())) > 3, "no long reason to hold"
    over = [code for code, text in said.items() if tall(3, 2, under=text) > room(LONGEST)]
    assert over == [], "cut these reasons over several rows"
    names = [explained.named(STORE, STORE.indicators[row.codigo], row.anio) for row in rows]
    assert max(lined(name, 220) for name in names) <= 3


def test_every_reason_for_silence_fits_on_a_screen():
    over = [row.codigo for row in STORE.rows(SinReporte)
            if tall(lined(f"«{row.motivo}»", 453)) > room(LONGEST)]  # fmt: skip
    assert over == []
