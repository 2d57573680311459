"""What is said of a report while it is reviewed, and each step that it takes."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from data.registro.schema.columns import Moment, identity, metadata, one_of, person, said
from data.registro.vocabulary import STATES

observacion = Table(
    "observacion",
    metadata,
    identity(),
    Column("reporte", Integer, ForeignKey("reporte.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("campo", Text, nullable=False),
    Column("texto", Text, nullable=False),
    Column("respuesta", Text, nullable=False, server_default=""),
    person("autor"),
    Column("momento", Moment, nullable=False),
    said("campo"),
    said("texto"),
)

transicion = Table(
    "transicion",
    metadata,
    identity(),
    Column("reporte", Integer, ForeignKey("reporte.id"), nullable=False),
    Column("accion", Text, nullable=False),
    Column("de", Text),
    Column("a", Text, nullable=False),
    person(optional=True),
    Column("motivo", Text, nullable=False, server_default=""),
    Column("momento", Moment, nullable=False),
    one_of("a", STATES),
    Index("ix_transicion_reporte", "reporte"),
    info={"fixed": True},
)
