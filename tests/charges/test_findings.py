"""The line that heads a chart says what the files say, counted here by other means."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from components.texts import t
from tests.charges.asked import BY_SECTOR, EVERY, WHOLE
from tests.charges.expected import AXES, LATEST, charges, figure, objectives
from tests.charges.files import read
from tests.charges.nodes import plain

SERVICE = [one for one in EVERY if one.rows() and not one.buscar]
CODES = [row["codigo"] for row in read("indicadores")][::3]


@pytest.fixture(scope="session")
def headed(page, chart):
    """Return heading and line under it of a chart alone; the second is empty without a finding."""

    def get(slug, query):
        caption = page(f"/incrustar/{slug}?{query}").one("figcaption")
        heading, title = plain(caption.one("h1").text), plain(chart(slug, query)["titulo"])
        under = [plain(n.text) for n in caption.all("p") if "over" in n.classes]
        assert (title in under) == (heading != title)
        return heading, title if heading != title else ""

    return get


def test_the_finding_of_the_objectives_names_each_once_under_its_state(headed):
    heading, under = headed("objetivos", f"anio={LATEST}")
    assert under.startswith("Avance de los objetivos prioritarios, 2024")
    found = {}
    for part in heading.split("; "):
        names, _, word = part.rpartition(": ")
        found |= {axis: word for axis in AXES if t(f"axes.{axis}") in names}
    own = {row["codigo"]: row["eje"] for row in read("objetivos") if row["nivel"] == "OP"}
    expected = {axis: objectives()[code, LATEST] for code, axis in own.items()
                if (code, LATEST) in objectives()}  # fmt: skip
    assert found == {axis: t(f"lights.{one.light}") for axis, one in expected.items()}
    assert all(plain(one.said) in heading for one in expected.values())


@pytest.mark.parametrize("asked", SERVICE, ids=str)
def test_the_finding_of_the_lights_counts_the_axis_with_over_half_of_those_below(headed, asked):
    heading, under = headed("semaforo", asked.query)
    service = [one for one in asked.rows() if one.level == "ISS"]
    below = [one.axis for one in service if one.light == "rojo"]
    over = [axis for axis in AXES if sum(axis == one for one in below) > len(below) / 2]
    if not over or len({one.axis for one in service}) == 1:
        assert heading.startswith(t("charts.semaforo.title", period="").rstrip(", "))
        return
    assert under.startswith("Estado de los indicadores")
    name, amount = t(f"axes.{over[0]}"), below.count(over[0])
    assert heading.endswith(f"de su meta {'es' if len(below) == 1 else 'son'} de {name}")
    digits = [int(word) for word in heading.split() if word.isdigit()]
    expected = [] if len(below) == 1 else [amount, len(below)]
    assert digits == (expected if amount < len(below) else expected[:1])


@pytest.mark.parametrize("asked", [*WHOLE, *BY_SECTOR], ids=str)
def test_the_finding_of_the_sectors_names_none_and_counts_those_with_any_below(headed, asked):
    heading, under = headed("sector-semaforo", asked.query)
    rows = asked.rows()
    by = "sector" if len({one.sector for one in rows}) > 1 else "entity"
    every = {getattr(one, by) for one in rows}
    some = {getattr(one, by) for one in rows if one.light == "rojo"}
    if not under:
        assert len(every) == 1 or (not some and any(one.light == "sin-dato" for one in rows))
        return
    assert not any(t(f"sectors.{one.sector}") in heading for one in rows)
    digits = [int(word) for word in heading.split() if word.isdigit()]
    written = [len(some)] if 1 < len(some) < len(every) else []
    assert digits == [*written, len(every)]
    assert heading.startswith("Ninguno") == (not some)
    assert heading.startswith("Uno ") == (len(some) == 1 < len(every))


@pytest.mark.parametrize("code", CODES)
def test_the_finding_of_an_indicator_is_its_first_and_its_last_result(headed, code):
    own = sorted((one for one in charges() if one.code == code and one.obtained),
                 key=lambda one: one.year)  # fmt: skip
    heading, under = headed("indicador", f"codigo={code}")
    if len(own) < 2:
        assert heading.startswith("Metas y resultados")
        return
    first, last = (plain(figure(one.obtained, one.unit)) for one in (own[0], own[-1]))
    same = Decimal(own[0].obtained) == Decimal(own[-1].obtained)
    start, end = own[0].year, own[-1].year
    went = f"De {first} en {start} a {last} en {end}"
    assert heading == (f"{last} en {end}, igual que en {start}" if same else went)
    assert under.startswith("Metas y resultados")


def test_the_finding_of_the_map_of_the_police_is_the_share_of_the_first(headed):
    own = ("departamento", "denuncias", "2024")
    rows = [row for row in read("incidencia")
            if (row["desagregacion"], row["indicador"], row["periodo"]) == own]  # fmt: skip
    assert len(rows) > 20
    figures = sorted((Decimal(row["valor"]) for row in rows if row["valor"]), reverse=True)
    share = (figures[0] * 100 / sum(figures)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert share >= 50, "the rule of the first alone is not tried here any more"
    heading, _ = headed("mapa-pnp", "")
    assert heading == plain(f"Lima registra {figure(str(share), '%')} (calculado) de las denuncias")


def test_the_finding_of_the_national_series_spans_the_registers_of_the_last_year(headed):
    key = ("indicador", "desagregacion", "categoria", "codigo_territorio", "periodo", "fuente")
    values = {tuple(row[name] for name in key): row["valor"] for row in read("incidencia")}
    points = [(int(row["periodo"]), int(values[tuple(row[name] for name in key)] or 0))
              for row in read("series") if row["desagregacion"] == "nacional"
              and row["indicador"] in ("casos", "denuncias")]  # fmt: skip
    years = [year for year, value in points if value]
    last = max(year for year in years if years.count(year) > 1)
    figures = [value for year, value in points if year == last and value]
    assert len(set(figures)) > 1, "the rule of several registers is not tried here any more"
    heading, under = headed("serie-nacional", "")
    assert heading == (
        f"No hay una cifra única: los {len(figures)} registros con casos o denuncias de {last} "
        f"van de {min(figures):,} a {max(figures):,}"
    )
    assert under.startswith("Casos y denuncias por trata en el país")
