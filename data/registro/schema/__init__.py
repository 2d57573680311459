"""The tables of the Registro. What they hold to stands in the database, not in the code."""

from data.registro.schema import (
    annulment,
    evidence,
    people,
    plan,
    publication,
    reports,
    review,
    trail,
)
from data.registro.schema.columns import metadata

__all__ = [
    "annulment",
    "evidence",
    "metadata",
    "people",
    "plan",
    "publication",
    "reports",
    "review",
    "trail",
]
