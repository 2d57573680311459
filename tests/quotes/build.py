"""Take the fingerprints of the documents: `python -m tests.quotes.build FOLDER`.

FOLDER holds the text of each of the five documents as a .txt file of any name.
"""

import sys
from pathlib import Path

from tests.quotes.fingerprints import Index, pack, take
from tests.quotes.parts import cut, outlines

FILE = Path(__file__).with_name("fingerprints.bin")


def read(folder: Path) -> dict[str, str]:
    """Return the text of each document: the file of the folder that opens as the document does."""
    files = [path.read_text(encoding="utf-8").strip() for path in sorted(folder.glob("*.txt"))]
    texts = {}
    for document, outline in outlines().items():
        found = [text for text in files if text.startswith(outline["opens"])]
        if len(found) != 1:
            raise SystemExit(f"{document}: {len(found)} files open as it does; put one there")
        texts[document] = found[0]
    return texts


def fingerprints(texts: dict[str, str]) -> Index:
    """Return the fingerprints of the documents."""
    return take(cut(document, text) for document, text in texts.items())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    packed = pack(fingerprints(read(Path(sys.argv[1]))))
    FILE.write_bytes(packed)
    print(f"{FILE.name}: {len(packed):,} bytes")
