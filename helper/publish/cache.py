"""What a slow step is made from in, what it made out: from the last time where nothing has changed since."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

# How many are kept beside the newest: tests build variants of their own, and what the site needs stays.
KEPT = 3


def cached(
    folder: Path,
    sources: Iterable[Path],
    contents: Mapping[str, bytes],
    make: Callable[[], dict[str, bytes]],
) -> dict[str, bytes]:
    """Return what `make` makes of the sources and contents, kept in a folder under a key of all that it depends on."""
    kept = folder / _key(sources, contents)
    try:
        return {path.name: path.read_bytes() for path in sorted(kept.iterdir())}
    except FileNotFoundError:  # not made yet, or tidied away by another build while this one read it
        made = make()
    folder.mkdir(parents=True, exist_ok=True)
    before = sorted((path for path in folder.iterdir() if not path.name.startswith("part")), key=lambda path: path.stat().st_mtime)
    part = Path(tempfile.mkdtemp(prefix="part", dir=folder))
    for name, content in made.items():
        (part / name).write_bytes(content)
    # A build that is cut off leaves no half of it, and of two builds at once the first to finish is kept.
    if kept.exists():
        shutil.rmtree(part)
    else:
        part.rename(kept)
    for path in before[:-KEPT]:
        if path != kept:
            shutil.rmtree(path, ignore_errors=True)
    return made


def _key(sources: Iterable[Path], contents: Mapping[str, bytes]) -> str:
    """Return a hash of the sources and the contents."""
    known = hashlib.sha256()
    for path in sources:
        known.update(f"\0{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for name, content in sorted(contents.items()):
        known.update(f"\0{name}\0".encode() + hashlib.sha256(content).digest())
    return known.hexdigest()[:24]
