"""What a row of the police base counts: complaints, a part of them in one respect, or neither."""

import re
from dataclasses import dataclass

from geo.spelling import plain

TOTAL = "F1 TOTAL"
PURPOSE = "finalidad"
SEX, AGE = "sexo", "edad"


@dataclass(frozen=True)
class Dimension:
    """A respect in which complaints are divided, and how the board names it."""

    name: str
    title: str
    indicator: str
    kind: str
    prefix: str = ""
    unit: str = "denuncias"


DIMENSIONS = {
    one.name: one
    for one in (
        Dimension(PURPOSE, "Denuncias PNP por finalidad", "denuncias", "explotacion"),
        Dimension("captacion", "Denuncias PNP por forma de captación", "denuncias", "captacion"),
        Dimension("medio", "Denuncias PNP por medio empleado", "denuncias", "captacion",
                  "Medio empleado: "),
        Dimension("reclutamiento", "Denuncias PNP por tipo de reclutamiento", "denuncias",
                  "captacion", "Reclutamiento: "),
        Dimension("lugar", "Denuncias PNP por lugar de explotación", "denuncias", "explotacion",
                  "Lugar: "),
        Dimension(SEX, "Víctimas por sexo (base de la PNP)", "victimas", "sexo"),
        Dimension(AGE, "Víctimas por sexo y edad (base de la PNP)", "victimas", "edad"),
    )
}  # fmt: skip
_BY_CATEGORY = {
    "FINALIDAD DEL TIPO DE DELITO": PURPOSE,
    "CAPTACION": "captacion",
    "MEDIO EMPLEADO POR EL TRATANTE": "medio",
    "TIPO RECLUTAMIENTO": "reclutamiento",
    "EXPLOTACION": "lugar",
}
# Words that the base prints without their accents, or misspelt.
_SPELT = {
    "albañileria": "albañilería", "concesion": "concesión", "domestico": "doméstico",
    "explotacion": "explotación", "fabrica": "fábrica", "ladrilos": "ladrillos",
    "mineria": "minería", "organos": "órganos", "pirotecnicos": "pirotécnicos",
    "pornografia": "pornografía", "privacion": "privación", "produccion": "producción",
    "prostibulo": "prostíbulo", "publica": "pública", "recepcion": "recepción",
    "seduccion": "seducción", "segregacion": "segregación", "trafico": "tráfico", "via": "vía",
}  # fmt: skip
_SEXES = {"FEMENINO GRUPO EDAD": "Mujer", "MASCULINO GRUPO DE EDAD": "Hombre"}


def place(category: str, label: str) -> tuple[str, str] | None:
    """Return the dimension and the category of a row; TOTAL for complaints, None for neither."""
    known, words = plain(category), plain(label)
    if words == TOTAL:
        return TOTAL, ""
    if sex := _SEXES.get(known):
        if words.endswith("SUB TOTAL"):
            return SEX, sex
        return None if words.endswith("TOTAL") else (AGE, f"{sex}, {_age(label)}")
    name = _BY_CATEGORY.get(known, "")
    if not name or words.endswith("TOTAL"):
        return None
    return name, DIMENSIONS[name].prefix + _said(label)


def _said(label: str) -> str:
    """Write «C_SEDUCCION» as «Seducción»: the words of the base, spelt out and without marks."""
    said = label.partition("_")[2].replace(" (ESPECIFICAR)", "").strip().lower()
    words = re.sub(r"\w+", lambda word: _SPELT.get(word[0], word[0]), said)
    return words[:1].upper() + words[1:] or label


def _age(label: str) -> str:
    return label.partition("_")[2].strip().lower().replace(" a mas", " a más")
