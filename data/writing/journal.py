"""Several files of a folder changed in one moment, which a reader sees whole or not at all.

The new files are written to a folder inside, `.importando.nuevo`, with a list of them. Renaming it
`.importando` is the moment: before, every reader sees the old files; after, the new ones, there
or already in their place. Putting them in their place can be interrupted and taken up again by
whoever writes next; a reader needs no permission to write.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from data.writing import disk
from data.writing.refusal import Unfinished

COMMITTED, DRAFT = ".importando", ".importando.nuevo"
LIST = "manifiesto.json"


def located(folder: Path, name: str) -> Path:
    """Return where a file of a folder is to be read: in the journal while it waits there."""
    waiting = folder / COMMITTED / name
    return waiting if _waits(folder, name) else folder / name


def pending(folder: Path) -> bool:
    """Tell whether a change was decided and is not in its place yet."""
    return disk.is_folder(folder / COMMITTED) and disk.is_file(folder / COMMITTED / LIST)


def publish(folder: Path, files: Mapping[str, bytes]) -> None:
    """Change some files together; the caller holds the lock and has completed what was pending.

    OSError: nothing changed. Unfinished: everything changed, and something is out of its place.
    """
    try:
        _draft(folder, files)
        (folder / DRAFT).rename(folder / COMMITTED)
    except OSError:
        disk.away(folder / DRAFT)
        raise
    complete(folder)


def complete(folder: Path) -> list[str]:
    """Put in place what a change left waiting, and return its names; the caller holds the lock."""
    disk.away(folder / DRAFT)
    journal = folder / COMMITTED
    if not pending(folder):
        disk.away(journal)
        return []
    try:
        disk.sync(folder)
        names = _listed(journal)
        for name in names:
            _settle(folder, name)
        disk.sync(folder)
        # Without its list a journal counts no more: what is left of it is only rubbish.
        (journal / LIST).unlink()
        disk.away(journal)
        disk.sync(folder)
    except OSError as error:
        raise Unfinished(error.filename or str(journal)) from error
    return list(names)


def edited(folder: Path) -> list[str]:
    """Return the files that somebody edited while their new text waited in the journal."""
    listed = _listed(folder / COMMITTED) if pending(folder) else {}
    return [
        name
        for name, before in listed.items()
        if _waits(folder, name) and disk.fingerprint(folder / name) != before
    ]


def _draft(folder: Path, files: Mapping[str, bytes]) -> None:
    draft = folder / DRAFT
    disk.away(draft)
    draft.mkdir(0o755)
    for name, content in files.items():
        disk.write(draft / name, content, folder / name)
    listed = {name: disk.fingerprint(folder / name) for name in files}
    disk.write(draft / LIST, json.dumps(listed, indent=1).encode(), None)
    disk.sync(draft)


def _settle(folder: Path, name: str) -> None:
    if _waits(folder, name):
        (folder / COMMITTED / name).rename(folder / name)


def _listed(journal: Path) -> dict[str, str]:
    """Return the files of a journal and the print that each had before."""
    held = json.loads((journal / LIST).read_bytes())
    return {name: str(held[name]) for name in held if Path(name).name == name}


def _waits(folder: Path, name: str) -> bool:
    return pending(folder) and disk.is_file(folder / COMMITTED / name)
