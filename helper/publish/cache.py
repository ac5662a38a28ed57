"""What a slow step is made from in, what it made out: from the last time where nothing has changed since."""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

# How many are kept beside the newest: tests build variants of their own, and what the site needs stays.
KEPT = 3
# What a build is writing this moment, and after how many seconds it is what a build left that was cut off.
PART = "part-"
CUT_OFF = 3600


def cached(
    folder: Path,
    sources: Iterable[Path],
    contents: Mapping[str, bytes],
    make: Callable[[], dict[str, bytes]],
) -> dict[str, bytes]:
    """Return what `make` makes of the sources and contents, kept in a folder under a key of all that it depends on."""
    kept = folder / _key(sources, contents)
    try:
        found = {path.name: path.read_bytes() for path in sorted(kept.iterdir())}
        os.utime(kept)  # used last, not only made last
        return found
    except FileNotFoundError:  # not made yet, or tidied away by another build while this one read it
        made = make()
    folder.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=PART, dir=folder))
    for name, content in made.items():
        (part / name).write_bytes(content)
    # A build that is cut off leaves no half of it, and of two builds at once the first to finish is kept.
    try:
        part.rename(kept)
    except OSError:
        shutil.rmtree(part)
    _tidy(folder, kept)
    return made


def _tidy(folder: Path, newest: Path) -> None:
    """Remove what was used longest ago, and what builds left that were cut off."""
    others = (path for path in folder.iterdir() if path != newest and not path.name.startswith(PART))
    for path in [*sorted(others, key=last_used)[:-KEPT], *left_over(folder)]:
        shutil.rmtree(path, ignore_errors=True)


def left_over(folder: Path) -> list[Path]:
    """Give what builds were writing into a folder when they were cut off."""
    return [path for path in folder.glob(f"{PART}*") if 0 < last_used(path) < time.time() - CUT_OFF]


def last_used(path: Path) -> float:
    """Tell when something was used last; 0 where another build has just removed it."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0


def _key(sources: Iterable[Path], contents: Mapping[str, bytes]) -> str:
    """Return a hash of the sources and the contents."""
    known = hashlib.sha256()
    for path in sources:
        known.update(f"\0{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for name, content in sorted(contents.items()):
        known.update(f"\0{name}\0".encode() + hashlib.sha256(content).digest())
    return known.hexdigest()[:24]
