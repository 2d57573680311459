"""Run the script of a migration in the database that is being migrated."""

from importlib.resources import files

from alembic import op

from data.registro.schema.ddl import BREAK


def run(number: str) -> None:
    """Run each statement of the script of a migration."""
    bind = op.get_bind()
    name = f"{number}.{bind.dialect.name}.sql"
    text = (files("data.registro.migrations") / "sql" / name).read_text("utf-8")
    for statement in text.split(BREAK):
        bind.exec_driver_sql(statement)
