"""Writes every default picture to a folder, with a manifest, for a release to put on a CDN.

The server draws the same bytes on request: the folder only spares it the work. Usage:
python -m callbacks.commands.export_images [build/imagenes] [--graficos objetivos] [--comprobar]
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from callbacks.commands import plainly
from components.charts.registry import CHARTS
from components.charts.view import View
from components.embeds.discovery import image_path
from components.embeds.own_filters import offered
from components.images import picture
from components.images.image_options import Options
from data.loader import load
from data.store import Store

FOLDER = "build/imagenes"
MANIFEST = "manifiesto.json"
_BY = ("sector", "eje", "anio")
_FORMS = (("svg", ""), ("png", ""), ("png", "ancho=2400"))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to write: its address, the name of its file, what it is drawn from."""

    address: str
    name: str
    kind: str
    options: Options
    drawing: str

    @property
    def origin(self) -> str:
        """Return the checksum of the drawing: another one means that the picture is stale."""
        return _sum(self.drawing.encode())


def pictures(store: Store, charts: list[str]) -> Iterator[Picture]:
    """Draw each chart by default and by each sector, axis and year, one after the other."""
    for slug in charts:
        for view in _views(store, slug):
            for kind, more in _FORMS:
                options, _ = Options.from_query(more, kind)
                query = "&".join(part for part in (view.query, more) if part)
                name = f"{slug}{f'.{query}' if query else ''}.{kind}".replace("&", ".")
                drawing = picture.source(view, kind, options)
                yield Picture(image_path(view, kind, more), name, kind, options, drawing)


def _views(store: Store, slug: str) -> Iterator[View]:
    chart = CHARTS[slug]
    shown = View.shown(chart, store)
    yield shown
    for name in (name for name in _BY if name in chart.narrows):
        offer = offered(chart, store, name)
        for value in offer.values:
            chosen = int(value) if name == "anio" else (value,)
            if value != offer.start:
                yield View.of(chart, store, shown.filters.with_(**{name: chosen}))


def write(store: Store, folder: Path, charts: list[str]) -> int:
    """Write the pictures and their manifest; take away those of an earlier one; say how many."""
    folder.mkdir(parents=True, exist_ok=True)
    before = {row["archivo"] for row in _manifest(folder).get("imagenes", [])}
    rows = []
    for one in pictures(store, charts):
        body = picture.content(one.drawing, one.kind, one.options)
        (folder / one.name).write_bytes(body)
        rows.append({"direccion": one.address, "archivo": one.name, "bytes": len(body),
                     "sha256": _sum(body), "dibujo_sha256": one.origin})  # fmt: skip
    for name in before - {row["archivo"] for row in rows}:
        (folder / name).unlink(missing_ok=True)
    about = {"version_datos": store.version, "corte": store.latest, "imagenes": rows}
    text = json.dumps(about, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(f"{text}\n", "utf-8")
    return len(rows)


def stale(store: Store, folder: Path, charts: list[str]) -> Iterator[str]:
    """Say what of a folder is not what would be drawn now; nothing is turned into pixels."""
    about = _manifest(folder)
    if not about:
        yield f"{folder / MANIFEST}: no está; ejecute make images"
        return
    if about["version_datos"] != store.version:
        yield f"versión de datos {about['version_datos']}; la de hoy es {store.version}"
    rows = {row["direccion"]: row for row in about["imagenes"]}
    for one in pictures(store, charts):
        row = rows.pop(one.address, None)
        if row is None or row["dibujo_sha256"] != one.origin:
            yield f"{one.name}: {'falta' if row is None else 'se dibujaría de otra manera'}"
        elif not (folder / one.name).is_file():
            yield f"{one.name}: falta el archivo"
        elif _sum((folder / one.name).read_bytes()) != row["sha256"]:
            yield f"{one.name}: el archivo no es el del manifiesto"
    yield from (f"{row['archivo']}: sobra" for row in rows.values())


def _manifest(folder: Path) -> dict[str, Any]:
    file = folder / MANIFEST
    found: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return found


def _sum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def main(arguments: list[str]) -> int:
    """Write the folder, or with --comprobar say what is stale in it and fail."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("carpeta", nargs="?", default=FOLDER)
    parser.add_argument("--graficos", nargs="+", choices=CHARTS, default=list(CHARTS))
    parser.add_argument("--comprobar", action="store_true")
    asked = parser.parse_args(arguments)
    folder = Path(asked.carpeta)
    if not asked.comprobar:
        try:
            amount = write(load(), folder, asked.graficos)
        except OSError as error:
            sys.stderr.write(f"{folder}: no se puede escribir ({error.strerror})\n")
            return 1
        sys.stdout.write(f"{folder}: {amount} imágenes\n")
        return 0
    faults = list(stale(load(), folder, asked.graficos))
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(plainly.run(main))
