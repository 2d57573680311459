"""What can be found of places and institutions."""

from collections.abc import Collection, Iterator
from urllib.parse import quote

from components.pages.search.entry_weights import WEIGHTS
from components.pages.sectors.sector_cards import PATH
from components.pages.sectors.sector_entities import anchor
from components.texts import known, t
from data.model import Acuerdo, Entidad, Indicador, Termino, Territorio
from data.query.territory_names import place
from data.search.entries import Entry
from data.store import Store
from data.text_normalisation import slug

_OTHERS = "otras-entidades"
_DEPARTMENT, _DISTRICT = "/territorios/<>", "/distritos-fiscales/<>"


def territory_address(row: Territorio, pages: Collection[str]) -> str:
    """Return where a territory is told of: its own page where the board has one, else the map."""
    name = place(row.nivel, row.codigo, row.nombre)
    own = _DEPARTMENT if row.nivel == "departamento" else _DISTRICT
    return own.replace("<>", name) if own in pages else f"/mapa?lugar={quote(name)}"


def entries(store: Store, pages: Collection[str]) -> Iterator[Entry]:
    """Give every territory, institution, sector and agreement."""
    yield from _territories(store, pages)
    yield from _institutions(store)
    yield from _agreements(store)


def _territories(store: Store, pages: Collection[str]) -> Iterator[Entry]:
    for row in store.rows(Territorio):
        if row.nivel == "pais":
            continue
        kind = "territorio" if row.nivel == "departamento" else "distrito-fiscal"
        said = t(f"buscar.levels.{row.nivel}")
        others = (row.otros_nombres or "").split(";")
        name = place(row.nivel, row.codigo, row.nombre)
        city = t(f"buscar.cities.{name}") if known(f"buscar.cities.{name}") else ""
        names = (row.nombre, f"{said} {row.nombre}", *filter(None, (city, *others)))
        yield Entry(
            kind, name, f"{row.nombre} ({said})",
            territory_address(row, pages), names if kind == "territorio" else names[:2],
            around=t("buscar.levels.around"), weight=WEIGHTS[kind],
        )  # fmt: skip


def _institutions(store: Store) -> Iterator[Entry]:
    rows = store.rows(Entidad)
    answering = {row.responsable for row in store.rows(Indicador)}
    told = {row.termino: row.definicion for row in store.rows(Termino)}
    for row in rows:
        share = 0.7 if row.sector == _OTHERS else 1.05 if row.sigla in answering else 1.0
        names = row.sigla, row.nombre, row.nombre.partition("-")[0]
        note = told.get(row.sigla, t(f"sectors.{row.sector}"))
        yield Entry(
            "entidad", row.sigla, f"{row.nombre} ({row.sigla})",
            f"{PATH}/{row.sector}#{anchor(row)}", names, around=told.get(row.sigla, ""),
            note=note, weight=WEIGHTS["entidad"] * share,
        )  # fmt: skip
    for code in dict.fromkeys(row.sector for row in rows):
        name = t(f"sectors.{code}")
        held = ", ".join(row.sigla for row in rows if row.sector == code)
        yield Entry("sector", code, t("buscar.sector", name=name), f"{PATH}/{code}",
                    (name, f"sector {name}"), note=held, weight=WEIGHTS["sector"])  # fmt: skip


def _agreements(store: Store) -> Iterator[Entry]:
    told: dict[str, list[Acuerdo]] = {}
    for row in store.rows(Acuerdo):
        told.setdefault(row.pais, []).append(row)
    for country, rows in told.items():
        yield Entry(
            "acuerdo", slug(country), t("buscar.agreement", country=country),
            "/rutas#grafico-acuerdos", (country, f"acuerdo con {country}"),
            text=" ".join(row.instrumento for row in rows), weight=WEIGHTS["acuerdo"],
        )  # fmt: skip
