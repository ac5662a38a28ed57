"""Where in a form the reader's words go: a form in, its places in the form's own order out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from helper.engine.model import Column, Field, Form

YES_NO = ("Yes", "No")
LONGEST_MARK = 40  # what Word allows the name of a bookmark


@dataclass(frozen=True)
class Place:
    """One place for the reader's words: `key` as entries name it, `mark` as a Word document does, `label` understood on its own."""

    key: str
    mark: str
    type: str
    label: str
    options: tuple[str, ...] = ()

    @property
    def takes_one(self) -> bool:
        """Tell whether no more than one of its options can be chosen."""
        return self.type != "checks"


def places(form: Form) -> dict[str, Place]:
    """Give every place of a form by its key; a table has one for each cell, and what the form prints itself has none."""
    found = (place for field in form.fields for place in _places_of(field))
    return {place.key: replace(place, mark=_mark(number, place.key)) for number, place in enumerate(found, 1)}


def cell_key(field: Field, row: int, column: int) -> str:
    """Name a cell of a table, counted from 0."""
    return f"{field.id}.{row}.{column}"


def options_of(asked: Field | Column) -> tuple[str, ...]:
    """Give what can be chosen there: the form's own options, Yes and No where it prints none, nothing where words go."""
    return asked.options or (YES_NO if asked.type == "yes_no" else ())


def whole_label(field: Field) -> str:
    """Name a field so that it is understood without the heading it stands under.

    >>> whole_label(Field("first", "1.", "text", group="Sent to:"))
    'Sent to: 1.'
    """
    return f"{field.group.rstrip(' :-')}: {field.label}" if field.group else field.label


def _places_of(field: Field) -> Iterator[Place]:
    if field.type == "table":
        yield from _cells(field)
    elif field.type != "fixed":
        yield Place(field.id, "", field.type, whole_label(field), options_of(field))


def _cells(field: Field) -> Iterator[Place]:
    for row, row_label in enumerate(field.rows):
        for number, column in enumerate(field.columns):
            if column.type != "fixed":
                label = f"{whole_label(field)}: {row_label}, {column.label}"
                yield Place(cell_key(field, row, number), "", column.type, label, options_of(column))


def _mark(number: int, key: str) -> str:
    """Make a name that Word takes for a bookmark; the number keeps it unlike any other, however it is cut."""
    return f"field_{number}_{re.sub('[^A-Za-z0-9]', '_', key)}"[:LONGEST_MARK]
