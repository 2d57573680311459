"""Why nothing is written: one message with its place, its value and the remedy."""

from data.faults import Fault


class Refusal(Exception):
    """What was asked is not understood or does not fit the tables; nothing has been changed."""

    def __init__(self, fault: Fault) -> None:
        """Keep the fault and say it."""
        self.fault = fault
        super().__init__(str(fault))


class Unfinished(Exception):
    """The new tables stand and are read, but some could not be put in their place yet."""


def refusal(file: str, line: int, column: str, value: object, reason: str, remedy: str) -> Refusal:
    """Return a refusal of ``file:line: column=value: reason, remedy``."""
    return Refusal(Fault(file, line, column, value, reason, remedy))
