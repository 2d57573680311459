"""Which corrections speak of the rows that a chart shows."""

from components.charts.registry import CHARTS
from components.charts.view import View
from data.model import Correccion, Ruta
from data.query.corrections import Corrected, in_frame
from data.query.filters import Filters


def said(row, name):
    why = dict.fromkeys(Correccion.model_fields)
    return Corrected(
        Correccion.model_construct(**why | {"tabla": name, "clave": row.key_text}), row
    )


def test_a_row_is_found_by_its_whole_key_also_where_a_part_of_it_is_empty(store):
    frame = View.of(CHARTS["rutas"], store, Filters()).frame
    each = [said(row, "rutas") for row in store.rows(Ruta)]
    empty = [one for one in each if None in one.row.identity]
    assert empty
    assert in_frame(each, frame) == each
    assert in_frame(each, frame.iloc[:0]) == []
    gone = each[0].row.model_copy(update={Ruta.key[0]: "otra"})
    assert in_frame([said(gone, "rutas")], frame) == []


def test_a_chart_that_shows_nothing_of_a_table_shows_no_row_of_it(store):
    frame = View.of(CHARTS["objetivos"], store, Filters()).frame
    assert in_frame([said(row, "rutas") for row in store.rows(Ruta)], frame) == []
