"""The counts of the police base as units: country, departments, months and breakdowns of a year."""

from collections import defaultdict

from data.importing import coverage
from data.importing.dates import Span
from data.importing.harvest import NATION, Cells, Figure, Source, Unit, stated
from data.importing.police_counts import Counts
from data.importing.police_dimensions import DIMENSIONS, Dimension
from data.model.row import LIST_MARK
from geo import places

_ADDRESS = "https://www.datosabiertos.gob.pe/dataset/trata-de-personas"
_INSTITUTION = "PNP (base difundida por el Ministerio del Interior)"
_ALL_IN_JANUARY = "la base pone todo el año en enero"


def units(counts: Counts, year: int, choice: str) -> list[Unit]:
    """Return the units of one year; the country only if the base holds every department."""
    span, monthly = counts.span(year)
    note = "Año entero" if span.whole else f"{str(span).capitalize()}: meses con filas en la base"
    source = _Sources(span, choice, "" if monthly else _ALL_IN_JANUARY)
    whole = sum(counts.complaints(year).values()) if counts.national else None
    made = [_departments(counts, span, note, source, whole)]
    if monthly and span.first < span.last:
        made.append(Unit(source.of("meses"), span, _months(counts, year), note))
    if whole is not None:
        total = (Figure("denuncias", "nacional", "Total PNP", NATION, *stated(whole)),)
        made.insert(0, Unit(source.of("total"), span, total, note))
        made += [
            _breakdown(DIMENSIONS[name], parts, span, source, note)
            for name, parts in counts.closed(year).items()
        ]
    return made


class _Sources:
    def __init__(self, span: Span, *said: str) -> None:
        self.span, self.said = span, [text for text in said if text]

    def of(self, part: str) -> Source:
        where = DIMENSIONS[part].title if part in DIMENSIONS else "F1_TOTAL"
        return Source(
            codigo=f"pnp-base-{self.span.year}-{part}",
            documento="Base de datos: Trata de personas, PNP",
            institucion=_INSTITUTION,
            anio="",
            localizador="; ".join([f"{where}, columna Valor sumada", str(self.span), *self.said]),
            url=_ADDRESS,
        )


def _departments(
    counts: Counts, span: Span, note: str, source: _Sources, whole: int | None
) -> Unit:
    names = {code: name for name, code in counts.codes.items()}
    found = counts.by_department(span.year)
    held = {code: (names[code], number, "") for code, number in found.items()}
    figures = coverage.figures("denuncias", "departamento", held, span)
    attached = {"coberturas": coverage.row(figures, whole, "")}
    return Unit(source.of("departamentos"), span, figures, note, attached=attached)


def _months(counts: Counts, year: int) -> tuple[Figure, ...]:
    """Return each month of the country and of the departments that have rows in it."""
    layer = places.places("departamentos")
    sums: defaultdict[int, int] = defaultdict(int)
    local = []
    for (month, code), number in sorted(counts.complaints(year).items()):
        sums[month] += number
        figure = ("denuncias", "departamento", layer[code].name, code, *stated(number))
        local.append(Figure(*figure, span=Span(year, month, month)))
    country = [
        Figure("denuncias", "nacional", "Total PNP", NATION, *stated(number),
               span=Span(year, month, month))
        for month, number in sorted(sums.items())
        if counts.national
    ]  # fmt: skip
    return (*country, *local)


def _breakdown(
    about: Dimension, parts: dict[str, int], span: Span, source: _Sources, note: str
) -> Unit:
    ordered = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    figures = tuple(
        Figure(about.indicator, about.kind, label, NATION, *stated(number))
        for label, number in ordered
    )
    attached = {"bases_perfil": _base(about, figures, span)}
    return Unit(source.of(about.name), span, figures, note, attached=attached)


def _base(about: Dimension, figures: tuple[Figure, ...], span: Span) -> Cells:
    total = str(sum(figure.valor or 0 for figure in figures))
    return {
        "grupo": f"pnp-{about.name}-{span.code if not span.whole else span.year}",
        "titulo": about.title,
        "indicador": about.indicator,
        "desagregacion": about.kind,
        "unidad": "n",
        "base": total,
        "base_unidad": about.unit,
        "categorias": LIST_MARK.join(figure.categoria for figure in figures),
        "suma": total,
        "resto": "0",
        "explicacion": f"Cierra: suma las {total} denuncias de la base",
    }
