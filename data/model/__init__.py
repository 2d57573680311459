"""The tables of the board: one frozen model each; every format is a function of these."""

from data.model.base import Row
from data.model.policy import Avance, Cifra, Indicador, Lineamiento, Objetivo, Servicio, Valor
from data.model.record import Conteo, Discrepancia, Entidad, Espacio, Fuente, SinReporte

TABLES: dict[str, type[Row]] = {
    "indicadores": Indicador,
    "valores": Valor,
    "avances": Avance,
    "objetivos": Objetivo,
    "lineamientos": Lineamiento,
    "servicios": Servicio,
    "entidades": Entidad,
    "cifras_2024": Cifra,
    "conteos": Conteo,
    "sin_reporte": SinReporte,
    "espacios": Espacio,
    "discrepancias": Discrepancia,
    "fuentes": Fuente,
}

__all__ = [
    "TABLES",
    "Avance",
    "Cifra",
    "Conteo",
    "Discrepancia",
    "Entidad",
    "Espacio",
    "Fuente",
    "Indicador",
    "Lineamiento",
    "Objetivo",
    "Row",
    "Servicio",
    "SinReporte",
    "Valor",
]
