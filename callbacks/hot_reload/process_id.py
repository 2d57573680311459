"""The id of the running process, known without asking the system at every request."""

import os


class ProcessId:
    """The id of the running process, kept right after a fork.

    value: as the system gives it.
    """

    def __init__(self) -> None:
        """Ask for it now, and again in whatever process is forked from this one."""
        self._ask()
        os.register_at_fork(after_in_child=self._ask)

    def _ask(self) -> None:
        self.value = os.getpid()


PROCESS_ID = ProcessId()
