"""A file written whole or not at all."""

import os
import shutil
import tempfile
from pathlib import Path


def put(file: Path, content: bytes) -> None:
    """Put a whole file in the place of another: who reads finds the one or the other."""
    number, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(number, "wb") as beside:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
        shutil.copymode(file, name)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
