"""The closed vocabularies of the contract: axes, sectors, traffic light, absent states."""

from typing import Literal, get_args

Axis = Literal["gobernanza", "prevencion", "proteccion", "persecucion"]
Light = Literal["rojo", "ambar", "verde", "sin-dato"]
State = Literal["dato", "cero", "no-publicado", "nd", "no-existia"]
# What a result of the policy may be besides: a target whose year has not closed.
ResultState = Literal["dato", "cero", "por-vencer", "no-publicado", "nd", "no-existia"]
YearState = Literal["cerrado", "abierto", "futuro"]
Sector = Literal[
    "interior",
    "mujer",
    "salud",
    "justicia",
    "educacion",
    "trabajo",
    "relaciones-exteriores",
    "transportes",
    "cultura",
    "agricultura",
    "energia-minas",
    "ministerio-publico",
    "poder-judicial",
    "reniec",
    "comercio-exterior",
    "desarrollo-inclusion-social",
    "defensa",
    "presidencia-consejo-ministros",
    "defensoria-del-pueblo",
    "gobiernos-regionales",
    "gobiernos-locales",
    "produccion",
    "economia-finanzas",
    "multisectorial",
    "otras-entidades",
]
Measure = Literal["casos", "porcentaje", "tasa"]
Severity = Literal["contradiccion", "aritmetica", "valor-imposible", "nomenclatura", "observacion"]
# A yearly report is «reporte-2024»; which there are, the table of sources says.
REPORT = "reporte-"
Document = str

AXES: tuple[Axis, ...] = get_args(Axis)
LIGHTS: tuple[Light, ...] = get_args(Light)
SECTORS: tuple[Sector, ...] = get_args(Sector)
MEASURES: tuple[Measure, ...] = get_args(Measure)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
# The classes that are contradictions; the others are kept apart and not counted.
COUNTED: tuple[Severity, ...] = SEVERITIES[:3]

FIRST_POLICY_YEAR = 2019
LAST_POLICY_YEAR = 2030
