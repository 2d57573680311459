"""The values that an address can name, as the tables give them."""

from collections.abc import Iterable

from data.model import (
    Accion2017,
    Ejercicio,
    Entidad,
    FraseRuta,
    Indicador,
    Meta2017,
    Objetivo,
    Periodo,
    Ruta,
    Valor,
)
from data.query import route_pairs, territory_names
from data.query.accepted_values import Vocabulary
from data.query.documents import documents
from data.query.table_index import Rows
from data.text_normalisation import slug

ORDERS = ("codigo", "nombre", "responsable", "avance")


def vocabulary(tables: Rows, versions: Iterable[str]) -> Vocabulary:
    """Return what the tables of some versions let an address say."""
    zones = (row.zona for row in tables.rows(FraseRuta) if row.pares)
    aims = {row.codigo for row in tables.rows(Objetivo) if row.nivel == "OI"}
    return Vocabulary(
        anio=frozenset(str(row.anio) for row in tables.rows(Valor))
        | {str(row.anio) for row in tables.rows(Ejercicio)},
        sector=frozenset(row.sector for row in tables.rows(Entidad)),
        entidad=frozenset(row.sigla.lower() for row in tables.rows(Entidad)),
        periodo=frozenset(row.codigo for row in tables.rows(Periodo))
        | {row.periodo for row in tables.rows(Meta2017)},
        tipo=frozenset(row.tipo for row in tables.rows(Ruta)),
        zona=frozenset(slug(zone) for zone in zones if zone),
        lugar=frozenset(route_pairs.places(tables.rows(Ruta)))
        | frozenset(territory_names.places(tables)),
        codigo=frozenset(tables.keyed(Indicador)) | frozenset(tables.keyed(Accion2017)) | aims,
        comparar=frozenset(territory_names.places(tables)),
        corte=frozenset(versions),
        documento=frozenset(documents(tables)),
        orden=frozenset(sign + name for name in ORDERS for sign in ("", "-")),
    )
