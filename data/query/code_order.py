"""Where a code of a closed list stands in it."""

from collections.abc import Sequence


def rank(codes: Sequence[object], code: object) -> int:
    """Return the place of a code; one that only an earlier version knew stands after all."""
    return codes.index(code) if code in codes else len(codes)
