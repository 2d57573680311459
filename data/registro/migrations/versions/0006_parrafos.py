"""The free paragraphs of the yearly report, each text and each step of them."""

from data.registro.migrations.scripts import run

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make their tables, their trail, and who sees which rows."""
    run(revision)


def downgrade() -> None:
    """Nothing: a record is not unmade."""
    raise NotImplementedError("el Registro no se deshace; recupere una copia")
