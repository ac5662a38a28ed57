"""Runs inside Pyodide: an archive of Python sources in, the same compiled out. Only the Python that will run it can compile it."""

import py_compile
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from helper.publish.runtime.methods import READY, write_methods

# The earliest date a zip can hold: the same sources make the same bytes on any day.
DATE = (1980, 1, 1, 0, 0, 0)
# Assertions and docstrings are for us, not for the reader who waits for them.
OPTIMIZE = 2


def main(sources: str, target: str, place: str) -> None:
    """Compile `sources` to `target`, both archives; `place` is where the browser's Python will find the modules."""
    folder = Path("/compiling")
    with ZipFile(sources) as given:
        given.extractall(folder)
        names = sorted([*given.namelist(), READY])
    write_methods(folder, OPTIMIZE)
    # Stored, so that a server can compress it as a whole; that takes 40 % less than one file at a time.
    with ZipFile(target, "w", ZIP_STORED) as made:
        for name in names:
            file = folder / name
            if file.suffix == ".py":
                file = _compiled(file, f"{place}/{name}")
            made.writestr(ZipInfo(str(file.relative_to(folder)), DATE), file.read_bytes())


def _compiled(source: Path, name: str) -> Path:
    target = source.with_suffix(".pyc")
    py_compile.compile(
        str(source),
        cfile=str(target),
        dfile=name,
        doraise=True,
        optimize=OPTIMIZE,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return target
