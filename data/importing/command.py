"""The command that an operator types: one file in, tables changed or one message why not."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from data import loader
from data.importing import decide, merge, recognise, report
from data.importing.harvest import Options
from data.importing.refusal import Refusal
from data.writing.folder import Folder

REFUSED, MISUSED = 1, 2
_ABOUT = (
    "Lee un archivo oficial (delitos denunciados del Ministerio Público, cuadro 2.7 por distrito "
    "fiscal, base policial de trata), dice qué leyó y qué dejó fuera, y escribe sus filas en la "
    "carpeta de datos. Si algo no se entiende no cambia nada."
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """End with the use of the command in Spanish; argparse words its errors in English."""
        self.print_usage(sys.stderr)
        print(f"No se entiende la orden ({message}). Ayuda: --ayuda", file=sys.stderr)  # noqa: T201
        raise SystemExit(MISUSED)


def main(arguments: Sequence[str]) -> int:
    """Import one file; 0 when the tables hold it, 1 when it is refused, 2 for a wrong command."""
    chosen = _parser().parse_args(arguments)
    options = Options(chosen.anio, chosen.reemplazar, chosen.repetidas)
    try:
        lines = run(Path(chosen.archivo), Path(chosen.datos), options, keep=not chosen.simular)
    except Refusal as error:
        print(error, file=sys.stderr)  # noqa: T201
        print("No se cambió nada.", file=sys.stderr)  # noqa: T201
        return REFUSED
    print("\n".join(lines))  # noqa: T201
    return 0


def run(path: Path, data: Path, options: Options, keep: bool) -> list[str]:
    """Import a file into a folder and return what there is to say, or raise Refusal."""
    folder = Folder(data)
    folder.check()
    harvest = recognise.harvest(path, options)
    changes = decide.plan(path.name, harvest, folder, options)
    said = report.reading(path, harvest) + report.comparison(changes)
    said += report.verdicts(changes) + report.neighbours(changes, folder)
    merge.apply(changes, folder)
    if not keep:
        return [*said, "Simulación: no se escribió nada."]
    changed = folder.save()
    done = f"Tablas cambiadas: {', '.join(changed)}." if changed else "No cambió nada."
    return [*said, done]


def _parser() -> argparse.ArgumentParser:
    usage = "python -m data.importar ARCHIVO [--datos CARPETA] [--anio AÑO] [--simular]"
    parser = _Parser(usage=usage, description=_ABOUT, add_help=False, allow_abbrev=False)
    parser._positionals.title, parser._optionals.title = "archivo", "opciones"
    add = parser.add_argument
    add("archivo", help="CSV o .xlsx tal como se publica")
    add("--datos", default=str(loader.folder()), help="carpeta de tablas (la del tablero)")
    add("--anio", type=int, help="lee solo ese año")
    add("--simular", action="store_true", help="dice qué haría y no escribe nada")
    add("--reemplazar", action="store_true", help="acepta otras cifras con el mismo corte")
    choices = ["rechazar", "contar", "una-vez"]
    add("--repetidas", choices=choices, default=choices[0], help="filas iguales de la base PNP")
    add("--ayuda", "--help", "-h", action="help", help="muestra esta ayuda")
    return parser
