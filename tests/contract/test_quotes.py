"""Each quote between «» of the contradictions stands in the part of the document that it cites."""

import pytest

from tests.quotes import check
from tests.quotes.parts import Part
from tests.quotes.places import resolve

CITED = "Reporte de Cumplimiento 2024, sección I, OP.03"
OTHER = "Reporte de Cumplimiento 2024, sección I, OP.01"
MATRIX = "Reporte de Cumplimiento 2024, matriz de indicadores"
QUOTE = "presenta un 50% de avance tipo 1 para el año 2024"
REMEDY = (
    "copy the words of the document, or cite the part in which they stand; a new kind of place "
    "goes into tests/quotes/outlines.toml, and what only scanning spoilt into exceptions.csv"
)


def told(quote, place=CITED):
    sides = {"dice_a": f"«{quote}»", "donde_a": place, "dice_b": "", "donde_b": ""}
    [finding] = check.findings([{"id": "r2024-000", **sides}])
    return finding


def outcome(quote, place=CITED):
    return told(quote, place).outcome


@pytest.fixture(scope="module")
def rows(live):
    rows = check.read(live / check.TABLE.name)
    assert rows
    return rows


@pytest.fixture(scope="module")
def found(rows):
    return check.findings(rows)


def idle(exceptions, found):
    """Return the exceptions that say no reason, or that are of a quote that does not fail."""
    fails = {(each.id, each.column) for each in found if each.outcome in check.FAILURES}
    return [
        one for one in exceptions if not one["motivo"] or (one["id"], one["columna"]) not in fails
    ]


def test_each_quote_stands_in_the_part_that_it_cites(found):
    assert any(finding.outcome == check.IN_PART for finding in found)
    wrong = [str(finding) for finding in check.failing(found)]
    assert not wrong, "\n".join([*wrong, REMEDY])


def test_every_place_is_known_also_of_the_cells_without_quotes(found):
    unknown = [str(finding) for finding in found if finding.outcome == check.UNKNOWN]
    assert not unknown, "\n".join([*unknown, REMEDY])


def test_what_is_out_of_scope_is_told_and_is_no_document_of_the_five(found):
    others = [finding for finding in found if finding.outcome == check.OTHERS]
    assert others
    for finding in others:
        assert finding.place in str(finding)
        assert resolve(finding.place, check.index().parts) == frozenset()


def test_every_quote_and_every_cell_without_quotes_is_told_once(rows, found):
    texts = [row[f"dice_{side}"] for row in rows for side in "ab"]
    assert len(found) == sum(max(1, text.count("«")) for text in texts if text)


def test_each_exception_says_why_and_is_of_a_quote_that_fails(found):
    assert idle(check.read(check.EXCEPTIONS), found) == []


@pytest.mark.parametrize("why", ["", "una palabra rota"])
def test_an_exception_without_a_reason_or_of_a_good_quote_is_noticed(found, why):
    good = next(each for each in found if each.outcome == check.IN_PART)
    exception = {"id": good.id, "columna": good.column, "motivo": why}
    assert idle([exception], found) == [exception]
    failing = told("la mesa coja")
    excused = {"id": failing.id, "columna": failing.column, "motivo": why}
    assert idle([excused], [*found, failing]) == ([] if why else [excused])


def test_an_exception_is_not_reported(tmp_path, monkeypatch):
    finding = told("la mesa coja")
    assert check.failing([finding]) == [finding]
    excepted = tmp_path / "exceptions.csv"
    excepted.write_text("id,columna,motivo\nr2024-000,dice_a,una palabra rota\n", encoding="utf-8")
    monkeypatch.setattr(check, "EXCEPTIONS", excepted)
    assert check.failing([finding]) == []


def test_a_quote_of_the_part_is_found():
    assert outcome(QUOTE) == check.IN_PART


@pytest.mark.parametrize("number", range(len(QUOTE.split())))
def test_a_quote_with_one_word_changed_is_reported(number):
    spoilt = QUOTE.split()
    spoilt[number] = "71" if spoilt[number][0].isdigit() else "mesa"
    finding = told(" ".join(spoilt))
    assert finding.outcome == check.NOT_FOUND
    assert check.failing([finding]) == [finding]


def test_a_quote_of_another_part_is_reported_with_the_part_that_has_it():
    finding = told(QUOTE, OTHER)
    assert finding.outcome == check.ELSEWHERE
    assert Part("reporte-2024", "sección I, OP.03") in finding.parts
    assert check.failing([finding]) == [finding]
    for said in (finding.id, finding.column, QUOTE, OTHER, "sección I, OP.03"):
        assert said in str(finding)


def test_each_quote_of_the_table_is_not_found_with_a_word_changed(found):
    good = [each for each in found if each.outcome == check.IN_PART]
    assert good
    for finding in good:
        first, *rest = finding.quote.split()
        spoilt = " ".join([f"{first}xyz", *rest])
        assert outcome(spoilt, finding.place) != check.IN_PART, spoilt


@pytest.mark.parametrize("gap", ["…", "(…)", "[…]", "...", "[...]", "(...)"])
def test_the_pieces_on_each_side_of_an_ellipsis_are_looked_for_in_turn(gap):
    assert outcome(f"presenta un 50% {gap} para el año 2024") == check.IN_PART
    assert outcome(f"presenta un 51% {gap} para el año 2024") == check.NOT_FOUND
    assert outcome(f"presenta un 50% {gap} para el año 2034") == check.NOT_FOUND


@pytest.mark.parametrize("quote", ["", "…", " — "])
def test_a_quote_without_words_is_not_found(quote):
    assert outcome(quote) == check.NOT_FOUND


@pytest.mark.parametrize(
    ("short", "wrong"),
    [("50.0", "50.7"), ("Sentido esperado", "esperado mesa"), ("Año valor 2019", "Año mesa 2019")],
)
def test_a_short_quote_is_looked_for_by_fewer_words(short, wrong):
    assert outcome(short, MATRIX) == check.IN_PART
    assert outcome(wrong, MATRIX) == check.NOT_FOUND


def test_each_quote_of_a_cell_is_looked_for():
    sides = {"dice_a": f"«{QUOTE}»; y «la mesa coja»", "donde_a": CITED, "dice_b": ""}
    outcomes = [finding.outcome for finding in check.findings([{"id": "r2024-000", **sides}])]
    assert outcomes == [check.IN_PART, check.NOT_FOUND]


def test_the_fingerprints_are_a_small_file():
    assert check.FILE.stat().st_size < 400_000
