"""The counts of a yearly file as units: country, distritos fiscales, connected crimes."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from data.importing import coverage, crimes, dates
from data.importing.dates import Span
from data.importing.harvest import NATION, Cells, Figure, Source, Unit, stated
from data.model.row import LIST_MARK

ADDRESS = "https://www.datosabiertos.gob.pe/dataset/mpfn-delitos-denunciados"
INSTITUTION = "Ministerio Público (datos abiertos)"
_NO_ROWS = "Sin filas de trata en el archivo: cero denuncias"
_NOT_TRAFFICKING = (
    "Delito de explotación conexo, no es trata en sentido estricto (no sumar a la trata)"
)
_ONLY_PENAL = "todas las filas son de especialidad PENAL: pueden faltar otras fiscalías"


@dataclass
class Counts:
    """Reports by distrito fiscal and article, and what the rows said of themselves.

    `codes`: names in the file to codes, so every distrito fiscal that appears with any crime.
    """

    codes: dict[str, str] = field(default_factory=dict)
    trafficking: Counter[tuple[str, str]] = field(default_factory=Counter)
    connected: Counter[str] = field(default_factory=Counter)
    named: dict[str, str] = field(default_factory=dict)
    specialities: set[str] = field(default_factory=set)
    equal: str = ""

    def connect(self, article: str, description: str, number: int) -> None:
        """Count a connected crime, under the first description that its article has."""
        self.connected[article] += number
        self.named.setdefault(article, description.replace(LIST_MARK, ","))

    def remarks(self) -> list[str]:
        """Return what the operator should know about the whole."""
        seen = " y ".join(sorted(self.specialities - {""})) or "ninguna"
        return [f"distritos fiscales en el archivo: {len(set(self.codes.values()))}",
                f"especialidades: {seen}"]  # fmt: skip

    @property
    def doubt(self) -> str:
        """Return the doubt about the scope of the file, if there is one."""
        return _ONLY_PENAL if self.specialities == {"PENAL"} else ""


def units(counts: Counts, span: Span, cut: date) -> list[Unit]:
    """Return what replaces, together, an earlier cut of the same year."""
    articles = crimes.articles(span.year)
    districts = coverage.figures(
        "denuncias", "distrito_fiscal", _by_district(counts, articles), span
    )
    whole = coverage.total(districts)
    note = _note(span, cut, districts, counts.doubt)
    sums = [sum(n for (_, held), n in counts.trafficking.items() if held == a) for a in articles]
    basic, aggravated = zip(articles, sums, strict=True)
    where = f"artículos {basic[0]} ({basic[1]}) y {aggravated[0]} ({aggravated[1]})"
    made = []
    if whole is not None:
        national = (Figure("denuncias", "nacional", "Total", NATION, *stated(whole)),)
        place = f"Columna cantidad sumada, {where}"
        made.append(Unit(_source("nacional", place, span, cut, counts), span, national, note, cut))
    place = f"Columna cantidad sumada por distrito_fiscal, {where}"
    attached = {"coberturas": coverage.row(districts, whole, counts.doubt)}
    source = _source("distritos", place, span, cut, counts)
    made.append(Unit(source, span, districts, note, cut, attached))
    return made + _connected(counts, span, cut, note, whole)


def _by_district(
    counts: Counts, articles: tuple[str, str]
) -> dict[str, tuple[str, int | None, str]]:
    found: dict[str, tuple[str, int | None, str]] = {}
    for name, code in counts.codes.items():
        parts = {article: counts.trafficking[code, article] for article in articles}
        total = sum(parts.values())
        note = "; ".join(f"{article}={number}" for article, number in parts.items())
        found[code] = (name, total, note if total else f"{note}. {_NO_ROWS}")
    return found


def _connected(counts: Counts, span: Span, cut: date, note: str, whole: int | None) -> list[Unit]:
    if whole is None:
        return []
    figures = tuple(
        Figure("denuncias", "explotacion", f"Art. {article}: {counts.named[article]}", NATION,
               *stated(counts.connected[article]), _NOT_TRAFFICKING)
        for article in sorted(counts.connected)
    )  # fmt: skip
    place = (
        "Columna cantidad, subgenerico EXPLOTACION, artículos 129-C a 129-P: "
        "delitos conexos, no son trata"
    )
    attached = {"bases_perfil": _base(figures, span, whole)} if figures else {}
    source = _source("explotacion", place, span, cut, counts)
    return [Unit(source, span, figures, note, cut, attached, decides=False)]


def _base(figures: tuple[Figure, ...], span: Span, whole: int) -> Cells:
    total = str(sum(figure.valor or 0 for figure in figures))
    return {
        "grupo": f"conexos-{span.year}",
        "titulo": "Denuncias por delitos de explotación conexos, arts. 129-C a 129-P",
        "indicador": "denuncias",
        "desagregacion": "explotacion",
        "unidad": "n",
        "base": total,
        "base_unidad": "denuncias",
        "categorias": LIST_MARK.join(figure.categoria for figure in figures),
        "suma": total,
        "resto": "0",
        "explicacion": f"Cierra; no son trata y no se suman a las {whole}",
    }


def _source(part: str, place: str, span: Span, cut: date, counts: Counts) -> Source:
    seen = ", ".join(sorted(counts.specialities - {""}))
    scope = f"; especialidad {seen}" if seen else ""
    scope += f"; {counts.equal}" if counts.equal and part != "explotacion" else ""
    return Source(
        codigo=f"mp-delitos-{span.year}-{part}",
        documento=f"[MPFN] Delitos denunciados {span.year}",
        institucion=INSTITUTION,
        anio=str(cut.year),
        localizador=f"{place}; {span}; fecha_corte {dates.spoken(cut)}{scope}",
        url=ADDRESS,
    )


def _note(span: Span, cut: date, districts: tuple[Figure, ...], doubt: str) -> str:
    known = sum(figure.valor is not None for figure in districts)
    text = str(span)
    scope = f"; {doubt}" if doubt else ""
    return (
        f"{text[0].upper()}{text[1:]}, corte {dates.spoken(cut)}; "
        f"{known} de {len(districts)} distritos fiscales{scope}"
    )
