"""A report annulled by two people: what one asks, with its norm, and what the other answers."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
)

from data.registro.schema.columns import Moment, identity, metadata, person, said

SINCE = "0007"

# Of an indicator in a period, not of a report: who asks sees no report.
anulacion = Table(
    "anulacion",
    metadata,
    identity(),
    Column("periodo", Text, nullable=False),
    Column("codigo", Text, nullable=False),
    Column("entidad", Text, nullable=False),
    Column("norma", Text, nullable=False),
    Column("motivo", Text, nullable=False),
    person(),
    Column("momento", Moment, nullable=False),
    ForeignKeyConstraint(["periodo", "codigo"], ["esperado.periodo", "esperado.codigo"]),
    said("norma"),
    said("motivo"),
    Index("ix_anulacion_esperado", "periodo", "codigo"),
    info={"fixed": True, "since": SINCE},
)

# `reporte`: the one that was annulled; none where the request was refused, which says why.
anulacion_respuesta = Table(
    "anulacion_respuesta",
    metadata,
    Column("anulacion", Integer, ForeignKey("anulacion.id"), primary_key=True,
           autoincrement=False),
    Column("reporte", Integer, ForeignKey("reporte.id"), unique=True),
    Column("motivo", Text, nullable=False, server_default=""),
    person(),
    Column("momento", Moment, nullable=False),
    CheckConstraint("reporte IS NOT NULL OR length(trim(motivo)) > 0", name="dicho"),
    info={"fixed": True, "since": SINCE},
)  # fmt: skip
