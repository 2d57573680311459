"""Everything in one ZIP: tables, dictionary, licence, citation, and a file to read first."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from data.publish import datapackage, provenance, published
from data.query.filters import Filters
from data.store import Store

_README = """{board}: todas las tablas

Versión de los datos: {version}
Corte: {cutoff}

tablas/           una tabla por archivo: CSV en UTF-8, coma, punto decimal, fechas ISO
diccionario.csv   cada columna de cada tabla: tipo y significado
datapackage.json  lo mismo para programas (Data Package 2)
LICENCIA.txt      condiciones de uso
CITA.txt          cómo citar; CITA.bib, lo mismo en BibTeX

La columna «fuente» de cada tabla remite a tablas/fuentes.csv: documento y lugar de cada cifra.
Lo que no es una cifra es una de cinco cosas; sin cifra no significa cero: «cero» es un 0 real;
«por-vencer», el año de la meta no ha cerrado; «no-publicado», la fuente no lo da; «nd», la fuente
imprime ND; «no-existia», la unidad no existía. Lo dice «estado».
Un texto que empezara por = + - @ o un tabulador lleva delante un apóstrofo, para que una hoja de
cálculo no lo tome por una fórmula; los números no lo llevan, y el JSON nunca.
Cifras de instituciones o unidades de cuenta distintas no se suman.
"""
_LICENCE = """{title}
{path}

Puede copiar, distribuir y adaptar los datos, también con fines comerciales, si cita este tablero
y la institución que publicó cada cifra, y señala los cambios. No intente identificar a personas.
"""


def everything(store: Store, origin: str) -> bytes:
    """Return the ZIP; the same bytes for the same data."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, text in _files(store, origin):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, text)
    return out.getvalue()


def _files(store: Store, origin: str) -> Iterator[tuple[str, str | bytes]]:
    words = {"board": provenance.BOARD, "version": store.version, "cutoff": store.latest}
    described = published.described(store)
    resources = [
        {**resource, "path": f"tablas/{resource['path']}"} for resource in described["resources"]
    ]
    yield "LEAME.txt", _README.format(**words)
    yield "LICENCIA.txt", _LICENCE.format(**datapackage.LICENCE)
    yield "CITA.txt", provenance.board_citation(store) + "\n"
    frozen = f"{origin}/?corte={store.reopens}" if store.reopens else f"{origin}/"
    yield "CITA.bib", provenance.bibtex("tablero-contra-la-trata", provenance.BOARD, store, frozen)
    whole = described | {"resources": resources}
    yield "datapackage.json", json.dumps(whole, ensure_ascii=False, indent=1)
    yield "diccionario.csv", _dictionary(resources)
    for name in published.names(store):
        yield f"tablas/{name}.csv", published.to_csv(store, name, Filters())


def _dictionary(resources: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["tabla", "columna", "tipo", "significado"])
    for resource in resources:
        writer.writerows([resource["title"], *row] for row in published.columns(resource))
    return out.getvalue()
