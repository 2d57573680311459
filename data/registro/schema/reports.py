"""The reports: one in work per indicator and period, and every version of what was typed."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

from data.registro.entry import DATA_STATES, KINDS
from data.registro.schema.columns import (
    Exact,
    Moment,
    identity,
    metadata,
    one_of,
    person,
)
from data.registro.vocabulary import STATES

_IN_WORK = text("estado NOT IN ('publicado', 'anulado')")
_PUBLIC = text("estado = 'publicado' AND sustituido_por IS NULL")
_VERSION = ["reporte", "n"]

reporte = Table(
    "reporte",
    metadata,
    identity(),
    Column("periodo", Text, nullable=False),
    Column("codigo", Text, nullable=False),
    Column("entidad", Text, nullable=False),
    Column("serie", Integer, nullable=False, server_default="1"),
    Column("estado", Text, nullable=False, server_default="pendiente"),
    Column("version", Integer, nullable=False, server_default="0"),
    Column("actual", Integer),
    Column("enviado_en", Moment),
    Column("a_tiempo", Boolean),
    Column("vence", Date, nullable=False),
    person("enviado_por", optional=True),
    person("tomado_por", optional=True),
    person("recomendado_por", optional=True),
    person("aprobado_por", optional=True),
    Column("sustituido_por", Integer, ForeignKey("reporte.id")),
    ForeignKeyConstraint(["periodo", "codigo"], ["esperado.periodo", "esperado.codigo"]),
    one_of("estado", STATES),
    CheckConstraint("serie >= 1 AND version >= 0", name="numeros"),
    CheckConstraint(
        "aprobado_por IS NULL OR recomendado_por IS NULL OR aprobado_por <> recomendado_por",
        name="cuatro_ojos",
    ),
    Index("uq_reporte_en_curso", "periodo", "codigo", unique=True,
          sqlite_where=_IN_WORK, postgresql_where=_IN_WORK),
    Index("uq_reporte_publico", "periodo", "codigo", unique=True,
          sqlite_where=_PUBLIC, postgresql_where=_PUBLIC),
    Index("uq_reporte_serie", "periodo", "codigo", "serie", unique=True),
)  # fmt: skip

# `sellada`: the version that was sent, which the database holds to its rules; a draft may err.
reporte_version = Table(
    "reporte_version",
    metadata,
    Column("reporte", Integer, ForeignKey("reporte.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("base", Integer, nullable=False),
    Column("paralela", Boolean, nullable=False, server_default=text("false")),
    Column("sellada", Boolean, nullable=False, server_default=text("false")),
    Column("clase", Text, nullable=False),
    Column("estado_dato", Text),
    Column("numerador", Exact),
    Column("denominador", Exact),
    Column("valor", Exact),
    Column("escrito", Text, nullable=False),
    person("autor"),
    Column("momento", Moment, nullable=False),
    PrimaryKeyConstraint(*_VERSION),
    one_of("clase", KINDS),
    one_of("estado_dato", DATA_STATES),
    CheckConstraint("NOT (sellada AND estado_dato IS NULL)", name="con_estado"),
    CheckConstraint("NOT (sellada AND estado_dato = 'dato' AND valor IS NULL)", name="dato"),
    CheckConstraint("NOT (sellada AND estado_dato = 'cero' AND CAST(valor AS NUMERIC) <> 0)",
                    name="cero"),
    CheckConstraint("NOT (sellada AND estado_dato IN ('nd', 'sin-dato-con-motivo') "
                    "AND valor IS NOT NULL)", name="ausente"),
    CheckConstraint("NOT (sellada AND clase = 'parte-de-un-todo' AND "
                    "CAST(numerador AS NUMERIC) > CAST(denominador AS NUMERIC))", name="parte"),
    info={"fixed": True},
)  # fmt: skip


def _of_version() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(_VERSION, ["reporte_version.reporte", "reporte_version.n"])


desagregado = Table(
    "desagregado",
    metadata,
    Column("reporte", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("dimension", Text, nullable=False),
    Column("categoria", Text, nullable=False),
    Column("cantidad", Exact, nullable=False),
    PrimaryKeyConstraint("reporte", "n", "dimension", "categoria"),
    _of_version(),
    CheckConstraint("CAST(cantidad AS NUMERIC) >= 0", name="cantidad"),
    info={"fixed": True},
)

hallazgo = Table(
    "hallazgo",
    metadata,
    identity(),
    Column("reporte", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("regla", Text, nullable=False),
    Column("severidad", Text, nullable=False),
    Column("campo", Text, nullable=False),
    Column("mensaje", Text, nullable=False),
    Column("explicacion", Text, nullable=False, server_default=""),
    person("aceptado_por", optional=True),
    _of_version(),
    one_of("severidad", ("bloquea", "explica", "anota", "calculado")),
    Index("ix_hallazgo_version", "reporte", "n"),
)
