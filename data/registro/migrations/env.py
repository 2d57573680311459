"""How Alembic runs the migrations: over the connection that `data.registro.database` gives it."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
