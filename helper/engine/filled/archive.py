"""A Word file as its parts: the bytes of a zip in, its parts by name out, and back, the same bytes on every machine."""

import zipfile
from collections.abc import Mapping
from io import BytesIO


def read_parts(archive: bytes) -> dict[str, bytes]:
    """Give the parts of a zip by name, in its order; raise ValueError where it is none, or is damaged."""
    try:
        # Names are read as UTF-8: the way of 1980, code page 437, is not in the browser's Python.
        with zipfile.ZipFile(BytesIO(archive), metadata_encoding="utf-8") as opened:
            return {name: opened.read(name) for name in opened.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, UnicodeDecodeError) as problem:
        raise ValueError(f"This is no Word file: {problem}") from None


def write_parts(parts: Mapping[str, bytes], packed: bool = False) -> bytes:
    """Write parts as a zip, in their order. They are stored unless `packed`: two builds of zlib do not compress alike."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0  # the same wherever it is made: 0 is what Word itself writes
            entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            archive.writestr(entry, content)
    return made.getvalue()
