"""What the pages say of the index and of the objectives, with the other figure of the report."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from components.texts import t
from tests.charges.expected import objectives, shown
from tests.charges.explained import PLACES
from tests.charges.files import read
from tests.charges.nodes import plain


def headline(year):
    """Return the headline of the index, which says where it is computed."""
    index = objectives()["IG", year]
    said = t("panorama.headline", value=index.said, year=year)
    return plain(t("panorama.headline_computed", headline=said) if index.ours else said)


def other(code, year):
    """Return the other advance that the report prints for an objective, as it is written."""
    found = {Decimal(row["avance_publicado"]) for row in read("otros_avances")
             if (row["codigo"], int(row["anio"])) == (code, year)}  # fmt: skip
    assert len(found) <= 1, f"{code} has other advances {found}"
    return next((str(one.normalize()) for one in found), "")


def others(year):
    """Return the other advance of each objective that has one in a year."""
    codes = dict.fromkeys(row["codigo"] for row in read("otros_avances"))
    return {code: other(code, year) for code in codes if other(code, year)}


def recomputed(year):
    """Return the index with the other advances: nothing above 100 % counts for more."""
    advances: dict[str, list[Fraction]] = {}
    for row in read("valores"):
        if row["codigo"].startswith("IOP") and int(row["anio"]) == year:
            share = Fraction(row["valor_obtenido"]) / Fraction(row["logro_esperado"])
            advances.setdefault(row["codigo"][1:6], []).append(min(share, Fraction(1)))
    means = {code: 100 * sum(found) / len(found) for code, found in advances.items()}
    means |= {code: Fraction(value) for code, value in others(year).items()}
    exact = sum(means.values()) / len(means)
    quotient = Decimal(exact.numerator) / Decimal(exact.denominator)
    return str(quotient.quantize(Decimal("0.1"), ROUND_HALF_UP))


def otherwise(code, year):
    """Return the other figure of an objective or of the index; '' if there is none."""
    return other(code, year) if code != "IG" else recomputed(year) if others(year) else ""


def beside_objective(code, year):
    """Return what stands beside an objective, each sentence whole."""
    if not other(code, year):
        return []
    source = next(row["fuente"] for row in read("avances")
                  if (row["codigo"], int(row["anio"])) == (code, year))  # fmt: skip
    used = objectives()[code, year].said
    return [plain(t("explained.other", code=code, values=shown(other(code, year), "%"), used=used,
                    place=PLACES[source]))]  # fmt: skip


def beside_index(year):
    """Return what stands beside the index: the grade of the report, and the other index."""
    said = [t("explained.grade", level=row["nivel"], points=row["puntos"])
            for row in read("valoraciones")
            if (int(row["anio"]), row["ambito"]) == (year, "politica")]  # fmt: skip
    values = [f"{shown(value, '%')} de {code}" for code, value in others(year).items()]
    if values:
        assert len(values) == 1
        said.append(t("explained.other_index", values=values[0],
                      index=shown(recomputed(year), "%")))  # fmt: skip
    return [plain(text) for text in said]


def of_gauges(axes, year):
    """Return the sentence on the other figure of each objective of some axes."""
    codes = {row["eje"]: row["codigo"] for row in read("objetivos") if row["nivel"] == "OP"}
    return [
        plain(t("charts.objetivos.other", axis=t(f"axes.{axis}"),
                value=shown(other(codes[axis], year), "%"),
                used=objectives()[codes[axis], year].said))
        for axis in codes if axis in axes and other(codes[axis], year)
    ]  # fmt: skip
