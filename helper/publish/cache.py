"""What a slow step is made from in, what it made out: from the last time where nothing has changed since."""

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path


def cached(
    folder: Path,
    sources: list[Path],
    extra: Mapping[str, bytes],
    make: Callable[[list[Path]], dict[str, bytes]],
) -> dict[str, bytes]:
    """Return what `make` makes of the sources, kept in a folder under a key of all that it depends on."""
    kept = folder / _key(sources, extra)
    if not kept.is_dir():
        made = make(sources)
        shutil.rmtree(folder, ignore_errors=True)
        part = kept.with_suffix(".part")
        part.mkdir(parents=True)
        for name, content in made.items():
            (part / name).write_bytes(content)
        part.rename(kept)  # A build that is cut off leaves no half of it.
    return {path.name: path.read_bytes() for path in sorted(kept.iterdir())}


def _key(sources: Iterable[Path], extra: Mapping[str, bytes]) -> str:
    """Return a hash of the sources, of the code that reads them, and of this Python."""
    makers = [Path(__file__).with_name(name) for name in ("archive.py", "bundle.py", "cache.py")]
    known = hashlib.sha256(sys.version.encode())
    for path in [*makers, *sources]:
        known.update(f"\0{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for name, content in sorted(extra.items()):
        known.update(f"\0{name}\0".encode() + hashlib.sha256(content).digest())
    return known.hexdigest()[:24]
