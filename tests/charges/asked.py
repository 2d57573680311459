"""What a reader may ask for, with the rows that the files give for it."""

from dataclasses import dataclass, replace
from itertools import product

from tests.charges import explained
from tests.charges.expected import AXES, LATEST, YEARS, by_code, charges
from tests.charges.files import folded, read

SECTORS = tuple(dict.fromkeys(row["sector"] for row in read("indicadores")))
_NAMES = ("sector", "entidad", "eje", "semaforo")


@dataclass(frozen=True)
class Asked:
    """The filters of an address and what they leave."""

    year: int = LATEST
    sector: tuple[str, ...] = ()
    eje: tuple[str, ...] = ()
    semaforo: tuple[str, ...] = ()
    entidad: tuple[str, ...] = ()
    buscar: str = ""

    def __str__(self):
        return self.query

    @property
    def query(self):
        parts = [f"anio={self.year}"]
        parts += [f"{n}={'~'.join(getattr(self, n))}" for n in _NAMES if getattr(self, n)]
        return "&".join([*parts, f"buscar={self.buscar}"] if self.buscar else parts)

    @property
    def narrows(self):
        return bool(self.sector or self.entidad or self.eje or self.semaforo or self.buscar)

    def rows(self):
        return [one for one in charges() if one.year == self.year and self._keeps(one)]

    def _keeps(self, one):
        text = folded(f"{one.code} {one.name} {one.entity} {one.short}")
        return (
            (not self.sector or one.sector in self.sector)
            and (not self.eje or one.axis in self.eje)
            and (not self.semaforo or one.light in self.semaforo)
            and (not self.entidad or one.entity.lower() in self.entidad)
            and all(word in text for word in folded(self.buscar).split())
        )

    def drawn(self):
        """Return the rows of a chart of this address: no chart heeds the search."""
        return replace(self, buscar="").rows()

    def red(self):
        return [one for one in self.rows() if one.light == "rojo"]

    def silent(self):
        """Return (who, code, reason) of who was silent about what is asked for."""
        codes = {one.code for one in self.rows()}
        return silences(self.year, lambda row: row["codigo"] in codes)

    def moved(self):
        """Return (code, who, light before, light now) of what changed band."""
        pairs = [(by_code()[one.code, self.year - 1], one) for one in self.rows()]
        return [(now.code, now.who, then.light, now.light)
                for then, now in pairs if then.light != now.light]  # fmt: skip


def silences(year, keeps=lambda row: True):
    """Return (who, code, reason) of each figure that the report counts as missing."""
    return [
        ((row["entidad"], *explained.moved(row["codigo"], year)), row["codigo"], row["motivo"])
        for row in read("sin_reporte") if int(row["anio"]) == year and keeps(row)
    ]  # fmt: skip


WHOLE = tuple(Asked(year) for year in YEARS)
BY_SECTOR = tuple(Asked(year, sector=(one,)) for year, one in product(YEARS, SECTORS))
BY_AXIS = tuple(Asked(year, eje=(one,)) for year, one in product(YEARS, AXES))
BY_LIGHT = tuple(Asked(year, semaforo=(one,)) for year, one in
                 product(YEARS, ("rojo", "ambar", "verde")))  # fmt: skip
MIXED = (
    Asked(2024, sector=("interior", "mujer")),
    Asked(2023, sector=("energia-minas", "mujer"), eje=("prevencion",)),
    Asked(2024, sector=("mujer", "salud"), semaforo=("ambar", "rojo")),
    Asked(2023, eje=("persecucion", "proteccion"), semaforo=("rojo",)),
    Asked(2024, entidad=("mimp", "pnp"), semaforo=("rojo",)),
    Asked(2022, entidad=("mp",)),
    Asked(2024, sector=("interior",), eje=("proteccion",), semaforo=("rojo",)),
    Asked(2023, buscar="víctimas"),
)
EVERY = (*WHOLE, *BY_SECTOR, *BY_AXIS, *BY_LIGHT, *MIXED)
