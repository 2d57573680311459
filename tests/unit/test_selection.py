"""What the indexes give is what a look at every row would give."""

import pytest

from data.model import TABLES
from data.query.filters import Filters

STATES = [
    Filters(),
    Filters(anio=2023),
    Filters(semaforo=("rojo",)),
    Filters(semaforo=("rojo", "verde"), anio=2022),
    Filters(sector=("mujer",)),
    Filters(sector=("interior", "salud"), semaforo=("rojo",)),
    Filters(entidad=("pnp",)),
    Filters(entidad=("mimp", "minsa"), eje=("proteccion",)),
    Filters(eje=("prevencion", "persecucion")),
    Filters(periodo="2015"),
    Filters(periodo="2017-2018", eje=("prevencion",)),
    Filters(tipo="interna"),
    Filters(zona="selva-sur"),
    Filters(lugar="madre-de-dios", tipo="interna"),
    Filters(codigo="IOP.01.01"),
    Filters(codigo="2.2.4"),
    Filters(codigo="OI2.2", entidad=("mimp",)),
    Filters(documento="reporte-2024", severidad="aritmetica"),
    Filters(buscar="niñas"),
    Filters(buscar="meta acción", documento="plan-2007-2013"),
]


@pytest.mark.parametrize("name", TABLES)
def test_the_indexed_rows_are_those_of_a_scan(store, name):
    for state in STATES:
        year = store.year(state)
        scanned = [row for row in store.tables[name] if store.selection.keeps(row, state, year)]
        assert list(store.kept(TABLES[name], state)) == scanned, state


def test_every_state_leaves_something_out(store):
    """A state that no table heeds would compare nothing."""
    assert STATES[1:]
    for state in STATES[1:]:
        lengths = [
            (len(store.kept(kind, state)), len(store.rows(kind))) for kind in TABLES.values()
        ]
        assert any(0 < kept < every for kept, every in lengths), state


def test_a_source_is_cited_once_in_the_order_of_its_table(store):
    codes = [row.codigo for row in store.tables["fuentes"]]
    asked = [codes[7], codes[2], codes[7], "no-esta"]
    assert [row.codigo for row in store.cited(asked)] == [codes[2], codes[7]]
