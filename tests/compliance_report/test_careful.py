"""What a sentence does not claim: a rise that is none, agreements of other years, a result."""

from datetime import date
from decimal import Decimal

from data.compliance_report.free_text import FreeTexts
from data.compliance_report.report import report, to_congress
from data.compliance_report.vocabulary import rounded
from data.model import AcuerdoSesion, Cifra
from data.store import Store
from tests.compliance_report.counted import leading
from tests.compliance_report.reading import named, said

EMPTY = FreeTexts("", {})


def test_a_published_and_a_computed_advance_are_compared_only_if_both_computed_ones_agree(
    live_store,
):
    """82.9 computed, then 83.0 published of a computed 82.0, is neither a rise nor a fall."""

    def changed(row):
        if (row.codigo, row.anio) != ("OP.02", 2023):
            return row
        return row.model_copy(update={"avance_publicado": Decimal("83.00")})

    rows = tuple(map(changed, live_store.tables["avances"]))
    written = named(report(Store(live_store.tables | {"avances": rows}), 2023, EMPTY))
    sentence = said(written["pasa-OP.02"])
    assert "no alcanzan para decir" in sentence
    assert "subió:" not in sentence


def test_the_agreements_of_a_year_are_those_of_its_sessions(live_store):
    def agreed(year):
        return AcuerdoSesion(
            sesion=f"S-{year}", fecha=date(year, 5, 2), acuerdo="Informar.", entidad="PNP",
            plazo=date(year, 6, 2), estado="pendiente", indicador="",
        )  # fmt: skip

    rows = tuple(map(agreed, (2022, 2023, 2023, 2024)))
    store = Store(live_store.tables | {"acuerdos_sesion": rows})
    for year, amount in ((2021, 0), (2022, 1), (2023, 2), (2024, 1)):
        blocks = to_congress(store, year, EMPTY).blocks
        told = next(one for one in blocks if getattr(one, "name", "") == "acuerdos-cuantos")
        assert leading(said(told)) == amount
        due = sum(row.fecha.year <= year for row in rows)
        told = said(named(report(store, year, EMPTY))["pendientes-acuerdos"])
        assert told.endswith(f": {due or 'ninguno en las tablas'}.")


def test_a_doubtful_result_says_so_where_it_is_said_to_reach_its_target(live_store):
    """176 % of the sentences confirmed is no achievement to be printed without a word."""
    found = 0
    for year in live_store.years:
        blocks = named(report(live_store, year, EMPTY))
        for code in live_store.indicators:
            text = said(blocks[f"{'uno' if code.startswith('IOP') else 'dos'}-{code}"])
            doubtful = {"porcentaje-imposible", "salto"} & set(live_store.warnings(code, year))
            assert ("Advertencia: " in text) == bool(doubtful), text
            found += bool(doubtful)
    assert found > 15


def test_an_advance_is_rounded_half_up_to_one_decimal_and_no_more():
    given = {"66.65": "66.7", "0.25": "0.3", "0.24": "0.2", "94.95": "95.0", "94": "94"}
    for value, printed in given.items():
        assert str(rounded(Decimal(value))) == printed


def test_every_figure_that_a_source_gives_is_printed_with_its_year(live_store):
    rows = live_store.rows(Cifra)
    for year in {row.anio for row in rows}:
        text = "\n".join(map(said, report(live_store, year, EMPTY).blocks))
        for row in rows:
            lines = [line for line in text.splitlines()
                     if f"{row.concepto}, {row.valor:,} {row.unidad}" in line]  # fmt: skip
            assert bool(lines) == (row.anio <= year), row
            assert all(str(row.anio) in line for line in lines), "a figure without its year"
