"""The process that runs, known without asking the system for it at every request."""

import os


class Process:
    """A process and those that part from it.

    id: the number that the system gives it.
    """

    def __init__(self) -> None:
        """Ask for the number now, and again in whatever process parts from this one."""
        self._know()
        os.register_at_fork(after_in_child=self._know)

    def _know(self) -> None:
        self.id = os.getpid()


PROCESS = Process()
