"""An invented 2025 written over a copy of the frozen tables, one step of entry at a time."""

import csv
import io
import shutil
from pathlib import Path

from data import derived
from data.faults import TableError
from data.loader import load

YEAR = 2025
SOURCE = "inventado-2025-matriz"
WITHDRAWN, MOVED, ADJUSTED, CORRECTED = (
    "ISS.01.06.01.01", "ISS.01.01.03.01", "ISS.01.01.04.01", "ISS.01.01.01.01",
)  # fmt: skip
NEW, NEW_OWNER = "ISS.01.01.01.02", "MIMP"
LAST = "IOP.03.02"


class Folder:
    """A copy of a folder of tables into which an invented year is entered."""

    def __init__(self, frozen: Path, target: Path) -> None:
        """Copy the tables and cite the invented report."""
        self.path = Path(shutil.copytree(frozen, target))
        self.add("fuentes", codigo=SOURCE, documento="Reporte de Cumplimiento 2025 (inventado)",
                 institucion="Nadie: inventado", anio=YEAR, localizador="Inventado")  # fmt: skip

    def rows(self, table):
        """Return the rows of a table as dictionaries."""
        with (self.path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def write(self, table, rows):
        """Write the rows of a table."""
        head = (self.path / f"{table}.csv").read_text("utf-8").splitlines()[0].split(",")
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, head, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)
        (self.path / f"{table}.csv").write_text(out.getvalue(), "utf-8")

    def add(self, table, **cells):
        """Add a row to a table."""
        self.write(table, [*self.rows(table), cells])

    def change(self, table, where, **cells):
        """Change the cells of the rows that hold what `where` says."""
        rows = self.rows(table)
        found = [row for row in rows if all(row[name] == str(v) for name, v in where.items())]
        assert found, f"{table}: {where}"
        for row in found:
            row |= {name: str(value) for name, value in cells.items()}
        self.write(table, rows)

    def codes(self, year=YEAR):
        """Return the codes in force in a year."""
        return [row["codigo"] for row in self.rows("vigencias")
                if int(row["desde"]) <= year <= int(row["hasta"] or 9999)]  # fmt: skip

    def targets(self, codes=None, year=YEAR):
        """Enter the targets of a year, of some indicators or of all in force."""
        known = {row["codigo"] for row in self.rows("valores") if row["anio"] == str(year)}
        new = [{"codigo": code, "anio": year, "logro_esperado": 80, "estado": "por-vencer",
                "fuente": SOURCE}
               for code in codes or self.codes(year) if code not in known]  # fmt: skip
        self.write("valores", [*self.rows("valores"), *new])

    def results(self, codes, value=60, year=YEAR):
        """Enter the results of some indicators."""
        for code in codes:
            self.change("valores", {"codigo": code, "anio": year}, valor_obtenido=value,
                        estado="dato")  # fmt: skip

    def close(self, year=YEAR):
        """Say that a year is closed."""
        self.change("ejercicios", {"anio": year}, estado="cerrado", cierre=f"{year + 1}-03-31",
                    fuente=SOURCE)  # fmt: skip

    def withdraw(self):
        """Take an indicator out of force, with its row if it has one."""
        self.change("vigencias", {"codigo": WITHDRAWN}, hasta=YEAR - 1, motivo="Inventado")
        rows = self.rows("valores")
        self.write("valores", [row for row in rows if (row["codigo"], row["anio"])
                               != (WITHDRAWN, str(YEAR))])  # fmt: skip

    def renew(self):
        """Bring a new indicator into force."""
        model = next(row for row in self.rows("indicadores") if row["codigo"] == CORRECTED)
        self.write("indicadores", [*self.rows("indicadores"), model | {
            "codigo": NEW, "nombre": "Porcentaje inventado", "responsable": NEW_OWNER,
            "sector": "mujer", "fuente": SOURCE}])  # fmt: skip
        self.add("vigencias", codigo=NEW, desde=YEAR, entidad=NEW_OWNER, motivo="Inventado",
                 fuente=SOURCE)  # fmt: skip

    def move(self):
        """Give an indicator to another entity."""
        self.change("vigencias", {"codigo": MOVED}, hasta=YEAR - 1)
        self.add("vigencias", codigo=MOVED, desde=YEAR, entidad=NEW_OWNER, motivo="Inventado",
                 fuente=SOURCE)  # fmt: skip
        self.change("indicadores", {"codigo": MOVED}, responsable=NEW_OWNER, sector="mujer")

    def adjust(self):
        """Change a target."""
        self.change("valores", {"codigo": ADJUSTED, "anio": YEAR}, logro_esperado=90)
        self.add("metas_ajustadas", codigo=ADJUSTED, anio=YEAR, valor_anterior=80, valor_nuevo=90,
                 motivo="Inventado", fuente=SOURCE)  # fmt: skip

    def correct(self):
        """Correct a figure of an earlier year, and say so."""
        self.change("valores", {"codigo": CORRECTED, "anio": YEAR - 2}, valor_obtenido="55.5",
                    estado="dato")  # fmt: skip
        self.add("correcciones", fecha="2026-11-28", tabla="valores",
                 clave=f"{CORRECTED},{YEAR - 2}", motivo="Inventado")  # fmt: skip

    def filled(self):
        """Write the derived cells, and return what the loader makes of the folder."""
        derived.fill(self.path)
        return self.loaded()

    def loaded(self):
        """Return the store, or the sentences in which the folder is refused."""
        try:
            return load(self.path)
        except TableError as error:
            return str(error).splitlines()
