"""The partnerships that tests ask: the real ones, and the invented one beside the real files that all share."""

from functools import cache
from pathlib import Path
from shutil import copy, copytree
from tempfile import TemporaryDirectory

from helper.publish.read import Library, Partnership, read_library
from helper.publish.source import Source, read_source

ROOT = Path(__file__).parents[1]
parsed: dict[tuple[Path, bytes], Source] = {}
INVENTED = ROOT / "tests" / "good" / "procedures"


def put_invented(folder: Path) -> None:
    """Put the invented partnership into a folder, in the way that `read_library` expects."""
    copytree(INVENTED, folder / "procedures")
    for shared in (ROOT / "procedures").glob("*.yml"):
        if not (folder / "procedures" / shared.name).exists():  # of its own, such as what it has at its borders
            copy(shared, folder / "procedures")


@cache
def real() -> Library:
    """Read the real partnerships."""
    return read_library(ROOT)


@cache
def invented() -> Library:
    """Read the invented partnership."""
    with TemporaryDirectory() as folder:
        put_invented(Path(folder))
        return read_library(Path(folder))


def every_partnership() -> list[Partnership]:
    """Give all partnerships, real and invented."""
    return [*real().partnerships.values(), *invented().partnerships.values()]


def read_once(file: Path, root: Path) -> Source:
    """Read a file as `read_source` does, but one that stands as it stood in an earlier test is not parsed again."""
    if not file.is_file():
        return read_source(file, root)
    key = (file.relative_to(root), file.read_bytes())
    if key not in parsed:
        parsed[key] = read_source(file, root)
    return parsed[key]
