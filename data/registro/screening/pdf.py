"""The words of a PDF, read in a process of its own that has little memory and little time.

``python -m data.registro.screening.pdf < FILE`` writes them, or ends with why it could not.
"""

import io
import resource
import subprocess
import sys
from dataclasses import dataclass
from typing import Literal

MOST_PAGES = 200
_SECONDS = 15
_MEMORY = 1024 * 1024 * 1024
_MOST_WORDS = 5_000_000
Ending = Literal["leído", "con contraseña", "largo", "ilegible"]
# How the process ends, by what it found; whatever else happens, nothing was read.
_CODES: dict[int, Ending] = {0: "leído", 3: "con contraseña", 4: "largo"}


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading a PDF: how it ended, and its words."""

    ending: Ending
    words: str = ""


def read(content: bytes) -> Read:
    """Return the words of a PDF; a broken or hostile one is said to be illegible."""
    order = (sys.executable, "-m", "data.registro.screening.pdf")
    try:
        done = subprocess.run(order, input=content, capture_output=True, timeout=_SECONDS,
                              check=False)  # fmt: skip
    except subprocess.TimeoutExpired:
        return Read("ilegible")
    ending = _CODES.get(done.returncode, "ilegible")
    words = done.stdout.decode("utf-8", "replace") if ending == "leído" else ""
    return Read(ending, words) if words.strip() or ending != "leído" else Read("ilegible")


def _words(content: bytes) -> int:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        return 3
    if len(reader.pages) > MOST_PAGES:
        return 4
    left = _MOST_WORDS
    for page in reader.pages:
        text = page.extract_text()[:left]
        left -= len(text)
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))
    return 0


def main() -> int:
    """Read what comes, within limits that nobody can lift again."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    return _words(sys.stdin.buffer.read())


if __name__ == "__main__":
    sys.exit(main())
