"""One changed number, and one new person, in a contact list: a library in, each change as it is really made out.

The number and the person are invented: the number is one of those that Ofcom keeps for drama, and reaches nobody.
"""

import re
from dataclasses import dataclass

from helper.engine.html import Html, tag
from helper.engine.model import Model
from helper.publish.contact_rows import contact_rows
from helper.publish.keeping.examples import corrected, failing_examples, first_example
from helper.publish.keeping.walk import Example, Kind, Walk, put, text_of, window
from helper.publish.read import Library, Partnership
from helper.publish.source import Path_, Source
from helper.publish.trial import Trial, try_change

NUMBER, SHORT_NUMBER = "0161 496 0123", "0161 496 012"
ADDRESS, SLIPPED_ADDRESS = "example@agency.example", "example@agency,example"
# What is changed, in this order: the kind, where it stands, what takes its place, and how that comes out with a slip.
PLACES: tuple[tuple[Kind, str, str, str], ...] = (
    ("number", "tel.*.number", NUMBER, SHORT_NUMBER),
    ("address", "email.*", ADDRESS, SLIPPED_ADDRESS),
)
PERSON = (
    "- id: sam-example",
    "  name: Sam Example",
    "  role: Invented for this page",
    "  tel: [{number: 0161 496 0124}]",
    "  email: [sam@agency.example]",
)
# How many lines of a row are shown around the change.
ROW = 12
LINK = re.compile(r"<a [^>]*>(.*?)</a>", re.DOTALL)


def number_walk(library: Library) -> Walk | None:
    """Change the first number of the first list that prints one; where no list does, the first address."""
    for kind, pattern, new, slipped in PLACES:
        for found in by_name(library):
            contacts = found.files["contacts"]
            for row in _rows(contacts):
                for path, old in contacts.texts(pattern, row):
                    line = contacts.places[path][0]
                    text = contacts.lines[line - 1]
                    if text.count(old) == 1:
                        edit = Edit(row, line, line, (text.replace(old, slipped),), (text.replace(old, new),))
                        if walk := _walk(library, found, kind, edit):
                            return walk
    return None


def person_walk(library: Library) -> Walk | None:
    """Add a person to the first row that no worked example is about; where there is none, to one that some are about."""
    for with_examples in (False, True):
        for found in by_name(library):
            contacts = found.files["contacts"]
            for row in _rows(contacts):
                edit = _added(contacts, row)
                if edit and (walk := _walk(library, found, "person", edit, with_examples)):
                    return walk
    return None


def by_name(library: Library) -> list[Partnership]:
    """Give the partnerships in the order of their names, but first those that print a number: one serves for everything then."""
    by_names = sorted(library.partnerships.values(), key=lambda found: found.model.procedure.name)
    return sorted(by_names, key=lambda found: not any(found.files["contacts"].find("services.*.tel.*")))


@dataclass(frozen=True)
class Edit:
    """A change of a row of the list: the lines from `first` to `last` become `new`; `slipped` is how they come out with a slip."""

    row: Path_
    first: int
    last: int
    slipped: tuple[str, ...]
    new: tuple[str, ...]


def _rows(contacts: Source) -> list[Path_]:
    """List the rows of the list, those first in which no person is named, the partnership's own office last."""
    rows = [path for pattern in ("services.*", "office") for path, row in contacts.find(pattern) if isinstance(row, dict)]
    return sorted(rows, key=lambda row: any(contacts.find("people.*", row)))


def _added(contacts: Source, row: Path_) -> Edit | None:
    """Put the invented person below the last line of a row, with as much space before it as the row's own fields have."""
    keys = {path: place for path, place in contacts.keys.items() if path[: len(row)] == row and len(path) == len(row) + 1}
    columns = {column for _, column in keys.values()}
    if (*row, "people") in keys or len(columns) != 1:  # a row on one line has its fields in many columns
        return None
    space, last = " " * (columns.pop() - 1), end_of(contacts, row)
    person = tuple(f"{space}{line}" for line in ("people:", *(f"  {line}" for line in PERSON)))
    slipped = tuple(line.replace("name: ", "name:") for line in person)
    return Edit(row, last + 1, last, slipped, person)


def end_of(source: Source, path: Path_) -> int:
    """Give the last line of what stands under a path."""
    within = [place[0] for places in (source.keys, source.places) for one, place in places.items() if one[: len(path)] == path]
    last = max(within)
    # A text may go on below the line where it begins.
    following = [line for one, (line, _) in source.keys.items() if line > last]
    stop = min(following, default=len(source.lines) + 1)
    while last + 1 < stop and source.lines[last].strip() and not source.lines[last].lstrip().startswith(("#", "-")):
        last += 1
    return last


def _walk(library: Library, found: Partnership, kind: Kind, edit: Edit, with_examples: bool = False) -> Walk | None:
    """Make the change with the slip and without; nothing where the one is not refused, or the other is."""
    contacts = found.files["contacts"]
    slipped, changed = (put(contacts, edit.first, edit.last, new) for new in (edit.slipped, edit.new))
    made, example = _made(library, found, changed, with_examples)
    if made.problems or made.made is None:
        return None
    refused = try_change(library, found.id, {"contacts": text_of(slipped)}).problems
    if not refused:
        return None
    begin, old, new = contacts.places[edit.row][0], *(_row(model, contacts, edit.row) for model in (found.model, made.made.model))
    shown = max(edit.first, begin), edit.first + len(edit.new) - 1
    return Walk(
        kind=kind,
        partnership=found.id,
        place=found.model.procedure.name,
        file=contacts.name,
        subject=old[0],
        before=window(contacts.lines, edit.first, edit.last, begin, end_of(contacts, edit.row), ROW),
        slip=window(slipped, *shown, begin, shown[1], ROW),
        said=str(refused[0]),
        after=window(changed, *shown, begin, shown[1], ROW),
        page=f"{found.id}/contacts/",
        old=old[1],
        new=new[1],
        example=example,
    )


def _made(library: Library, found: Partnership, changed: tuple[str, ...], with_examples: bool) -> tuple[Trial, Example | None]:
    """Try the change. Only with examples may some no longer hold: these are then corrected, and the first is given."""
    made = try_change(library, found.id, {"contacts": text_of(changed)})
    failing = list(failing_examples(made.made)) if with_examples and made.made is not None else []
    if not failing:
        return made, None
    scenarios = text_of(corrected(found.files["scenarios"], failing))
    return try_change(library, found.id, {"contacts": text_of(changed), "scenarios": scenarios}), first_example(found, failing)


def _row(model: Model, contacts: Source, path: Path_) -> tuple[str, Html]:
    """Name a row, and show it as the contact page does; a link in a picture would lead away, or ring somebody."""
    name = next(value for _, value in contacts.texts("id", path))
    row = next(row for row in contact_rows(model, "../") if row.id == name)
    return row.name, tag("div", tag("p", tag("b", row.name)), without_links(row.body))


def without_links(shown: str) -> Html:
    """Leave the words of links and take the links."""
    return Html(LINK.sub(r'<span class="eg-linked">\1</span>', shown))
