"""Makes files like the official ones, row by row, for tests and for measuring by hand."""

import csv
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
HEADER = [
    *("periodo_denuncia", "anio_denuncia", "fecha_descarga", "distrito_fiscal", "especialidad"),
    *("tipo_caso", "generico", "subgenerico", "articulo", "des_articulo", "cantidad"),
    *("ubigeo_pjfs", "dpto_pjfs", "prov_pjfs", "dist_pjfs", "fecha_corte"),
]
DIGNITY, PERSONAL = "CONTRA LA DIGNIDAD HUMANA", "VIOLACION DE LA LIBERTAD PERSONAL"
BASIC, AGGRAVATED = "Trata de personas", "Formas agravadas de la Trata de Personas"
TABLE = list(csv.DictReader((HERE / "distritos_2025.csv").read_text("utf-8").splitlines()))
NOISE = [
    ("CONTRA EL PATRIMONIO", "HURTO", "185", "Hurto simple"),
    ("CONTRA EL PATRIMONIO", "HURTO", "S/Art", "HURTO"),
    ("CONTRA EL HONOR", "INJURIA,CALUMNIA Y DIFAMACION", "130", "Injuria"),
    ("CONTRA LA LIBERTAD", PERSONAL, "152", "Secuestro"),
    ("CONTRA LA LIBERTAD", PERSONAL, "153-B", "Explotación sexual"),
]  # fmt: skip
CONNECTED = {
    "129-C": ("Explotación sexual", 135),
    "129-D": ("Promoción o favorecimiento de la explotación sexual", 42),
    "129-E": ("Cliente de la explotación sexual", 7),
    "129-F": ("Beneficio por explotación sexual", 12),
    "129-G": ("Gestión de la explotación sexual", 4),
    "129-H": ("Explotación sexual de niñas, niños y adolescentes", 58),
    "129-I": (
        "Promoción y favorecimiento de la explotación sexual de niñas, niños y adolescentes", 28),
    "129-J": ("Cliente del adolescente", 33),
    "129-K": ("Beneficio de la explotación sexual de niñas, niños y adolescentes", 38),
    "129-L": ("Gestión de la explotación sexual de niñas, niños y adolescentes", 10),
    "129-M": ("Pornografía infantil", 212),
    "129-N": ("Publicación en los medios de comunicación sobre delitos de libertad sexual contra "
              "niñas, niños y adolescentes", 1),
    "129-Ñ": ("Esclavitud y otras formas de explotación", 32),
    "129-O": ("Trabajo forzoso", 80),
    "129-P": ("Delito de intermediación onerosa de órganos y tejidos", 6),
}  # fmt: skip


def official(
    year: int = 2025,
    months: str = "ENERO - NOVIEMBRE",
    cut: str = "17/12/2025",
    districts: list[dict[str, str]] = TABLE,
    copies: int = 1,
) -> Iterator[list[str]]:
    """Yield the rows of a yearly file, header first; `copies` makes it longer, not larger."""
    yield HEADER
    for place in districts:
        name, *seat = (place[key] for key in ("distrito_fiscal", "ubigeo", "dpto", "prov", "dist"))
        for *crime, amount in itertools.chain(_noise(copies), _own(year, place), _odd(year, name)):
            yield [months, str(year), "10/12/2025", name, "PENAL", "DENUNCIA", *crime,
                   str(amount), *seat, cut]  # fmt: skip


def _noise(copies: int) -> Iterator[tuple[object, ...]]:
    for copy, (index, crime) in itertools.product(range(copies), enumerate(NOISE)):
        yield *crime[:3], f"{crime[3]} {copy}".removesuffix(" 0"), 10 + index


def _own(year: int, place: dict[str, str]) -> Iterator[tuple[object, ...]]:
    old = year < 2023
    heading = ("CONTRA LA LIBERTAD", PERSONAL) if old else (DIGNITY, "TRATA DE PERSONAS")
    numbers = ("153", "153-A") if old else ("129-A", "129-B")
    for number, text, column in zip(numbers, (BASIC, AGGRAVATED), ("129-A", "129-B"), strict=True):
        if place[column] != "0":
            yield *heading, number, text, place[column]


def _odd(year: int, name: str) -> Iterator[tuple[object, ...]]:
    if name == "LIMA CENTRO" and year >= 2023:
        for number, (text, count) in CONNECTED.items():
            yield DIGNITY, "EXPLOTACION", number, text, count
    if name == "SULLANA":
        heading = "CONTRA EL ESTADO Y LA DEFENSA NACIONAL", "DELITOS QUE COMPROMETEN LAS RELACIONES"
        yield *heading, "340", "Violación de Tratados", 1


def write(path: Path, rows: Iterator[list[str]] | list[list[str]], **layout: str) -> Path:
    """Write rows as the Ministerio Público does; `delimiter`, `encoding`, `lineterminator`."""
    encoding = layout.pop("encoding", "utf-8")
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, **({"lineterminator": "\r\n"} | layout)).writerows(rows)
    return path


if __name__ == "__main__":
    wanted, place = int(sys.argv[1]), Path(sys.argv[2])
    write(place, official(copies=wanted // (len(TABLE) * len(NOISE))))
