"""The sheet of each indicator: state, headline, reasons and years, as the files say."""

import pytest

from components.texts import t
from tests.charges import beside, explained, reader
from tests.charges.asked import silences
from tests.charges.expected import YEARS, by_code, charges, figure, shown
from tests.charges.files import read
from tests.charges.reader import column, light, number, plain, section

CODES = [row["codigo"] for row in read("indicadores")]
SEEN = [(code, year) for code in CODES for year in (2021, *YEARS)]
NAMES = {row["sigla"]: row["nombre"] for row in read("entidades")}


@pytest.fixture(params=SEEN, ids=lambda one: f"{one[0]}-{one[1]}")
def sheet(request, page):
    code, year = request.param
    return page(f"/indicadores/{code}?anio={year}"), by_code()[code, year]


def _headline(one):
    target, value = figure(one.target, one.unit), figure(one.obtained, one.unit)
    if not one.obtained:
        key = "headline_none" if one.target else "headline_nothing"
    else:
        key = "headline" if one.target else "headline_no_target"
    return plain(t(f"ficha.{key}", year=one.year, value=value, target=target))


def test_the_top_the_reasons_and_the_years_are_those_of_the_files(sheet):
    shown, one = sheet
    top = shown.one("h1").parent
    assert shown.one("h1").text == plain(one.name), f"{one.code} has the name of another"
    assert light(top) == one.light, f"{one.code} in {one.year} is {one.light}"
    assert _headline(one) in top.one("p", "lead").text
    _silence(top, one)
    beside.hold([top], [one], explained.notes)
    beside.alone(shown, one)
    _reasons(section(shown, t("ficha.why")), one)
    _answers(section(shown, t("ficha.measures")), one)
    _years(shown.by_id("grafico-indicador"), one.code)


def _silence(top, one):
    said = [why for _, code, why in silences(one.year) if code == one.code]
    remarks = [node.text for node in top.all("p", "remark")]
    told = [plain(t("ficha.silent", reason=f"«{why}»")) for why in said]
    lead = plain(t("ficha.silent", reason="|").split("|")[0])
    assert [text for text in remarks if text.startswith(lead)] == told, (
        f"{one.code} in {one.year}: say {len(told)} times that information is missing"
    )


def _reasons(part, one):
    if not one.advance.computed:
        assert plain(t("ficha.why_none")) in part.text
        return
    values = {"value": figure(one.obtained, one.unit), "target": figure(one.target, one.unit),
              "result": figure(one.advance.computed)}  # fmt: skip
    assert plain(t("ficha.why_formula", **values)) in part.text
    if one.advance.published:
        said = t("ficha.why_published", published=figure(one.advance.published))
    else:
        said = t("ficha.why_not_published", year=one.year)
    assert plain(said) in part.text
    assert light(part) == one.light
    band = t("ficha.why_band", percent=figure(one.advance.text), word=t(f"lights.{one.light}"),
             band=t(f"bands.{one.light}"))  # fmt: skip
    assert plain(band) in part.text


def _answers(part, one):
    terms = [node.text for node in part.all("dt")]
    answer = part.all("dd")[terms.index(plain(t("ficha.responsible")))]
    assert reader.whose(answer) == one.who, f"{one.who} answers for {one.code}"
    assert plain(NAMES[one.entity]) in answer.text


def _years(part, code):
    found = [
        (int(column(row, "anio").text), number(column(row, "avance_publicado")),
         number(column(row, "avance_calculado")), light(column(row, "semaforo")),
         number(column(row, "logro_esperado")), number(column(row, "valor_obtenido")))
        for row in reader.rows(part)
    ]  # fmt: skip
    own = [one for one in charges() if one.code == code]
    expected = [
        (o.year, shown(o.advance.published, "%"), shown(o.advance.computed, "%"), o.light,
         _figure(o.target, o.unit), _figure(o.obtained, o.unit))
        for o in own
    ]  # fmt: skip
    assert found == expected, f"{code}: the years are those of valores.csv, each column its own"


def _figure(text, unit):
    return figure(text, unit) if text else "ND"
