"""The board of fifty years: the policy ends before, so that its last year has to be moved."""

from data import codes

codes.LAST_POLICY_YEAR = 2100

from app import server  # noqa: E402

__all__ = ["server"]
