"""The few things that a change of tables does on the disk; none of them follows a planted link."""

import hashlib
import os
import shutil
import stat
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def write(path: Path, content: bytes, like: Path | None) -> None:
    """Write a file that must not be there, with the permissions of the one it replaces."""
    mode = 0o644
    if like and is_file(like):
        mode = stat.S_IMODE(like.stat().st_mode)
    file = os.open(path, _NEW, 0o600)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(file, view) :]
        os.fchmod(file, mode)
        os.fsync(file)
    finally:
        os.close(file)


def is_file(path: Path) -> bool:
    """Tell whether a file of its own is there: no link, pipe or folder."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Tell whether a folder of its own is there: a link to another is not."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def fingerprint(path: Path) -> str:
    """Return what tells the content of a file from any other; empty if it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def away(path: Path) -> None:
    """Remove what is left at a name, without following a link that somebody planted there."""
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(kind):
        shutil.rmtree(path)
    else:
        path.unlink()


def sync(folder: Path) -> None:
    """Have the disk keep the names of a folder as they are now."""
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)
