import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.query.accepted_values import Vocabulary
from data.query.filters import Filters

WORDS = Vocabulary(
    anio=frozenset({"2023", "2024"}),
    sector=frozenset({"mujer", "salud"}),
    entidad=frozenset({"pnp"}),
    codigo=frozenset({"IOP.01.01"}),
    documento=frozenset({"reporte-2024"}),
    orden=frozenset({"avance", "-avance"}),
)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "anio=2023",
        "anio=2024&sector=mujer~salud&eje=prevencion",
        "semaforo=rojo&buscar=ni%C3%B1as",
        "documento=reporte-2024&severidad=aritmetica&buscar=meta&pagina=3",
    ],
)
def test_a_canonical_query_reads_back_as_itself(query):
    filters, remarks = Filters.from_query(query, WORDS)
    assert filters.to_query() == query
    assert remarks == []


def test_parameters_are_written_in_the_fixed_order_and_lists_sorted():
    filters, _ = Filters.from_query("eje=prevencion&sector=salud~mujer&anio=2024", WORDS)
    assert filters.to_query() == "anio=2024&sector=mujer~salud&eje=prevencion"


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("anio=abc", ["unknown-value"]),
        ("anio=2023&anio=2024", ["repeated"]),
        ("sector=mujer&sector=salud", ["joined"]),
        ("sector=%00", ["unknown-value"]),
        ("color=azul", []),
        ("sector=mujer~nadie", ["unknown-value"]),
        ("x" * 9_000, ["too-long"]),
        ("anio=²", ["unknown-value"]),
        ("pagina=0", ["unknown-value"]),
        ("pagina=01", ["unknown-value"]),
        ("pagina=²", ["unknown-value"]),
        ("pagina=99999", ["unknown-value"]),
        ("documento=otro", ["unknown-value"]),
        ("severidad=grave", ["unknown-value"]),
    ],
)
def test_what_cannot_be_used_becomes_a_remark(query, kinds):
    filters, remarks = Filters.from_query(query, WORDS)
    assert [remark.kind for remark in remarks] == kinds
    assert Filters.from_query(filters.to_query(), WORDS) == (filters, [])


def test_the_first_page_is_left_out_of_the_address():
    filters, remarks = Filters.from_query("pagina=1", WORDS)
    assert (filters, remarks) == (Filters(), [])


def test_joined_values_are_all_used():
    filters, _ = Filters.from_query("sector=mujer&sector=salud", WORDS)
    assert filters.sector == ("mujer", "salud")


@given(st.text(max_size=300))
def test_any_text_reads_without_an_error_and_settles(query):
    filters, _ = Filters.from_query(query, WORDS)
    assert Filters.from_query(filters.to_query(), WORDS) == (filters, [])


@given(st.binary(max_size=60))
def test_any_search_settles(raw):
    quoted = "buscar=" + "".join(f"%{byte:02X}" for byte in raw)
    filters, _ = Filters.from_query(quoted, WORDS)
    assert filters.buscar.isprintable()
    assert Filters.from_query(filters.to_query(), WORDS)[0] == filters
