"""The tables, the trail and the refusals of the first Registro."""

from data.registro.migrations.scripts import run

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make everything."""
    run(revision)


def downgrade() -> None:
    """Nothing: a record is not unmade."""
    raise NotImplementedError("el Registro no se deshace; recupere una copia")
