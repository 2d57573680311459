"""What heads a report: the policy, and how many there are in each band."""

from collections.abc import Iterable, Sequence

from data.codes import Light
from data.compliance_report import cells
from data.compliance_report.blocks import Block, Heading, Ref, Row, Sentence, Table, Words
from data.compliance_report.context import Context
from data.compliance_report.ratings import short
from data.compliance_report.vocabulary import say, term, text
from data.model import Avance, Entidad, Norma, Valor

_LEADER, _NORM = "MININTER", "ds-009-2021-in"
_BANDS: tuple[Light, ...] = ("rojo", "ambar", "verde", "sin-dato")


def blocks(context: Context) -> list[Block]:
    """Return the data of the policy, and whether the year is closed."""
    found: list[Block] = [Sentence(say("nota.origen"), "origen")]
    if not context.closed:
        found.append(Sentence(say("nota.abierto", anio=context.said), "abierto"))
    head = Heading(1, say("ficha.encabezado"), "ficha")
    rows = tuple(Row((say(f"ficha.{name}"), words)) for name, words in _record(context))
    caption = (say("ficha.dato"), say("ficha.valor"))
    table = Table(say("ficha.cuadro"), caption, rows, "cuadro-ficha", widths=(30, 70))
    return [*found, head, table]


def _record(context: Context) -> list[tuple[str, Words]]:
    norm = context.store.keyed(Norma).get(_NORM)
    named: Words = Words((cells.quoted(norm, "nombre"),)) if norm else say("ficha.sin_norma")
    leader = context.store.entities.get(_LEADER)
    sector = (
        Words((cells.quoted(leader, "sector", _sector(leader)),)) if leader else Words((_LEADER,))
    )
    return [
        ("politica", Words((term("politica"),))),
        ("conductor", Words((context.entity(_LEADER),))),
        ("sector", sector),
        ("tipo", say("ficha.multisectorial")),
        ("problema", say("ficha.persistencia")),
        ("norma", named),
        ("anio", Words((context.said,))),
        ("estado", say(f"ficha.{context.store.state(context.year)}")),
        ("nivel", short(context, "politica")),
    ]


def _sector(leader: Entidad) -> str:
    return leader.sector.replace("-", " ").capitalize()


def counters(context: Context) -> Table:
    """Return how many objectives and indicators there are in each band, counted."""
    found = (context.advance(row.codigo, context.year) for row in context.objectives)
    lines = [
        _line("OP", [row for row in found if row]),
        *(_line(level, [row for _, row in context.of_level(level)]) for level in ("IOP", "ISS")),
    ]
    head = (
        say("matriz.grupo"), Words((term("rojo"),)), Words((term("ambar"),)),
        Words((term("verde"),)), say("matriz.nd"), say("matriz.total"),
    )  # fmt: skip
    caption = say("matriz.conteo", anio=context.said)
    return Table(caption, head, tuple(lines), "cuadro-conteo", (1, 2, 3, 4, 5))


def _line(level: str, rows: Sequence[Avance | Valor]) -> Row:
    counts = [Words((count(rows, light),)) for light in _BANDS]
    total = cells.amount(rows, "codigo", "cuenta")
    return Row((Words((text(f"niveles.{level}"),)), *counts, Words((total,))))


def count(rows: Iterable[Avance | Valor], light: Light) -> Ref:
    """Return how many rows are in a band."""
    held = list(rows)
    return cells.amount([r for r in held if r.semaforo == light], "semaforo", "cuenta-banda", held)
