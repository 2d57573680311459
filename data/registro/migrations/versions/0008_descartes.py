"""The cuts that were begun: which tables they change, and the ones that were discarded."""

from data.registro.migrations.scripts import run

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make their tables, their trail and what they refuse."""
    run(revision)


def downgrade() -> None:
    """Nothing: a record is not unmade."""
    raise NotImplementedError("el Registro no se deshace; recupere una copia")
