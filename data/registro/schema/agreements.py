"""What a session of the Comisión agreed, each wording of it, and what is done about it."""

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
)

from data.registro.agreements.duties import DECISIONS
from data.registro.schema.columns import Moment, identity, metadata, one_of, person, said

SINCE = "0005"
_FIXED = {"fixed": True, "since": SINCE}

sesion_comision = Table(
    "sesion_comision",
    metadata,
    Column("numero", Text, primary_key=True),
    person("autor"),
    Column("momento", Moment, nullable=False),
    said("numero"),
    info=_FIXED,
)

sesion_version = Table(
    "sesion_version",
    metadata,
    Column("numero", Text, ForeignKey("sesion_comision.numero"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("fecha", Date, nullable=False),
    Column("acta", Text, nullable=False),
    Column("fuente", Text, nullable=False),
    Column("motivo", Text, nullable=False, server_default=""),
    person("autor"),
    Column("momento", Moment, nullable=False),
    PrimaryKeyConstraint("numero", "n"),
    said("acta"),
    said("fuente"),
    CheckConstraint("n >= 1 AND (n = 1 OR length(trim(motivo)) > 0)", name="corregida"),
    info=_FIXED,
)

# `entidades`: all that any wording named, which may see it; `version`: the wording in force.
acuerdo = Table(
    "acuerdo",
    metadata,
    identity(),
    Column("entidades", Text, nullable=False),
    Column("version", Integer, nullable=False),
    said("entidades"),
    info={"since": SINCE},
)

acuerdo_version = Table(
    "acuerdo_version",
    metadata,
    Column("acuerdo", Integer, ForeignKey("acuerdo.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("sesion", Text, ForeignKey("sesion_comision.numero"), nullable=False),
    Column("texto", Text, nullable=False),
    Column("entidades", Text, nullable=False),
    Column("plazo", Date, nullable=False),
    Column("indicadores", Text, nullable=False, server_default=""),
    Column("motivo", Text, nullable=False, server_default=""),
    person("autor"),
    Column("momento", Moment, nullable=False),
    PrimaryKeyConstraint("acuerdo", "n"),
    said("texto"),
    said("entidades"),
    CheckConstraint("n >= 1 AND (n = 1 OR length(trim(motivo)) > 0)", name="corregida"),
    info=_FIXED,
)

seguimiento = Table(
    "seguimiento",
    metadata,
    identity(),
    Column("acuerdo", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("entidad", Text, nullable=False),
    Column("texto", Text, nullable=False),
    Column("fecha", Date, nullable=False),
    Column("cumplido", Boolean, nullable=False),
    person("autor"),
    Column("momento", Moment, nullable=False),
    ForeignKeyConstraint(["acuerdo", "n"], ["acuerdo_version.acuerdo", "acuerdo_version.n"]),
    said("texto"),
    Index("ix_seguimiento_acuerdo", "acuerdo", "entidad"),
    info=_FIXED,
)

# Nobody decides about what he wrote: a trigger refuses it.
decision = Table(
    "decision",
    metadata,
    identity(),
    Column("seguimiento", Integer, ForeignKey("seguimiento.id"), nullable=False),
    Column("entidad", Text, nullable=False),
    Column("accion", Text, nullable=False),
    Column("motivo", Text, nullable=False, server_default=""),
    person("autor"),
    Column("momento", Moment, nullable=False),
    one_of("accion", DECISIONS),
    CheckConstraint("accion = 'confirmar' OR length(trim(motivo)) > 0", name="motivada"),
    Index("ix_decision_seguimiento", "seguimiento"),
    info=_FIXED,
)
