"""Why a file is not imported: the refusal of everything that writes tables."""

from data.writing.refusal import Refusal, refusal

__all__ = ["Refusal", "refusal"]
