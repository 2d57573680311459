"""The rows of a profile: the figures of each breakdown as published, its remainder last."""

import re
from decimal import Decimal

import pandas as pd

from components.charts.chart import Record
from components.texts import t
from data.model import Incidencia
from data.query import profile_groups, profiles
from data.query.filters import Filters
from data.query.profile_groups import Group
from data.store import Store

COLUMNS = [
    "grupo", "titulo", "indicador", "desagregacion", "periodo", "periodo_inicio", "periodo_fin",
    "parte", "categoria", "valor", "unidad", "base", "base_unidad", "total", "institucion",
    "confianza", "fuente",
]  # fmt: skip


def select(population: str, store: Store, filters: Filters) -> pd.DataFrame:
    """Return the figures of a population for a period, and what each breakdown leaves out.

    `parte` is dato, detalle (divides the figure above it) or resto (computed by subtraction).
    """
    period = profiles.period(store, population, filters.periodo)
    found = profile_groups.groups(store, population, period)
    rows = [row for group in found for row in group_rows(store, group)]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def group_rows(store: Store, group: Group) -> list[Record]:
    """Return the figures of a breakdown in reading order, its remainder last."""
    rows = sorted(group.rows, key=_place)
    parts: list[tuple[str, str, Decimal | None, str]] = []
    for row in rows:
        parts.append(("dato", row.categoria, row.valor, row.fuente))
        divided = (d for d in group.details if d.categoria.startswith(f"{row.categoria}: "))
        parts += [("detalle", d.categoria, d.valor, d.fuente) for d in divided]
    if group.base.resto:
        parts.append(("resto", t("perfil.rest"), group.base.resto, group.base.fuente))
    shared = _shared(store, group, rows[0])
    names = ("parte", "categoria", "valor", "fuente")
    return [shared | dict(zip(names, part, strict=True)) for part in parts]


def _shared(store: Store, group: Group, row: Incidencia) -> Record:
    base = group.base
    names = ("grupo", "indicador", "desagregacion", "periodo", "unidad", "base", "base_unidad")
    return {name: getattr(base, name) for name in names} | {
        "titulo": title(base.indicador, base.desagregacion) or base.titulo,
        "periodo_inicio": row.periodo_inicio,
        "periodo_fin": row.periodo_fin,
        "total": group.whole,
        "institucion": who(store.sources[base.fuente].institucion),
        "confianza": group.confidence,
    }


def title(indicator: str, breakdown: str) -> str:
    """Return our title where the one of the sources is not how we speak of people."""
    by = t(f"perfil.by.{breakdown}")
    return t("perfil.accused_by", by=by) if indicator == "imputados" else ""


def who(institution: str) -> str:
    """Return the institution that counts, without the chain of those who quote it."""
    return re.split(r", citad[oa]s? por", institution)[0]


def _place(row: Incidencia) -> tuple[bool, float]:
    """Order ages from young to old and put last what the source does not know."""
    ages = re.findall(r"\d+", row.categoria) if row.desagregacion == "edad" else []
    young = row.categoria.lower().partition("menores")[1]
    age = float(ages[0]) - (0.5 if young else 0) if ages else 999.0
    return profile_groups.unknown(row.categoria), age if row.desagregacion == "edad" else 0.0
