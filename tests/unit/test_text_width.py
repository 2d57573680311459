"""The height of a text is that of the lines into which it is broken, at any width."""

import pytest

from components.text_width import height, lines

TEXTS = [
    "",
    "uno",
    "Ministerio de la Mujer y Poblaciones Vulnerables",
    "dos  espacios, y  más ",
    "https://tablero.institucion.gob.pe/una-palabra-que-no-cabe-en-nada 1 234.5 %",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_as_high_as_its_lines(text):
    counts = set()
    for room in (0, 1, 40, 90, 91.5, 160, 300, 10_000):
        count = len(lines(text, room, 14))
        assert height(text, room, 14, 1.5) == count * 14 * 1.5
        counts.add(count)
    assert len(counts) > 1 or " " not in text
