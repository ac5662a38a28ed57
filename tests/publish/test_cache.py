"""What a slow step made is taken from the last time; what was used longest ago goes, and builds at once are in nobody's way."""

import os
import shutil
from pathlib import Path

import pytest

from helper.publish import cache
from helper.publish.cache import CUT_OFF, KEPT, PART, cached

Made = dict[str, bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where it is kept."""
    return tmp_path / "kept"


def make(folder: Path, name: str, worked: list[str] | None = None) -> Made:
    """Make what depends on this name, or take it from the last time."""

    def work() -> Made:
        if worked is not None:
            worked.append(name)
        return {"made": name.encode()}

    return cached(folder, [], {"source": name.encode()}, work)


def age(folder: Path, seconds: int) -> None:
    """Let some time pass for all that is kept."""
    for path in folder.iterdir():
        then = path.stat().st_mtime - seconds
        os.utime(path, (then, then))


def test_what_did_not_change_is_made_once(folder: Path) -> None:
    worked: list[str] = []
    for name in ("one", "one", "two", "one"):
        assert make(folder, name, worked) == {"made": name.encode()}
    assert worked == ["one", "two"]


def test_what_was_used_longest_ago_goes_and_what_is_in_use_stays(folder: Path) -> None:
    worked: list[str] = []
    for name in ("site", *(f"variant {number}" for number in range(3 * KEPT))):
        make(folder, name)
        age(folder, 10)
        make(folder, "site", worked)
        age(folder, 10)
    assert worked == []
    assert len(list(folder.iterdir())) == KEPT + 1


def test_what_a_build_left_that_was_cut_off_goes_and_what_one_is_writing_stays(folder: Path) -> None:
    for name in ("left", "writing"):
        (folder / f"{PART}{name}").mkdir(parents=True)
    os.utime(folder / f"{PART}left", (0.5, CUT_OFF))
    make(folder, "one")
    assert [path.name for path in folder.glob(f"{PART}*")] == [f"{PART}writing"]


def test_of_two_builds_at_once_the_first_to_finish_is_kept(folder: Path) -> None:
    def slower() -> Made:
        make(folder, "one")
        return {"made": b"one"}

    assert cached(folder, [], {"source": b"one"}, slower) == {"made": b"one"}
    (kept,) = folder.iterdir()
    assert (kept / "made").read_bytes() == b"one"


def test_a_folder_that_another_build_removes_at_that_moment_is_no_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two", "three", "four"):
        make(folder, name)
    original, seen = cache.last_used, []

    def last_used(path: Path) -> float:
        if not seen:
            seen.append(path)
            shutil.rmtree(path)
        return original(path)

    monkeypatch.setattr(cache, "last_used", last_used)
    assert make(folder, "five") == {"made": b"five"}
    assert seen
