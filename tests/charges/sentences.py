"""The sentence of each chart that counts or names institutions, written from the files."""

from components.texts import t
from tests.charges import explained, policy
from tests.charges.asked import Asked
from tests.charges.expected import AXES, LIGHTS, SAID, charges, figure, objectives, tally
from tests.charges.files import folded, read
from tests.charges.reader import plain
from tests.charges.words import amount, listed

CODES = {row["eje"]: row["codigo"] for row in read("objetivos") if row["nivel"] == "OP"}


def _bands(rows):
    words = [(many, t(f"lights{'' if many == 1 else '_plural'}.{n}"))
             for many, n in tally(rows, SAID)]  # fmt: skip
    return listed([f"{many} {word}" for many, word in words])


def objetivos(asked):
    """Return the sentence of the gauges: each objective of the axes asked for."""
    whole = Asked(asked.year, sector=asked.sector, entidad=asked.entidad)
    axes = asked.eje or {one.axis for one in whole.rows()}
    found = [(axis, objectives()[CODES[axis], asked.year]) for axis in AXES if axis in axes]
    parts = [
        t(f"charts.objetivos.{'computed' if one.ours else 'published'}", axis=t(f"axes.{axis}"),
          value=one.said, word=t(f"lights.{one.light}"))
        for axis, one in found
    ]  # fmt: skip
    said = t("charts.objetivos.sentence", year=asked.year, parts="; ".join(parts))
    return plain(" ".join([said, *policy.of_gauges(axes, asked.year)]))


def semaforo(asked):
    """Return the sentence of the lights: how many of each level in each band."""
    levels = [(level, [one for one in asked.drawn() if one.level == level])
              for level in ("ISS", "IOP")]  # fmt: skip
    said = [t(f"charts.semaforo.{level}", total=amount(len(rows)), parts=_bands(rows))
            for level, rows in levels if rows]  # fmt: skip
    rows = sorted(asked.drawn(), key=lambda one: LIGHTS.index(one.light))
    return plain(" ".join([*said, *explained.moves(rows)]) or t("empty.chart"))


def by_sector(asked):
    """Return the rows of each sector, or of each entity of one, in the order of the alphabet."""
    own = Asked(asked.year, sector=asked.sector, entidad=asked.entidad).rows()
    several = len({one.sector for one in own}) > 1
    names: dict[str, list] = {}
    for one in own:
        names.setdefault(t(f"sectors.{one.sector}") if several else one.entity, []).append(one)
    return sorted(names.items(), key=lambda pair: folded(pair[0]))


def sector_semaforo(asked):
    """Return the sentence of the sectors: the bands, and who has any below."""
    groups = by_sector(asked)
    own = [one for _, rows in groups for one in rows]
    key = "one" if len(groups) == 1 else "several"
    said = t(f"charts.sector-semaforo.{key}", total=amount(len(own)), name=groups[0][0],
             bands=_bands(own))  # fmt: skip
    below = [(name, sum(one.light == "rojo" for one in rows), len(rows)) for name, rows in groups]
    parts = [t("charts.sector-semaforo.part", name=name, amount=red, total=total)
             for name, red, total in below if red]  # fmt: skip
    if parts and len(groups) > 1:
        said += f" {t('charts.sector-semaforo.below', parts=listed(parts))}"
    rows = sorted(own, key=lambda one: LIGHTS.index(one.light))
    return plain(" ".join([said, *explained.moves(rows)]))


def indicador(code):
    """Return the sentence of one indicator: the last year with a result."""
    last = [one for one in charges() if one.code == code and one.obtained][-1]
    key = "sentence" if last.target else "no_target"
    said = t(f"charts.indicador.{key}", year=last.year, target=figure(last.target, last.unit),
             value=figure(last.obtained, last.unit))  # fmt: skip
    moves = [t("charts.indicador.moved", other=other) for other in last.who[1:]]
    return plain(" ".join([said, *moves]))


SENTENCES = {"objetivos": objetivos, "semaforo": semaforo, "sector-semaforo": sector_semaforo}
