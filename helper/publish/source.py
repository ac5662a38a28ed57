"""One YAML file: text in, plain data out, with the place of every value so that a problem can point at it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from helper.publish.plain_yaml import LINE_END, NotPlain, load
from helper.publish.problems import Note, Problem, Problems

Path_ = tuple[str | int, ...]
Places = dict[Path_, tuple[int, int]]
LARGEST = 1_000_000


@dataclass(frozen=True)
class Source:
    """A file that was read: its name as problems show it, its lines, its data, where each value and each key stands."""

    name: str
    lines: tuple[str, ...]
    plain: Any
    places: Places = field(repr=False)
    keys: Places = field(repr=False)

    def problem(self, path: Path_, what: str, mend: str) -> Problem:
        """Make a problem that points at the value under a path, or at the nearest thing around it."""
        while path not in self.places and path:
            path = path[:-1]
        return self._problem(self.places.get(path, (1, 1)), what, mend)

    def note(self, path: Path_, what: str, mend: str) -> Note:
        """Make a note on the value under a path."""
        return Note(self.name, self.places[path][0], what, mend)

    def problem_of_name(self, path: Path_, what: str, mend: str) -> Problem:
        """Make a problem that points at the name of a field, rather than at its value."""
        return self._problem(self.keys[path], what, mend)

    def _problem(self, place: tuple[int, int], what: str, mend: str) -> Problem:
        line, column = place
        return Problem(self.name, line, column, what, mend, self.lines[line - 1] if line <= len(self.lines) else "")

    def find(self, pattern: str, under: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
        """List the values under a pattern such as `stages.*.onward.to`: `*` is any one step, `**` any number of steps.

        A file of another shape than its schema's has fewer of them; looking for them never fails.
        """
        steps = (*under, *pattern.split("."))
        rest = steps[1:]
        if steps[0] != "**":
            return _matches(self.plain, steps, ())
        if not rest:
            return iter(self._all)
        return (found for path, value in self._holding(rest[0]) for found in _matches(value, rest, path))

    @cached_property
    def _all(self) -> tuple[tuple[Path_, Any], ...]:
        """List every value, since one check after another goes through all of them."""
        return tuple(_matches(self.plain, ("**",), ()))

    def _holding(self, name: str | int) -> Iterable[tuple[Path_, Any]]:
        """List the values that may hold something under a name, in the order of the file."""
        return self._holders if name in ("*", "**") else self._by_name.get(name, ())

    @cached_property
    def _holders(self) -> tuple[tuple[Path_, Any], ...]:
        return tuple((path, value) for path, value in self._all if isinstance(value, dict | list))

    @cached_property
    def _by_name(self) -> dict[str | int, list[tuple[Path_, Any]]]:
        found: dict[str | int, list[tuple[Path_, Any]]] = {}
        for path, value in self._holders:
            for name in value if isinstance(value, dict) else ():
                found.setdefault(name, []).append((path, value))
        return found

    @cached_property
    def _texts(self) -> tuple[tuple[Path_, str], ...]:
        return tuple((path, value) for path, value in self._all if isinstance(value, str))

    def texts(self, pattern: str, under: Path_ = ()) -> Iterator[tuple[Path_, str]]:
        """List those of the values under a pattern that are text."""
        if not under and pattern == "**":
            return iter(self._texts)
        return ((path, value) for path, value in self.find(pattern, under) if isinstance(value, str))


def _matches(value: Any, steps: Path_, path: Path_) -> Iterator[tuple[Path_, Any]]:
    if not steps:
        yield path, value
        return
    first, rest = steps[0], steps[1:]
    if first == "**":
        yield from _matches(value, rest, path)
    for key, member in _members_named(value, first):
        yield from _matches(member, steps if first == "**" else rest, (*path, key))


def _members_named(value: Any, step: str | int) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items() if step in ("*", "**") else [(step, value[step])] if step in value else ()
    if isinstance(value, list):
        members = enumerate(value)
        return members if step in ("*", "**") else (member for member in members if member[0] == step)
    return ()


def read_source(file: Path, root: Path) -> Source:
    """Read one YAML 1.2 file; raise Problems where it is not there, not UTF-8 or not YAML."""
    name = file.relative_to(root).as_posix()
    return source_of(_text(file, name), name)


def source_of(text: str, name: str) -> Source:
    """Read the text of a file, which need not stand on a disk; raise Problems where it is not YAML."""
    lines = tuple(LINE_END.split(text.removesuffix("\n").removesuffix("\r")))
    try:
        loaded = load(text)
    except NotPlain as found:
        raise Problems([_at_a_line(name, lines, found)]) from None
    places: Places = {(): (1, 1)}
    keys: Places = {}
    plain = _plain(loaded, (), places, keys)
    return Source(name, lines, plain, places, keys)


def _at_a_line(name: str, lines: tuple[str, ...], found: NotPlain) -> Problem:
    """Point at a slip; one that shows only at the end of the file at the end of its last line."""
    line, column = (found.line, found.column) if found.line <= len(lines) else (len(lines), len(lines[-1]) + 1)
    return Problem(name, line, column, found.what, found.mend, lines[line - 1])


def _text(file: Path, name: str) -> str:
    if not file.is_file():
        mend = f"Write {name}; a first line with its $schema makes an editor help you."
        raise Problems([Problem(name, 1, 1, "This file is missing.", mend)])
    raw = file.read_bytes()
    if len(raw) > LARGEST:
        raise Problems([Problem(name, 1, 1, "This file is larger than 1 MB.", "Keep only what one partnership needs in it.")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        mend = "Save the file again with the encoding UTF-8."
        raise Problems([Problem(name, line, 1, "This line holds a character that is not UTF-8.", mend)]) from None


def _plain(value: Any, path: Path_, places: Places, keys: Places) -> Any:
    """Copy loaded YAML into plain dicts and lists, noting the place of each value and key on the way."""
    if isinstance(value, Mapping):
        return dict(_members(value, path, places, keys))
    if isinstance(value, Sequence) and not isinstance(value, str):
        for index, _ in enumerate(value):
            line, column = value.lc.item(index)  # type: ignore[attr-defined]
            places[(*path, index)] = (line + 1, column + 1)
        return [_plain(item, (*path, index), places, keys) for index, item in enumerate(value)]
    if isinstance(value, str):
        return str(value)
    return value


def _members(value: Any, path: Path_, places: Places, keys: Places) -> Iterator[tuple[str, Any]]:
    for key in value:
        here = (*path, str(key))
        for found, place in ((keys, value.lc.key), (places, value.lc.key if value[key] is None else value.lc.value)):
            line, column = place(key)
            found[here] = (line + 1, column + 1)
        yield str(key), _plain(value[key], here, places, keys)
