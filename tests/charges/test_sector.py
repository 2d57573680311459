"""The page of each sector: its own lists, counts and entities, and nothing of another."""

from itertools import product

import pytest

from components.texts import t
from tests.charges import beside, explained, lists, reader
from tests.charges.asked import SECTORS, Asked, silences
from tests.charges.expected import SAID, YEARS, by_code, tally
from tests.charges.files import called, read
from tests.charges.reader import column, light, number, ours, plain, section
from tests.charges.words import listed, tallies, totals

SEEN = list(product(SECTORS, YEARS))
MEMBERS = [(row["sigla"], row["sector"]) for row in read("entidades")]
EMPTY = sorted({sector for _, sector in MEMBERS} - set(SECTORS))


@pytest.fixture(params=SEEN, ids=lambda one: f"{one[0]}-{one[1]}")
def sector(request, page):
    code, year = request.param
    return page(f"/sectores/{code}?anio={year}"), Asked(year, sector=(code,))


def test_the_lists_and_counts_are_of_the_sector(sector):
    shown, asked = sector
    assert shown.one("h1").text == plain(t(f"sectors.{asked.sector[0]}"))
    lead = shown.one("h1").parent.one("p", "lead").text
    assert tallies(lead) == tally(asked.rows(), SAID)
    assert totals(lead) == [len(asked.rows())]
    part = section(shown, t("panorama.red"))
    lists.hold(lists.below(part), lists.as_below(asked.red()), f"{asked}, below")
    beside.hold(reader.items(part), asked.red())
    beside.hold_silence(part, asked.red())
    assert lead.endswith(" ".join(explained.moves(asked.rows())))
    lists.hold_silent(section(shown, t("panorama.silent")), asked.silent(), f"{asked}, silent")
    whole = Asked(asked.year).rows()
    said = plain(t("sector.position", counted="|").split("|")[0])
    place = next(node.text for node in shown.all("p", "caveat") if node.text.startswith(said))
    assert tallies(place) == tally(whole, SAID)
    assert totals(place) == [len(whole)]


def test_what_changed_is_of_the_sector(sector):
    shown, asked = sector
    part = section(shown, t("panorama.changes", before=asked.year - 1, year=asked.year))
    if asked.year == YEARS[0]:
        assert plain(t("panorama.changes_first", before=asked.year - 1)) in part.text
        assert not part.all("table")
        return
    lists.hold(lists.moved(part, asked.year), asked.moved(), f"{asked}, changed band")
    assert asked.moved() or plain(t("panorama.changes_none")) in part.text


def test_each_entity_has_its_indicators_and_its_silences(sector):
    shown, asked = sector
    parts = shown.all("section", "entity")
    names = [sigla for sigla, its in MEMBERS if its in asked.sector]
    assert [part.attrs["id"].removeprefix("entidad-").upper() for part in parts] == names
    assert names
    for name, part in zip(names, parts, strict=True):
        own = Asked(asked.year, entidad=(name.lower(),)).rows()
        assert reader.entity(part.one("h2")) == name
        tables = [one for one in part.all("table") if plain(t("columns.avance")) in one.text]
        found = [_row(row) for one in tables for row in reader.table_rows(one)]
        lists.hold(found, [_expected(one) for one in own], f"{name} in {asked.year}")
        for table in tables:
            _reasons(reader.table_rows(table), asked.year)
        _remarks(part, name, asked.year)


def _reasons(rows, year):
    """Hold the reasons of what is not met to its own row; what is met has none beside it."""
    parts, own = [column(row, "nombre") for row in rows], [reader.codes(row) for row in rows]
    beside.hold(parts, [by_code()[code, year] for code in own], _unmet)


def _unmet(code, year):
    return explained.notes(code, year) if by_code()[code, year].light != "verde" else []


def _row(row):
    advance = column(row, "avance")
    return (reader.codes(row), number(column(row, "logro_esperado")),
            number(column(row, "valor_obtenido")), number(advance), ours(advance),
            light(column(row, "semaforo")), _before(row[plain(t("sector.earlier"))]))  # fmt: skip


def _before(cell):
    marks = cell.all("span", "before")
    words = [mark.one("span", "unseen").parts[0] for mark in marks]
    lights = [next(name for name in mark.classes if name != "before") for mark in marks]
    assert words == [t(f"lights.{name}") for name in lights], "a colour is called by its word"
    years = [mark.text.split()[0] for mark in marks]
    figures = [number(_rest(mark)) for mark in marks]
    return list(zip(years, lights, figures, strict=True))


def _rest(mark):
    piece = reader.Node()
    piece.parts.append(mark.text.split(" ", 1)[1])
    return piece


def _expected(one):
    earlier = [by_code()[one.code, year] for year in range(2019, one.year)]
    told = [(str(o.year), o.light, o.advance.said) for o in earlier if o.obtained]
    return (one.code, *one.row[2:], told)


def _remarks(part, name, year):
    said = silences(year, lambda row: row["entidad"] == name)
    found = [node.text for node in part.all("p", "remark")]
    told = [plain(t("ficha.silent", reason=f"«{why}»")) for _, _, why in said]
    assert len(found) == len(told), f"{name} in {year}: say each silence once"
    for text, reason, (_, code, _) in zip(found, told, said, strict=True):
        assert text.startswith(reason)
        assert code in text


@pytest.mark.parametrize("code", EMPTY)
def test_a_sector_without_indicators_is_charged_with_nothing(page, code):
    shown = page(f"/sectores/{code}?anio=2024")
    names = [sigla for sigla, its in MEMBERS if its == code]
    said = plain(t("sector.no_indicators", names=listed([*map(called, names)])))
    assert said in shown.one("h1").parent.text
    assert plain(t("panorama.red")) not in [node.text for node in shown.all("h2")]
    parts = shown.all("section", "entity")
    assert parts
    for name, part in zip(names, parts, strict=True):
        beside.hold_received(part, [name], 2024)
    links = [link.attrs["href"] for part in parts for link in part.all("a", "code")]
    assert not [href for href in links if href.startswith("/indicadores/")]
