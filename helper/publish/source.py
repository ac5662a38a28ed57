"""One YAML file: text in, plain data out, with the place of every value so that a problem can point at it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from helper.publish.problems import Note, Problem, Problems

Path_ = tuple[str | int, ...]
Places = dict[Path_, tuple[int, int]]
LARGEST = 1_000_000
MARKS = "&*!"


class _TextDates(RoundTripConstructor):
    """Keeps dates as the text that stands in the file."""


_TextDates.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))


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
        return _matches(self.plain, (*under, *pattern.split(".")), ())

    def texts(self, pattern: str, under: Path_ = ()) -> Iterator[tuple[Path_, str]]:
        """List those of the values under a pattern that are text."""
        return ((path, value) for path, value in self.find(pattern, under) if isinstance(value, str))


def _matches(value: Any, steps: Path_, path: Path_) -> Iterator[tuple[Path_, Any]]:
    if not steps:
        yield path, value
        return
    first, *rest = steps
    if first == "**":
        yield from _matches(value, tuple(rest), path)
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        if first == "**":
            yield from _matches(member, steps, (*path, key))
        elif first in ("*", key):
            yield from _matches(member, tuple(rest), (*path, key))


def read_source(file: Path, root: Path) -> Source:
    """Read one YAML 1.2 file; raise Problems where it is not there, not UTF-8 or not YAML."""
    name = file.relative_to(root).as_posix()
    return source_of(_text(file, name), name)


def source_of(text: str, name: str) -> Source:
    """Read the text of a file, which need not stand on a disk; raise Problems where it is not YAML."""
    lines = tuple(text.splitlines())
    try:
        _refuse_marks(text, name, lines)
        loaded = _yaml().load(StringIO(text))
    except MarkedYAMLError as error:
        raise Problems([_syntax(error, name, lines)]) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        what = f"This line holds a character that cannot be seen (U+{error.character:04X})."
        raise Problems([Problem(name, line, 1, what, "Type the line again, without it.")]) from None
    except RecursionError:
        what = "This file is nested too deeply."
        raise Problems([Problem(name, 1, 1, what, "Compare it with a file that works.")]) from None
    places: Places = {(): (1, 1)}
    keys: Places = {}
    plain = _plain(loaded, (), places, keys)
    return Source(name, lines, plain, places, keys)


def _yaml() -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Constructor = _TextDates
    yaml.allow_duplicate_keys = False
    return yaml


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


def _refuse_marks(text: str, name: str, lines: tuple[str, ...]) -> None:
    """Refuse what makes a file harder to read than it looks: text that stands elsewhere, and values of other kinds."""
    if not any(mark in text for mark in MARKS):  # parsing takes long, and most files hold none of these signs anywhere
        return
    for event in YAML(typ="rt", pure=True).parse(StringIO(text)):
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            line, column = event.start_mark.line, event.start_mark.column
            what = "Anchors (&name), aliases (*name) and tags (!name) are not used in these files."
            mend = "Write the text out in this place, in quotes if it begins with one of these signs."
            raise Problems([Problem(name, line + 1, column + 1, what, mend, lines[line])])


def _syntax(error: MarkedYAMLError, name: str, lines: tuple[str, ...]) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, max(len(lines) - 1, 0))
    said = str(error.problem or "this line cannot be read").splitlines()[0]
    mend = "Look at this line and the one above it: a missing quote, colon or space, a tab, or a key written twice."
    return Problem(name, line + 1, column + 1, f"This is not YAML: {said}.", mend, lines[line] if lines else "")


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
