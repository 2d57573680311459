"""The trail: every write of every table, chained; and the head of each day."""

from sqlalchemy import CheckConstraint, Column, Date, Integer, Table, Text

from data.registro.schema.columns import Moment, metadata

# Text throughout: what was summed is what is read, in both databases and after a restore.
auditoria = Table(
    "auditoria",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("momento", Text, nullable=False),
    Column("persona", Text, nullable=False),
    Column("tabla", Text, nullable=False),
    Column("operacion", Text, nullable=False),
    Column("datos", Text, nullable=False),
    Column("anterior", Text, nullable=False),
    Column("suma", Text, nullable=False, unique=True),
    CheckConstraint("length(suma) = 64 AND n >= 1", name="suma"),
    info={"audited": False, "fixed": True},
)

ancla = Table(
    "ancla",
    metadata,
    Column("dia", Date, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("suma", Text, nullable=False),
    Column("momento", Moment, nullable=False),
    info={"audited": False, "fixed": True},
)
