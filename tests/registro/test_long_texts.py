"""A long text costs as its length, whatever it repeats: nobody who pads a cell stops the others."""

from itertools import product
from time import process_time

import pytest

from data.registro.checks.figures_in_text import figures
from data.registro.screening.texts import identifying

HEADS = ("", "dni", "Juan Pérez", "expediente ", "A.B.", "pasaporte", "a@b.", "víctima ",
         "12 años", "teléfono", "de nombre ", "9", "1-2020-1")  # fmt: skip
REPEATED = ("x", "1", " ", "\n", "a.", "A", "Aa ", "Aa", "A.", "A. ", ",", "n", "-", "-a", "(",
            "a@", "@", "9 ", "n ", ":", "de ", "Aa de la ", " ,", "años ", "exp ", "dni ",
            "C.E.", "\u200b", "é", "e\u0301")  # fmt: skip
# A hundred times what it takes; the short ones end a cost that grows by the cube while it is small.
LENGTHS, MOST = (300, 4_000), 0.2


@pytest.mark.parametrize("read", [identifying, figures])
def test_no_repetition_costs_more_than_its_length(read):
    for length, head, repeated in product(LENGTHS, HEADS, REPEATED):
        text = head + repeated * (length // len(repeated))
        begun = process_time()
        list(read(text))
        assert process_time() - begun < MOST, (head, repeated, length)


def test_padding_hides_nothing():
    for text in ("dni" + " " * 50 + "12345678", "Juan Pérez" + "\n" * 90 + "(15 años)",
                 "víctima\t\t\tJuan \n Pérez", "x" * 900 + " juan@x.pe"):  # fmt: skip
        assert list(identifying(text)), text
