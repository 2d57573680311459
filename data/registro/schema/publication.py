"""What is published and graded. Written from the second part of the Registro on; held here."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from data.registro.schema.columns import Exact, Moment, identity, metadata, person, said

SINCE = "0008"

publicacion = Table(
    "publicacion",
    metadata,
    identity(),
    Column("version_datos", Text, nullable=False),
    Column("corte", Text, nullable=False),
    Column("momento", Moment, nullable=False),
    person("autor"),
)

publicacion_reporte = Table(
    "publicacion_reporte",
    metadata,
    Column("publicacion", Integer, ForeignKey("publicacion.id"), nullable=False),
    Column("reporte", Integer, ForeignKey("reporte.id"), nullable=False),
    PrimaryKeyConstraint("publicacion", "reporte"),
)

# Which tables a cut changes, where, and their print before and after: by them it is known
# whether it is public already, whatever was interrupted.
publicacion_tablas = Table(
    "publicacion_tablas",
    metadata,
    Column("publicacion", Integer, ForeignKey("publicacion.id"), primary_key=True,
           autoincrement=False),
    Column("carpeta", Text, nullable=False),
    Column("archivos", Text, nullable=False),
    Column("antes", Text, nullable=False),
    Column("despues", Text, nullable=False),
    info={"fixed": True, "since": SINCE},
)  # fmt: skip

publicacion_descarte = Table(
    "publicacion_descarte",
    metadata,
    Column("publicacion", Integer, ForeignKey("publicacion.id"), primary_key=True,
           autoincrement=False),
    person(),
    Column("motivo", Text, nullable=False),
    Column("momento", Moment, nullable=False),
    said("motivo"),
    info={"fixed": True, "since": SINCE},
)  # fmt: skip

informe = Table(
    "informe",
    metadata,
    identity(),
    Column("anio", Integer, nullable=False),
    Column("tipo", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("version_datos", Text, nullable=False),
    Column("estado", Text, nullable=False),
    Column("sumas", Text, nullable=False, server_default=""),
)

parrafo = Table(
    "parrafo",
    metadata,
    Column("informe", Integer, ForeignKey("informe.id"), nullable=False),
    Column("seccion", Text, nullable=False),
    Column("codigo", Text, nullable=False, server_default=""),
    Column("n", Integer, nullable=False),
    Column("texto", Text, nullable=False),
    person("autor"),
    PrimaryKeyConstraint("informe", "seccion", "codigo", "n"),
)

escala_valoracion = Table(
    "escala_valoracion",
    metadata,
    Column("nivel", Text, primary_key=True),
    Column("desde", Exact, nullable=False),
    Column("hasta", Exact, nullable=False),
    Column("fuente", Text, nullable=False),
)

valoracion = Table(
    "valoracion",
    metadata,
    Column("anio", Integer, nullable=False),
    Column("objeto", Text, nullable=False),
    Column("nivel", Text, nullable=False),
    Column("puntaje", Exact),
    Column("base", Text, nullable=False),
    PrimaryKeyConstraint("anio", "objeto"),
)
