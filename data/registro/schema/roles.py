"""The three roles of PostgreSQL: who owns and migrates, who serves, who copies.

They are made once, by who administers the server; after each migration their rights are given
again, so that a new table is never forgotten.
"""

from sqlalchemy import Connection, text

OWNER, APP, COPY = "registro_migra", "registro_app", "registro_copia"
GRANTS = (
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP}",
    f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP}",
    f"REVOKE INSERT, UPDATE, DELETE ON auditoria, alembic_version FROM {APP}",
    f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {COPY}",
    f"GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {COPY}",
)


def grant(connection: Connection) -> bool:
    """Give the roles their rights; False where they are not there, or this is not PostgreSQL."""
    if connection.dialect.name != "postgresql":
        return False
    line = text("SELECT count(*) FROM pg_roles WHERE rolname IN (:app, :copy)")
    if connection.execute(line, {"app": APP, "copy": COPY}).scalar_one() != 2:
        return False
    for order in GRANTS:
        connection.execute(text(order))
    return True
