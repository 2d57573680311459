"""Facts behind a count, and the files that show it: kept by their sum, outside the database."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

from data.registro.schema.columns import Exact, Moment, identity, metadata, person, said

hecho = Table(
    "hecho",
    metadata,
    identity(),
    Column("entidad", Text, nullable=False),
    Column("fecha", Date, nullable=False),
    Column("tipo", Text, nullable=False),
    Column("lugar", Text, nullable=False),
    Column("cantidad", Exact, nullable=False),
    person("autor"),
    CheckConstraint("CAST(cantidad AS NUMERIC) >= 0", name="cantidad"),
    said("tipo"),
)

hecho_indicador = Table(
    "hecho_indicador",
    metadata,
    Column("hecho", Integer, ForeignKey("hecho.id"), nullable=False),
    Column("codigo", Text, nullable=False),
    PrimaryKeyConstraint("hecho", "codigo"),
)

archivo = Table(
    "archivo",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", Integer, nullable=False),
    Column("mime", Text, nullable=False),
    Column("momento", Moment, nullable=False),
    CheckConstraint("length(sha256) = 64 AND bytes > 0", name="suma"),
    info={"fixed": True},
)

evidencia = Table(
    "evidencia",
    metadata,
    identity(),
    Column("reporte", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("sha256", Text, ForeignKey("archivo.sha256"), nullable=False),
    Column("titulo", Text, nullable=False),
    Column("tipo", Text, nullable=False),
    Column("nombre", Text, nullable=False),
    Column("publica", Boolean, nullable=False, server_default=text("false")),
    person("autor"),
    ForeignKeyConstraint(["reporte", "n"], ["reporte_version.reporte", "reporte_version.n"]),
    said("titulo"),
)
