"""The agreements of the Comisión, each wording of them, and what is done about them."""

from data.registro.migrations.scripts import run

revision = "0005"
down_revision = "0002"


def upgrade() -> None:
    """Make their tables, their trail, and who sees which rows."""
    run(revision)


def downgrade() -> None:
    """Nothing: a record is not unmade."""
    raise NotImplementedError("el Registro no se deshace; recupere una copia")
