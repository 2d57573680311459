"""Who may enter: people, what they are designated for, and what proves that it is they."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    text,
)

from data.registro.schema.columns import Moment, identity, metadata, one_of, person, said
from data.registro.vocabulary import ROLES

persona = Table(
    "persona",
    metadata,
    identity(),
    Column("correo", Text, nullable=False, unique=True),
    Column("nombre", Text, nullable=False),
    Column("cargo", Text, nullable=False, server_default=""),
    Column("clave_hash", Text),
    Column("totp", Text),
    Column("totp_usado", Integer),
    Column("activa", Boolean, nullable=False, server_default=text("true")),
    CheckConstraint("correo = lower(correo) AND correo LIKE '%_@_%'", name="correo"),
    said("nombre"),
    info={"secret": ("clave_hash", "totp", "totp_usado")},
)

# Two designations of one person, entity and role may not overlap: a trigger refuses it.
designacion = Table(
    "designacion",
    metadata,
    identity(),
    person(),
    Column("entidad", Text, nullable=False),
    Column("rol", Text, nullable=False),
    Column("desde", Date, nullable=False),
    Column("hasta", Date),
    Column("resolucion", Text, nullable=False),
    one_of("rol", ROLES),
    said("entidad"),
    said("resolucion"),
    CheckConstraint("hasta IS NULL OR hasta >= desde", name="lapso"),
    Index("ix_designacion_persona", "persona"),
)

sesion = Table(
    "sesion",
    metadata,
    Column("suma", Text, primary_key=True),
    person(),
    Column("nacida", Moment, nullable=False),
    Column("vista", Moment, nullable=False),
    Column("vence", Moment, nullable=False),
    Column("revocada", Moment),
    Column("segundo_factor", Boolean, nullable=False, server_default=text("false")),
    Column("agente", Text, nullable=False, server_default=""),
    Column("ficha_csrf", Text, nullable=False),
    Index("ix_sesion_persona", "persona"),
    info={"secret": ("suma", "ficha_csrf"), "quiet": ("vista",)},
)

codigo_recuperacion = Table(
    "codigo_recuperacion",
    metadata,
    Column("suma", Text, primary_key=True),
    person(),
    Column("usado", Moment),
    info={"secret": ("suma",)},
)

# A passkey: what it signs with stays in the device; here is what its signature is checked with.
llave = Table(
    "llave",
    metadata,
    identity(),
    person(),
    Column("credencial", Text, nullable=False, unique=True),
    Column("publica", Text, nullable=False),
    Column("cuenta", Integer, nullable=False),
    Column("nombre", Text, nullable=False),
    Column("nacida", Moment, nullable=False),
    Column("usada", Moment),
    Column("revocada", Moment),
    said("nombre"),
    Index("ix_llave_persona", "persona"),
    info={"quiet": ("cuenta", "usada"), "since": "0002"},
)

# A link of one use: to enter for the first time, or to choose another password.
invitacion = Table(
    "invitacion",
    metadata,
    Column("suma", Text, primary_key=True),
    person(),
    Column("clase", Text, nullable=False),
    Column("vence", Moment, nullable=False),
    Column("usada", Moment),
    one_of("clase", ("primera", "olvido")),
    info={"secret": ("suma",)},
)

# Only to slow guessing down; it is emptied and is no record.
intento = Table(
    "intento",
    metadata,
    identity(),
    Column("clave", Text, nullable=False),
    Column("momento", Moment, nullable=False),
    Index("ix_intento_clave", "clave", "momento"),
    info={"audited": False},
)

# What is to be mailed, written in the transaction that causes it.
aviso = Table(
    "aviso",
    metadata,
    identity(),
    Column("para", Text, nullable=False),
    Column("asunto", Text, nullable=False),
    Column("cuerpo", Text, nullable=False),
    Column("nacido", Moment, nullable=False),
    Column("enviado", Moment),
    Column("intentos", Integer, nullable=False, server_default="0"),
    info={"secret": ("cuerpo",), "quiet": ("enviado", "intentos")},
)
