"""What reading a zip raises that is damaged or has a password, wherever the damage is."""

import struct
import zipfile
import zlib

DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, RuntimeError, EOFError, ValueError,
)  # fmt: skip
