"""The command that an operator types: one file in, tables changed or one message why not."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from data import loader
from data.importing import corrections, curated, decide, merge, recognise, report
from data.importing.harvest import Harvest, Options
from data.writing.folder import Folder
from data.writing.refusal import Refusal, Unfinished

REFUSED, MISUSED = 1, 2
_WORDS = {
    "the following arguments are required": "falta",
    "unrecognized arguments": "no existe",
    "expected one argument": "falta su valor",
    "invalid int value": "no es un número",
    "invalid choice": "no es una de las opciones",
    "choose from": "son",
    "argument ": "",
}
_ABOUT = (
    "Lee un archivo oficial (delitos denunciados del Ministerio Público, cuadro 2.7 por distrito "
    "fiscal, base policial de trata), dice qué leyó y qué dejó fuera, y escribe sus filas en la "
    "carpeta de datos. Si algo no se entiende no cambia nada."
)
_COMPLETED = "Se completó antes un cambio de tablas que quedó cortado: {}."
_UNFINISHED = (
    "Las tablas nuevas ya valen y el tablero las lee, pero {} no se pudo poner en su sitio: "
    "compruebe permisos y espacio, y ejecute «make datos»."
)


class _Parser(argparse.ArgumentParser):
    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "uso: ", 1)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "uso: ", 1)

    def error(self, message: str) -> NoReturn:
        """End with the use of the command in Spanish; argparse words its errors in English."""
        for english, spanish in _WORDS.items():
            message = message.replace(english, spanish)
        sys.stderr.write(self.format_usage())
        print(f"No se entiende la orden ({message}). Ayuda: --ayuda", file=sys.stderr)
        raise SystemExit(MISUSED)


def main(arguments: Sequence[str]) -> int:
    """Import one file; 0 when the tables hold it, 1 when it is refused, 2 for a wrong command."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.reemplazar and not chosen.motivo.strip():
        parser.error("--reemplazar cambia cifras publicadas: diga por qué con --motivo «…»")
    options = Options(
        chosen.anio,
        chosen.reemplazar,
        chosen.repetidas,
        chosen.motivo.strip(),
        chosen.copia.strip(),
    )
    try:
        lines = run(Path(chosen.archivo), Path(chosen.datos), options, keep=not chosen.simular)
    except Refusal as error:
        return _ended(f"{error}\nNo se cambió nada.")
    except Unfinished as error:
        return _ended(_UNFINISHED.format(error))
    except MemoryError:
        return _ended(f"{Path(chosen.archivo).name}: no cabe en la memoria.\nNo se cambió nada.")
    print("\n".join(lines))
    return 0


def run(path: Path, data: Path, options: Options, keep: bool) -> list[str]:
    """Import a file into a folder and return what there is to say, or raise Refusal."""
    folder = Folder(data)
    folder.check()
    harvest = sourced(recognise.harvest(path, options), options)
    with folder.held() as completed:
        said = [_COMPLETED.format(", ".join(completed))] if completed else []
        changes = decide.plan(path.name, harvest, folder, options)
        said += report.reading(path, harvest) + report.comparison(changes)
        said += report.verdicts(changes) + report.neighbours(changes, folder)
        kept = curated.kept(changes, folder)
        merge.apply(changes, folder)
        said += curated.put_back(kept, folder) + corrections.write(changes, folder, options)
        if not keep:
            return [*said, "Simulación: no se escribió nada."]
        changed = folder.save()
    done = f"Tablas cambiadas: {', '.join(changed)}." if changed else "No cambió nada."
    return [*said, done]


def sourced(harvest: Harvest, options: Options) -> Harvest:
    """Say in each source that the file read is a copy of somebody else, if it is."""
    if options.copy:
        harvest.units = [
            replace(unit, confidence="media", source=replace(
                unit.source, localizador=f"{unit.source.localizador}; copia: {options.copy}"))
            for unit in harvest.units
        ]  # fmt: skip
    return harvest


def _ended(words: str) -> int:
    print(words, file=sys.stderr)
    return REFUSED


def _parser() -> argparse.ArgumentParser:
    usage = "python -m data.importar ARCHIVO [--datos CARPETA] [--anio AÑO] [--simular]"
    parser = _Parser(usage=usage, description=_ABOUT, add_help=False, allow_abbrev=False)
    parser._positionals.title, parser._optionals.title = "archivo", "opciones"
    add = parser.add_argument
    add("archivo", metavar="ARCHIVO", help="CSV o .xlsx tal como se publica")
    folder = str(loader.folder())
    add("--datos", metavar="CARPETA", default=folder, help="carpeta de tablas (la del tablero)")
    add("--anio", metavar="AÑO", type=int, help="lee solo ese año")
    add("--simular", action="store_true", help="dice qué haría y no escribe nada")
    add("--reemplazar", action="store_true", help="acepta otras cifras con el mismo corte")
    add("--motivo", metavar="TEXTO", default="", help="por qué cambian: va a correcciones")
    add("--copia", metavar="TEXTO", default="", help="si no es el original: de quién es la copia")
    choices = ["rechazar", "contar", "una-vez"]
    add("--repetidas", choices=choices, default=choices[0],
        help="filas iguales de la base PNP, o de un archivo pegado dos veces")  # fmt: skip
    add("--ayuda", "--help", "-h", action="help", help="muestra esta ayuda")
    return parser
