"""A copy of the real procedures in which one file at a time is changed: checked whole, but what stands as it stood only once."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from typing import Any
from unicodedata import category

import pytest

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.engine.render import render
from helper.publish import check as check_module
from helper.publish import read as read_module
from helper.publish.problems import Problem, Problems
from helper.publish.read import Library, Partnership
from helper.publish.source import LINE_END, Source, read_source
from tests.drawn import STARTS, draw
from tests.partnerships import ROOT

# Seconds of the processor's time, not of the clock's: a machine that is busy with something else changes nothing. One that takes
# a hundredth of it is slow already.
HANGS = 60
PAGE = 8_000


class Fuzzed:
    """The copy. `hold` makes a change, and fails where the check answers it otherwise than with problems or with a model."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.root = folder
        copytree(ROOT / "procedures", folder / "procedures")
        self.whole = {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*.yml"))}
        self.sources: dict[str, Source] = {}
        self.known: dict[tuple[Any, ...], Any] = {}
        patch.setattr(read_module, "read_source", self.read)
        for name in ("problems_of_shape", "problems_to_do"):
            patch.setattr(read_module, name, self.once(getattr(read_module, name)))
        patch.setattr(check_module, "problems_of_sense", self.once(check_module.problems_of_sense))
        patch.setattr(check_module, "rehearse", self.once(check_module.rehearse))
        check_module.check(folder)
        self.kept = dict(self.known)

    def read(self, file: Path, root: Path) -> Source:
        name = file.relative_to(root).as_posix()
        if not file.is_file() or file.read_bytes() != self.whole[name]:
            return read_source(file, root)
        if name not in self.sources:
            self.sources[name] = read_source(file, root)
        return self.sources[name]

    def once(self, problems: Callable[..., Any]) -> Callable[..., list[Problem]]:
        """Ask a check once for the same files."""

        def asked(*about: Any) -> list[Problem]:
            key = (problems, *(one for part in about for one in numbers(part)))
            if key not in self.known:
                self.known[key] = list(problems(*about))
            return self.known[key]

        return asked

    @contextmanager
    def changed(self, name: str, content: bytes) -> Iterator[None]:
        """Let a file hold something else for a while."""
        with self.put_right(name):
            (self.root / name).write_bytes(content)
            yield

    @contextmanager
    def put_right(self, name: str) -> Iterator[None]:
        """Put a file back as it was, whatever stands in its place at the end."""
        file = self.root / name
        try:
            yield
        finally:
            if file.is_dir() and not file.is_symlink():
                file.rmdir()
            file.unlink(missing_ok=True)
            file.write_bytes(self.whole[name])
            self.known = dict(self.kept)  # the next file that is read may get the number of one that is gone

    def hold(self, name: str, content: bytes) -> tuple[Problem, ...]:
        """Check with one file changed: give the problems, each with its place and its mend; none where every answer stands."""
        with self.changed(name, content):
            return self.outcome()

    def outcome(self) -> tuple[Problem, ...]:
        """Check the copy as it stands."""
        with stopped_when_it_hangs():
            return self._outcome()

    def _outcome(self) -> tuple[Problem, ...]:
        try:
            answer_with(check_module.check(self.root))
        except Problems as problems:
            found = problems.found
        else:
            return ()
        for problem in found:
            self.look_at(problem)
        assert found
        return found

    def look_at(self, problem: Problem) -> None:
        file = self.root / problem.file
        text = file.read_bytes().decode("utf-8-sig", "replace") if file.is_file() else ""
        lines = LINE_END.split(text)
        assert problem.file.startswith("procedures/"), problem
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert problem.what.strip(), problem
        assert problem.mend.strip(), problem
        said = str(problem)
        assert len(said) < PAGE
        assert not any(letter not in "\n\t" and category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in said), ascii(said)


def numbers(about: Any) -> list[Any]:
    """Give what tells the files apart that a check is asked of."""
    if isinstance(about, Partnership):
        return numbers(about.files)
    return (
        [id(source) for source in about.values()] if isinstance(about, dict) else [about if isinstance(about, str) else id(about)]
    )


def answer_with(library: Library) -> None:
    """Answer a few cases of every partnership with what was read, and show the answers."""
    for found in library.partnerships.values():
        for plain in draw(found.model, 2, STARTS):
            case = read_case(found.model, plain)
            assert render(found.model, case, advise(found.model, case))


class Hangs(Exception):
    """A check that takes too long."""


@contextmanager
def stopped_when_it_hangs() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise Hangs

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
