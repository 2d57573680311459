"""What a cut changes, in lines: for the order and for the page."""

from collections.abc import Iterator

from data.faults import TableError
from data.registro.moves import ForbiddenError, MoveError
from data.registro.publication.approved import NoPeriodError
from data.registro.publication.discard import PublicCutError
from data.registro.publication.plan import Plan, RehearsalError
from data.registro.publication.publish import EmptyCutError, InterruptedCutError
from data.settings import SettingError
from data.writing.refusal import Refusal, Unfinished

_MOST = 200
# What keeps a cut from being public; whatever else happens is a fault of the code.
REASONS = (TableError, RehearsalError, Refusal, Unfinished, SettingError, OSError, NoPeriodError,
           EmptyCutError, InterruptedCutError, PublicCutError, MoveError)  # fmt: skip
_LEADS: tuple[tuple[type[Exception], str], ...] = (
    (ForbiddenError, "No puede publicar, o intervino en: {0}."),
    (MoveError, "Otra persona cambió algo a la vez: {0}."),
    (NoPeriodError, "{0}: no es un periodo abierto."),
    (EmptyCutError, "{0}: no hay nada por publicar."),
)


def stands(error: Exception) -> bool:
    """Say whether the new tables are public all the same, and what follows is to be completed."""
    return isinstance(error, InterruptedCutError | Unfinished)


def why(error: Exception) -> list[str]:
    """Say why a cut is not public: a line for each fault, with its file and line."""
    lead = next((words for kind, words in _LEADS if isinstance(error, kind)), "{0}")
    return lead.format(error).splitlines()


def lines(plan: Plan) -> Iterator[str]:
    """Say each row that changes: its table, as it is and as it will be."""
    changes = list(plan.changes())
    for name, before, after in changes[:_MOST]:
        if before and after:
            yield f"{name}: {_words(before)} → {_words(after)}"
        else:
            yield f"{name}: {'−' if before else '+'} {_words(before or after)}"
    if len(changes) > _MOST:
        yield f"… y {len(changes) - _MOST} filas más"


def _words(row: tuple[str, ...]) -> str:
    return ", ".join(word or "—" for word in row)
