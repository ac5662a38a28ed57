"""A zip archive or wheel in, the same with its Python compiled out, byte for byte the same each time."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

# 1980-01-01, the earliest date a zip can hold. Also makes py_compile mark its files by content, not by date.
PINNED_TIME = "315532800"
PINNED_DATE = (1980, 1, 1, 0, 0, 0)


def run(arguments: Sequence[str], cwd: Path) -> None:
    """Run this Python with arguments, quietly; a failure is raised with what the program said."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": PINNED_TIME}
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")


def names_in(archive: Path) -> set[str]:
    """Return the names of the files in an archive."""
    with zipfile.ZipFile(archive) as opened:
        return {name for name in opened.namelist() if not name.endswith("/")}


def compile_archive(archive: Path) -> Path:
    """Compile an archive by `pyodide py-compile` and return where it is now: a wheel's name tells its Python."""
    run(["-m", "pyodide_cli", "py-compile", "--silent", "--no-keep", archive.name], cwd=archive.parent)
    (compiled,) = archive.parent.glob("*" + archive.suffix)
    _pin(compiled)
    return compiled


def _pin(archive: Path) -> None:
    """Write an archive again with its files in the order of their names and all of one date."""
    with zipfile.ZipFile(archive) as opened:
        contents = {name: opened.read(name) for name in sorted(opened.namelist())}
    with zipfile.ZipFile(archive, "w") as pinned:
        for name, content in contents.items():
            pinned.writestr(zipfile.ZipInfo(name, PINNED_DATE), content, zipfile.ZIP_DEFLATED, 9)
