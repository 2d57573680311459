"""The free paragraphs of the yearly report: each text, each step, and each time they came out."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from data.registro.paragraphs.steps import WRITTEN
from data.registro.schema.columns import Moment, identity, metadata, one_of, person, said

SINCE = "0006"
_FIXED = {"fixed": True, "since": SINCE}
_WHICH = ("anio", "seccion")

# `n`: the text in force; `version`: goes up with each write, so that nobody writes over another.
informe_parrafo = Table(
    "informe_parrafo",
    metadata,
    Column("anio", Integer, nullable=False),
    Column("seccion", Text, nullable=False),
    Column("estado", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint(*_WHICH),
    one_of("estado", WRITTEN[1:]),
    CheckConstraint("n >= 1 AND version >= 1", name="numeros"),
    info={"since": SINCE},
)


def _of_paragraph() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(_WHICH, ["informe_parrafo.anio", "informe_parrafo.seccion"])


parrafo_version = Table(
    "parrafo_version",
    metadata,
    Column("anio", Integer, nullable=False),
    Column("seccion", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("texto", Text, nullable=False),
    person("autor"),
    Column("momento", Moment, nullable=False),
    PrimaryKeyConstraint(*_WHICH, "n"),
    _of_paragraph(),
    said("texto"),
    info=_FIXED,
)

# Nobody reviews or signs what he wrote, nor signs what he reviewed: a trigger refuses it.
parrafo_paso = Table(
    "parrafo_paso",
    metadata,
    identity(),
    Column("anio", Integer, nullable=False),
    Column("seccion", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("accion", Text, nullable=False),
    Column("a", Text, nullable=False),
    Column("motivo", Text, nullable=False, server_default=""),
    person("autor"),
    Column("momento", Moment, nullable=False),
    _of_paragraph(),
    one_of("a", WRITTEN[1:]),
    Index("ix_parrafo_paso", *_WHICH),
    info=_FIXED,
)

informe_salida = Table(
    "informe_salida",
    metadata,
    identity(),
    Column("anio", Integer, nullable=False),
    Column("suma", Text, nullable=False),
    Column("secciones", Text, nullable=False),
    person("autor"),
    Column("momento", Moment, nullable=False),
    CheckConstraint("length(suma) = 64", name="suma"),
    info=_FIXED,
)
