"""The passkeys of who reviews, approves or administers."""

from data.registro.migrations.scripts import run

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make their table and its trail."""
    run(revision)


def downgrade() -> None:
    """Nothing: a record is not unmade."""
    raise NotImplementedError("el Registro no se deshace; recupere una copia")
