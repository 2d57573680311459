"""What is to be reported: sheets, targets, who answers, periods, and the list frozen at opening."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

from data.registro.entry import ACCUMULATIONS, KINDS
from data.registro.schema.columns import Exact, Moment, metadata, one_of, person, said

ficha = Table(
    "ficha",
    metadata,
    Column("codigo", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("nombre", Text, nullable=False),
    Column("clase", Text, nullable=False),
    Column("unidad_contada", Text, nullable=False),
    Column("calificador", Text, nullable=False, server_default=""),
    Column("universo", Text, nullable=False, server_default=""),
    Column("universo_n", Exact),
    Column("def_numerador", Text, nullable=False, server_default=""),
    Column("def_denominador", Text, nullable=False, server_default=""),
    Column("medio_verificacion", Text, nullable=False, server_default=""),
    Column("decimales", Integer, nullable=False),
    Column("acumulacion", Text, nullable=False),
    Column("agregacion", Text, nullable=False, server_default=""),
    Column("sentido", Text, nullable=False),
    Column("cuenta_hechos", Boolean, nullable=False, server_default=text("false")),
    Column("base", Exact),
    Column("norma", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("codigo", "n"),
    one_of("clase", KINDS),
    one_of("acumulacion", ACCUMULATIONS),
    one_of("sentido", ("ascendente", "descendente", "sin-cambio")),
    CheckConstraint("n >= 1 AND decimales BETWEEN 0 AND 6", name="numeros"),
    said("nombre"),
    said("unidad_contada"),
)

# Spans of years of an indicator may not overlap: a trigger refuses it.
responsable = Table(
    "responsable",
    metadata,
    Column("codigo", Text, nullable=False),
    Column("desde", Date, nullable=False),
    Column("hasta", Date),
    Column("entidad", Text, nullable=False),
    Column("unidad", Text, nullable=False, server_default=""),
    Column("norma", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("codigo", "desde"),
    said("entidad"),
    CheckConstraint("hasta IS NULL OR hasta >= desde", name="lapso"),
)

meta = Table(
    "meta",
    metadata,
    Column("codigo", Text, nullable=False),
    Column("anio", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("valor", Exact, nullable=False),
    Column("motivo", Text, nullable=False, server_default=""),
    Column("norma", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("codigo", "anio", "n"),
    CheckConstraint("n = 1 OR length(trim(motivo)) > 0", name="cambio_con_motivo"),
)

# What was published of earlier years: the board's tables, read when the Registro is set up.
historia = Table(
    "historia",
    metadata,
    Column("codigo", Text, nullable=False),
    Column("anio", Integer, nullable=False),
    Column("valor", Exact),
    Column("numerador", Exact),
    Column("denominador", Exact),
    Column("fuente", Text, nullable=False),
    PrimaryKeyConstraint("codigo", "anio"),
)

periodo = Table(
    "periodo",
    metadata,
    Column("id", Text, primary_key=True),
    Column("anio", Integer, nullable=False),
    *(Column(day, Date, nullable=False) for day in ("inicio", "fin", "abre", "vence", "cierra")),
    Column("publica", Date),
    Column("abierto", Moment),
    CheckConstraint("inicio <= fin AND abre <= vence AND vence <= cierra", name="orden"),
    CheckConstraint("publica IS NULL OR publica >= vence", name="publica"),
)

prorroga = Table(
    "prorroga",
    metadata,
    Column("periodo", Text, ForeignKey("periodo.id"), nullable=False),
    Column("entidad", Text, nullable=False),
    Column("hasta", Date, nullable=False),
    Column("motivo", Text, nullable=False),
    person(optional=True),
    PrimaryKeyConstraint("periodo", "entidad"),
    said("motivo"),
)

# Never changed once written: what is expected of a period is what was expected at its opening.
esperado = Table(
    "esperado",
    metadata,
    Column("periodo", Text, ForeignKey("periodo.id"), nullable=False),
    Column("codigo", Text, nullable=False),
    Column("entidad", Text, nullable=False),
    Column("meta", Exact, nullable=False),
    Column("ficha_n", Integer, nullable=False),
    PrimaryKeyConstraint("periodo", "codigo"),
    info={"fixed": True},
)
