"""What a cell of an earlier version becomes: a value of today's type, or its own words."""

from datetime import date
from decimal import Decimal

import pytest

from data.model import TABLES, Discrepancia, Indicador, Valor
from data.publish.version_cells import AsWritten, absent, reader


@pytest.mark.parametrize(("model", "column", "cell", "value"), [
    (Valor, "anio", "2023", 2023), (Valor, "anio", "1999", 1999),
    (Valor, "anio", "2023-S1", "2023-S1"),
    (Valor, "valor_obtenido", "70.50", Decimal("70.50")), (Valor, "valor_obtenido", "", None),
    (Valor, "valor_obtenido", "NaN", "NaN"), (Valor, "valor_obtenido", "más de 9", "más de 9"),
    (Valor, "semaforo", "naranja", "naranja"), (Valor, "semaforo", "", ""),
    (Discrepancia, "fecha_revision", "2026-11-28", date(2026, 11, 28)),
    (Discrepancia, "fecha_revision", "noviembre", "noviembre"), (Indicador, "tipo", "", None),
])  # fmt: skip
def test_a_cell_is_read_by_the_type_of_today_and_never_refused(model, column, cell, value):
    read = reader(model.model_fields[column])(cell)
    assert read == value
    assert isinstance(read, AsWritten) == (isinstance(value, str) and column != "semaforo")


def test_words_stand_after_numbers_and_dates_and_are_written_as_they_are():
    words = AsWritten("más de 9")
    for other in (5, Decimal("7.5"), date(2026, 1, 1)):
        assert sorted([words, other]) == [other, words]
    assert sorted([AsWritten("b"), AsWritten("a")]) == ["a", "b"]
    assert f"{words:,.1f}" == "más de 9"


@pytest.mark.parametrize("name", TABLES)
def test_what_a_version_lacks_is_never_a_figure(name):
    for column, field in TABLES[name].model_fields.items():
        default = None if field.is_required() else field.default
        assert absent(field) in (None, "", default), column
        assert absent(field) != 0, column
