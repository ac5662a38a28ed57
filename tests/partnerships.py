"""The partnerships that tests ask: the real ones, and the invented one beside the real files that all share."""

from functools import cache
from pathlib import Path
from shutil import copy, copytree
from tempfile import TemporaryDirectory

from helper.publish.read import Library, Partnership, read_library

ROOT = Path(__file__).parents[1]
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
