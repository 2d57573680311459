"""The annulments: who asks, who answers, and nobody alone."""

from data.registro.migrations.scripts import run

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make their tables, their trail and what they refuse."""
    run(revision)


def downgrade() -> None:
    """Nothing: a record is not unmade."""
    raise NotImplementedError("el Registro no se deshace; recupere una copia")
