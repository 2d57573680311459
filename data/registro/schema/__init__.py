"""The tables of the Registro. What they hold to stands in the database, not in the code."""

from data.registro.schema import (
    agreements,
    annulment,
    evidence,
    paragraphs,
    people,
    plan,
    publication,
    reports,
    review,
    trail,
)
from data.registro.schema.columns import metadata

__all__ = ["agreements", "annulment", "evidence", "metadata", "paragraphs", "people", "plan",
           "publication", "reports", "review", "trail"]  # fmt: skip
