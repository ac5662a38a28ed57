"""A file that is still to be written: what the schemas say of its fields in, YAML with a mark in every place out.

The comments are the schemas' own descriptions, so a skeleton never says anything else than they do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from textwrap import wrap
from typing import Any

from helper.publish.fields import Field, field_of, piece_of, pieces
from helper.publish.marks import MARK
from helper.publish.source import Path_
from helper.publish.to_do import shown

WIDTH = 118
# May be left out, but nobody leaves them out without having looked in the document.
ASKED = (
    "document.dates",
    "document.corrections",
    "document.not_held",
    "areas",
    "always",
    "borders",
    "side_routes",
    "stages.0.onward",
    "stages.*.who",
    "stages.*.limits",
    "services.*.tel",
    "services.*.email",
    "turns.*.said",
    "scenarios.*.training",
)
# How they look depends on the document, so the author writes them as a whole.
WHOLE = (*ASKED[:7], "stages.*.who", "stages.*.limits", "office", "*.said", "*.tel", "*.email", "*.agencies", "*.expect.*")
# Of a ladder, the skeleton has the first stage and the last.
LADDER = "stages"
BETWEEN = "Copy the one above for each that stands between. This one is the last."


@dataclass(frozen=True)
class Skeleton:
    """What is known of a file before it is written: values by their place, and the entries of lists that have a fixed number."""

    given: Mapping[Path_, Any]
    entries: Mapping[str, int]

    def file(self, name: str) -> str:
        """Write the file."""
        whole = field_of(name)
        head = [
            f"# yaml-language-server: $schema=../../schemas/{name}.schema.json",
            *_comment(whole.description, 0),
            *_comment(f"{MARK} stands where something is still to be written. `python -m helper check` lists what, in order.", 0),
            *_comment("A line that begins with # is a note to you. Take it out whenever you like.", 0),
            *_pieces(whole),
        ]
        return "\n".join([*head, "", *self._fields(whole, (), 0)]) + "\n"

    def _fields(self, group: Field, path: Path_, indent: int) -> Iterator[str]:
        left_out: list[tuple[str, Field]] = []
        for key, field in group.fields.items():
            here = (*path, key)
            if not (field.required or here in self.given or _matches(here, ASKED) or (group.is_statement and key == "section")):
                left_out.append((key, field))
                continue
            value = list(self._value(key, field, here, indent))
            if not group.is_statement:
                yield from _comment(_about(field, whole=len(value) == 1), indent)
            yield from value
        if left_out and not group.piece:  # a piece is explained in the head of the file
            yield from _may_be_added(left_out, indent)

    def _value(self, key: str, field: Field, path: Path_, indent: int) -> Iterator[str]:
        space = " " * indent
        if path in self.given:
            yield f"{space}{key}: {self.given[path]}"
        elif _matches(path, WHOLE) or not (any(one.required for one in field.fields.values()) or field.item):
            yield f"{space}{key}: {MARK}"
        elif field.item:
            yield f"{space}{key}:"
            for index in range(self._count(key, field)):
                yield from self._entry(field.item, (*path, index), indent + 2)
        else:
            yield f"{space}{key}:"
            yield from self._fields(field, path, indent + 2)

    def _count(self, key: str, field: Field) -> int:
        return self.entries.get(key) or max(field.shape.get("minItems", 1), 2 if key == LADDER else 1)

    def _entry(self, item: Field, path: Path_, indent: int) -> Iterator[str]:
        space = " " * indent
        if not item.fields:
            yield f"{space}- {MARK}"
            return
        if path[-1]:
            yield from _comment(BETWEEN if path[-2] == LADDER else "The next one.", indent)
        lines = list(self._fields(item, path, indent + 2))
        first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (line.replace(" " * (indent + 2), space, 1) for line in lines[:first])
        yield f"{space}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]


def _matches(path: Path_, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(".".join(map(str, path)), pattern) for pattern in patterns)


def _about(field: Field, whole: bool = True) -> str:
    """Say what a field is; how it is written too, where the skeleton does not show it."""
    how = shown(field) if whole and not field.is_statement else ""
    return " ".join(one for one in (field.description, field.look, how) if one)


def _pieces(whole: Field) -> Iterator[str]:
    """Explain what stands in many places of the file, once."""
    yield "#"
    yield from _comment("What stands in many places:", 0)
    statement = piece_of(whole.name, "statement")
    for name, piece in pieces(whole.name).items():
        known = statement.fields if piece.is_statement and name != "statement" else {}
        like = "As a statement, and: " if known else ""
        yield from _comment(f"  {name}: {piece.description} {like}".rstrip(), 0, "    ")
        for key, field in piece.fields.items():
            if key not in known:
                may = "" if field.required or key == "section" else " (may be left out)"
                yield from _comment(f"    {key}{may}: {_about(field)}", 0, "      ")


def _may_be_added(left_out: list[tuple[str, Field]], indent: int) -> Iterator[str]:
    yield f"{' ' * indent}# May be added:"
    for key, field in left_out:
        yield from _comment(f"  {key}: {_about(field)}", indent, "    ")


def _comment(text: str, indent: int, hanging: str = "") -> list[str]:
    space = f"{' ' * indent}# "
    return [f"{space}{line}" for line in wrap(text, WIDTH - len(space), subsequent_indent=hanging, break_on_hyphens=False)]
