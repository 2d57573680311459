"""The yearly file of reported crimes of the Ministerio Público, read row by row."""

from operator import itemgetter

from data.importing import crimes, header, territories
from data.importing.agreement import ANOTHER_YEAR, Agreement
from data.importing.amounts import amount
from data.importing.commas import Fitting
from data.importing.file_rows import Numbered, Table
from data.importing.harvest import Harvest, Options
from data.importing.prosecutor_units import Counts, units
from data.importing.refusal import Refusal
from data.importing.repeats import WATCHED, Repeats

NAME = "Ministerio Público, delitos denunciados (archivo anual de datos abiertos)"
REQUIRED: dict[str, tuple[str, ...]] = {
    "periodo_denuncia": ("periodo",),
    "anio_denuncia": ("ano_denuncia", "anio", "ano"),
    "fecha_corte": (),
    "distrito_fiscal": (),
    "generico": (),
    "subgenerico": (),
    "articulo": (),
    "cantidad": (),
}
OPTIONAL: dict[str, tuple[str, ...]] = {
    "tipo_caso": (),
    "especialidad": (),
    "des_articulo": (),
    "fecha_descarga": (),
    "ubigeo_pjfs": ("ubigeo",),
    "dpto_pjfs": ("dpto",),
    "prov_pjfs": ("prov",),
    "dist_pjfs": ("dist",),
}
ANOTHER_KIND = "tipo de caso distinto de «denuncia»"
CONNECTED = "delitos de explotación conexos (129-C a 129-P): van en sus filas, no se suman"
_TOLERATED = 1_000
"""One repeated row of other crimes in so many is not a sign of a damaged file."""


def match(cells: list[str]) -> dict[str, int] | None:
    """Return the places of the columns if this row is the header of such a file."""
    found = header.positions(cells, REQUIRED | OPTIONAL)
    return found if found.keys() >= REQUIRED.keys() else None


def read(table: Table, columns: dict[str, int], body: Numbered, options: Options) -> Harvest:
    """Count a whole file in memory that does not grow with it, or raise Refusal."""
    reading = _Reading(table, columns, options)
    for line, cells in body:
        if any(cells):
            reading.take(line, cells)
    return reading.finish()


class _Reading:
    def __init__(self, table: Table, columns: dict[str, int], options: Options) -> None:
        self.table, self.columns = table, columns
        self.harvest, self.counts = Harvest(NAME), Counts()
        self.agreement = Agreement(table, options)
        self.fitting = Fitting(table, columns)
        self.own, self.others = Repeats(), Repeats()
        self.example: Refusal | None = None
        self.reasons: dict[tuple[str, ...], str] = {}
        self.stamp = itemgetter(*(columns[name] for name in [*REQUIRED][:4]))

    def take(self, line: int, cells: list[str]) -> None:
        """Count one row, or raise Refusal."""
        cells = self.fitting.fit(line, cells)
        self.harvest.rows += 1
        stamp = self.stamp(cells)
        if stamp not in self.reasons:
            self.reasons[stamp] = self._reason(line, stamp)
        number = amount(self.table, line, "cantidad", self._cell(cells, "cantidad"))
        kind = self.reasons[stamp] or self._kind(line, cells)
        if kind == ANOTHER_YEAR:
            self.harvest.leave(kind, number)
            return
        self._watch(line, cells, kind)
        self._count(cells, kind, number)

    def finish(self) -> Harvest:
        """Turn the counts into units, or raise Refusal if there is nothing to count."""
        span, cut = self.agreement.span, self.agreement.cut
        if span is None or cut is None:
            raise self._nothing()
        if self.example and self.others.count * _TOLERATED > self.harvest.rows:
            raise self.example
        self.harvest.units = units(self.table.path.name, self.counts, span, cut)
        self.harvest.remarks = self.counts.remarks()
        if self.fitting.mended:
            text = f"{self.fitting.mended:,} filas con comas sin comillas, recompuestas"
            self.harvest.remarks.append(text)
        if self.others.count:
            text = f"{self.others.count:,} filas repetidas de otros delitos: no cambian la trata"
            self.harvest.remarks.append(text)
        if self.others.full:
            text = f"se buscaron filas repetidas entre las primeras {WATCHED:,}"
            self.harvest.remarks.append(text)
        return self.harvest

    def _cell(self, cells: list[str], name: str) -> str:
        return cells[self.columns[name]].strip() if name in self.columns else ""

    def _reason(self, line: int, stamp: tuple[str, ...]) -> str:
        months, year, cut, name = stamp
        for column, text in zip([*REQUIRED][:4], stamp, strict=True):
            if territories.is_total(text):
                raise territories.total_row(self.table, line, column, text)
        if not self.agreement.holds(line, year, months, cut):
            return ANOTHER_YEAR
        where = line, "distrito_fiscal", name
        codes = self.counts.codes
        codes[name] = territories.resolve(self.table, where, codes, "distritos_fiscales")
        return ""

    def _kind(self, line: int, cells: list[str]) -> str:
        sort = self._cell(cells, "tipo_caso").upper()
        if sort and not sort.startswith("DENUNCIA"):
            return ANOTHER_KIND
        texts = [self._cell(cells, name) for name in ("generico", "subgenerico", "articulo")]
        assert self.agreement.span is not None
        kind = crimes.classify(self.agreement.span.year, *texts)
        if kind == crimes.SUBTOTAL:
            raise territories.total_row(self.table, line, "generico", " / ".join(texts[:2]))
        return kind

    def _watch(self, line: int, cells: list[str], kind: str) -> None:
        own = kind in (crimes.TRAFFICKING, crimes.CONNECTED)
        before = (self.own if own else self.others).first(line, cells)
        if before is None or (self.example and not own):
            return
        reason = f"la fila repite entera la línea {before}"
        remedy = "quite las filas repetidas o descargue el archivo de nuevo"
        self.example = self.table.refusal(line, "fila", ",".join(cells), reason, remedy)
        if own:
            raise self.example

    def _count(self, cells: list[str], kind: str, number: int) -> None:
        code = self.counts.codes[cells[self.columns["distrito_fiscal"]]]
        article = crimes.article(self._cell(cells, "articulo"))
        self.counts.specialities.add(self._cell(cells, "especialidad").upper())
        if kind == crimes.TRAFFICKING:
            self.harvest.used.add(number)
            self.counts.trafficking[code, article] += number
            return
        if kind == crimes.CONNECTED:
            self.counts.connect(article, self._cell(cells, "des_articulo"), number)
            kind = CONNECTED
        self.harvest.leave(kind, number)

    def _nothing(self) -> Refusal:
        wanted, found = self.agreement.options.year, self.agreement.year
        if wanted and found:
            reason, remedy = f"no hay filas de {wanted}", f"el archivo trae {found}: --anio {found}"
            return self.table.refusal(1, "anio_denuncia", wanted, reason, remedy)
        remedy = "descargue el archivo de nuevo"
        return self.table.refusal(1, "archivo", self.table.file, "solo trae la cabecera", remedy)
