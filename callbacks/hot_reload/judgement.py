"""A folder judged whole: what stands after it, and why the tables before it were kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

from flask import Flask

from callbacks.hot_reload import refusals
from callbacks.hot_reload.rehearsal import (
    blamed,
    is_out_of_memory,
    rehearse,
    rehearse_rest,
    seconds,
)
from callbacks.serving import log
from callbacks.serving.metrics import COUNTS
from components.texts import TextError
from data.hot_reload import snapshot
from data.hot_reload.shared_state import Judged
from data.loader import load
from data.publish import silent_changes
from data.publish.versions import Archive
from data.store import Store

Build = Callable[[Store], Flask]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands after a judgement: a board over its tables, and what other processes read."""

    board: Flask
    store: Store
    judged: Judged


def at_start(build: Build, folder: Traversable) -> Verdict:
    """Judge the first folder, or raise TableError or TextError: nothing stands without it.

    Each kind of page is written once: every process begins with what that leaves in memory.
    A page that cannot be written does not take the others away: /salud says which.
    """
    mark, packed = snapshot.moment(folder)
    archive = Archive()
    if archive.strays:
        log.warned(f"data/versions: no son versiones y se ignoran: {', '.join(archive.strays)}")
    store = load(snapshot.opened(packed), archive)
    refusals.tell_silent(silent_changes.faults(store, snapshot.opened(packed), archive))
    board, judged = build(store), Judged(mark, store.version, packed)
    try:
        rehearse(board)
    except TextError:
        raise
    except Exception as error:
        fault = blamed(error, build)
        log.failed("página que no se puede escribir", fault, razon=refusals.reason(fault))
        judged = _refused(judged, mark, fault)
    return Verdict(board, store, judged)


def of_newer(build: Build, mark: str, packed: bytes, stands: Verdict) -> Verdict:
    """Judge newer tables: their board stands if each kind of page can be written, and is tried."""
    last = stands.judged
    try:
        store = load(snapshot.opened(packed), Archive())
        changed = store.version != last.version
        new = replace(stands, board=build(store), store=store) if changed else stands
        rehearse(new.board)
    except Exception as error:
        return _kept(build, mark, error, stands)
    trial = changed and seconds() > 0
    if changed and not trial:
        _accepted(store, packed)
    return replace(new, judged=Judged(mark, store.version, packed, trial=trial))


def of_tried(build: Build, tried: Verdict, before: Verdict | None) -> Verdict:
    """Ask tables that stand for all the rest: those before them stand again if it fails.

    Without any before them, as in a process that began meanwhile, they stay and /salud says why.
    """
    mark, packed = tried.judged.mark, tried.judged.packed
    try:
        rehearse_rest(tried.board, tried.store)
    except Exception as error:
        ended = replace(tried, judged=replace(tried.judged, trial=False))
        return _kept(build, mark, error, before or ended)
    _accepted(tried.store, packed)
    return replace(tried, judged=Judged(mark, tried.store.version, packed))


def _accepted(store: Store, packed: bytes) -> None:
    COUNTS.reload("aceptada")
    refusals.tell_silent(silent_changes.faults(store, snapshot.opened(packed)))


def _kept(build: Build, mark: str, error: Exception, stands: Verdict) -> Verdict:
    """Return what stood, told why what came after it does not.

    What had no room to be judged is not: it raises, and is looked at again.
    """
    fault = blamed(error, build)
    if is_out_of_memory(error) or is_out_of_memory(fault):
        raise MemoryError from fault
    now = _refused(stands.judged, mark, fault)
    if now.faults != stands.judged.faults:
        refusals.tell(fault)
        COUNTS.reload("rechazada")
    return replace(stands, judged=now)


def _refused(kept: Judged, mark: str, fault: Exception) -> Judged:
    said, digest = refusals.reason(fault), refusals.digest(fault)
    return replace(kept, mark=mark, reason=said, faults=digest, trial=False)
