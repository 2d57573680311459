"""The rows of the yearly file of reported crimes: which count, and what they say of themselves."""

from operator import itemgetter

from data.importing import crimes, territories
from data.importing.agreement import ANOTHER_YEAR, Agreement
from data.importing.amounts import amount, amount_or_none
from data.importing.commas import Fitting
from data.importing.equal_rows import Equal
from data.importing.file_rows import Table
from data.importing.harvest import Harvest, Options
from data.importing.prosecutor_units import Counts, units
from data.importing.refusal import Refusal

ANOTHER_KIND = "tipo de caso distinto de «denuncia»"
CONNECTED = "delitos de explotación conexos (129-C a 129-P): van en sus filas, no se suman"
_STAMP = ("periodo_denuncia", "anio_denuncia", "fecha_corte", "distrito_fiscal")
_OWN = (crimes.TRAFFICKING, crimes.CONNECTED)


class Reading:
    """Counts the rows of one file, in memory that does not grow with it."""

    def __init__(self, table: Table, columns: dict[str, int], options: Options, name: str) -> None:
        """Begin with nothing counted."""
        self.table, self.columns = table, columns
        self.harvest, self.counts = Harvest(name), Counts()
        self.agreement = Agreement(table, options)
        self.fitting = Fitting(table, columns)
        self.equal = Equal(table, options)
        self.reasons: dict[tuple[str, ...], str] = {}
        self.stamp = itemgetter(*(columns[column] for column in _STAMP))

    def take(self, line: int, cells: list[str]) -> None:
        """Count one row, or raise Refusal."""
        cells = self.fitting.fit(line, cells)
        self.harvest.rows += 1
        stamp = self.stamp(cells)
        if stamp not in self.reasons:
            self.reasons[stamp] = self._reason(line, stamp)
        kind = self.reasons[stamp] or self._kind(line, cells)
        text = self._cell(cells, "cantidad")
        if kind not in _OWN:
            number = amount_or_none(text) or 0
            if kind != ANOTHER_YEAR:
                self.equal.other(line, cells)
            self.harvest.leave(kind, number)
            return
        self.agreement.needs(line, stamp[0], stamp[2])
        self._count(line, cells, kind, amount(self.table, line, "cantidad", text))

    def finish(self) -> Harvest:
        """Turn the counts into units, or raise Refusal if there is nothing to count."""
        span = self.agreement.span
        cut = self.agreement.cuts.agreed(span) if span else None
        if span is None or cut is None:
            raise self._nothing()
        self._judge_numbering()
        self.equal.judge(self.harvest.rows)
        self.counts.equal = self.equal.told(crimes.TRAFFICKING, self.harvest.used.amount)
        self.harvest.units = units(self.counts, span, cut)
        self.harvest.remarks = [*self.counts.remarks(), *self.agreement.cuts.remarks()]
        if self.fitting.mended:
            text = f"{self.fitting.mended:,} filas con comas sin comillas, recompuestas"
            self.harvest.remarks.append(text)
        connected = sum(self.counts.connected.values())
        told = [self.counts.equal, self.equal.told(crimes.CONNECTED, connected, " conexas")]
        self.harvest.remarks += [*filter(None, told), *self.equal.remarks()]
        return self.harvest

    def _cell(self, cells: list[str], name: str) -> str:
        return cells[self.columns[name]].strip() if name in self.columns else ""

    def _reason(self, line: int, stamp: tuple[str, ...]) -> str:
        months, year, cut, name = stamp
        for column, text in zip(_STAMP, stamp, strict=True):
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
        kind = crimes.classify(self.agreement.year, *texts)
        if kind == crimes.SUBTOTAL:
            raise territories.total_row(self.table, line, "generico", " / ".join(texts[:2]))
        return kind

    def _count(self, line: int, cells: list[str], kind: str, number: int) -> None:
        if reason := self.equal.own(line, cells, kind, number):
            self.harvest.leave(reason, number)
            return
        code = self.counts.codes[cells[self.columns["distrito_fiscal"]]]
        article = crimes.article(self._cell(cells, "articulo"))
        self.counts.specialities.add(self._cell(cells, "especialidad").upper())
        if kind == crimes.TRAFFICKING:
            self.harvest.used.add(number)
            self.counts.trafficking[code, article] += number
            return
        self.counts.connect(article, self._cell(cells, "des_articulo"), number)
        self.harvest.leave(CONNECTED, number)

    def _judge_numbering(self) -> None:
        """Refuse a file whose trafficking is mostly under other articles: no zero is said of it."""
        kinds = (crimes.OTHER_ERA, crimes.NO_ARTICLE, crimes.OTHER_CRIME)
        left = sum(self.harvest.left_out[kind].amount for kind in kinds
                   if kind in self.harvest.left_out)  # fmt: skip
        if left <= self.harvest.used.amount:
            return
        year, used = self.agreement.year, self.harvest.used.amount
        reason = (f"denuncias de trata sin los artículos de {year}: {left:,}; con ellos: {used:,}. "
                  "Las primeras no son ceros")  # fmt: skip
        remedy = ("compruebe anio_denuncia; si ese año cambió de artículos, anótelo en "
                  "data/importing/crimes.py")  # fmt: skip
        wanted = " y ".join(crimes.articles(year))
        raise self.table.refusal(1, "articulo", wanted, reason, remedy)

    def _nothing(self) -> Refusal:
        wanted, found = self.agreement.options.year, self.agreement.another
        if wanted and found:
            reason, remedy = f"no hay filas de {wanted}", f"el archivo trae {found}: --anio {found}"
            return self.table.refusal(1, "anio_denuncia", wanted, reason, remedy)
        remedy = "descargue el archivo de nuevo"
        if self.harvest.rows:
            reason = "ninguna fila dice sus meses o su fecha de corte"
            return self.table.refusal(1, "fecha_corte", "", reason, remedy)
        return self.table.refusal(1, "archivo", self.table.file, "solo trae la cabecera", remedy)
