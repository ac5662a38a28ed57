"""The part of YAML 1.2 that procedure files are written in: text in, what ruamel.yaml loads out, or what is in the way.

YAML can do more: point from one place to another, name types of a programming language, nest without end, use a list as the name
of a field. None of it is needed to write down a procedure, and some of it takes for ever to read. Each is refused as soon as it
comes up, at its place, before it is built. The names of fields stay the text that they are, so that `1` and `"1"` are one name.
"""

import re
import sys
from dataclasses import dataclass
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import ScalarEvent
from ruamel.yaml.nodes import MappingNode
from ruamel.yaml.parser import Parser
from ruamel.yaml.scanner import Scanner
from ruamel.yaml.tag import Tag

# Several times what the longest real file has, and quick to read still.
DEEPEST, MOST_VALUES, LONGEST_LIST, LONGEST_TEXT, MOST_FIGURES = 30, 50_000, 1_000, 5_000, 15
TEXT, NUMBERS = "tag:yaml.org,2002:str", ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
# What YAML forbids, and what some programs take for the end of a line and others do not.
UNSEEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile("\r\n|\r|\n")
BY_NUMBER = re.compile(r"\\U([0-9A-Fa-f]{8})")
DIRECTIVE = re.compile("^%.*", re.MULTILINE)


@dataclass
class NotPlain(Exception):
    """What cannot be read: its line and column, counted from 1, what it is, and how to mend it."""

    line: int
    column: int
    what: str
    mend: str


def load(text: str) -> Any:
    """Load a text as round-trip YAML, in which every value knows its place; raise NotPlain where it is not plain YAML."""
    if found := UNSEEN.search(text):
        what = f"This line holds a character that cannot be seen (U+{ord(found[0]):04X})."
        raise _at(text, found.start(), what, "Type the line again, without it.")
    if found := DIRECTIVE.search(text):
        what = "A line that begins with % changes how YAML is read, and is not used in these files."
        raise _at(text, found.start(), what, "Take the line out, or write the text in quotes.")
    yaml = YAML(typ="rt", pure=True)
    # Comments are not kept, since nothing is written back: a fifth of the time.
    yaml.Scanner, yaml.Parser = Scanner, Parser
    yaml.Composer, yaml.Constructor = _PlainComposer, _TextDates
    yaml.allow_duplicate_keys = False
    try:
        return yaml.load(StringIO(text))
    except MarkedYAMLError as error:
        raise _syntax(error) from None
    except ValueError:
        beyond = next((found for found in BY_NUMBER.finditer(text) if int(found[1], 16) > sys.maxunicode), None)
        if not beyond:
            raise
        raise _at(text, beyond.start(), f"There is no character {beyond[0]}.", "Type the character itself.") from None


def _at(text: str, position: int, what: str, mend: str) -> NotPlain:
    ends = [found.end() for found in LINE_END.finditer(text, 0, position)]
    return NotPlain(len(ends) + 1, position - (ends[-1] if ends else 0) + 1, what, mend)


def _syntax(error: MarkedYAMLError) -> NotPlain:
    mark = error.problem_mark or error.context_mark
    said = str(error.problem or "this line cannot be read").splitlines()[0]
    mend = "Look at this line and the one above it: a missing quote, colon or space, a tab, or a key written twice."
    return NotPlain(mark.line + 1, mark.column + 1, f"This is not YAML: {said}.", mend)


class _TextDates(RoundTripConstructor):
    """Keeps dates as the text that stands in the file."""


_TextDates.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))


class _PlainComposer(Composer):
    """Looks at each value before it is built, and refuses it there."""

    values = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Build one value. `index` is None for the name of a field, and for the whole document, which has no parent."""
        event = self.parser.peek_event()
        is_name = isinstance(parent, MappingNode) and index is None
        self.values += 1
        if found := _marked(event) or _too_much(event, parent, self) or (_name(event) if is_name else None):
            raise NotPlain(event.start_mark.line + 1, event.start_mark.column + 1, *found)
        node = super().compose_node(parent, index)
        if is_name:
            node.ctag = Tag(suffix=TEXT)
        elif isinstance(event, ScalarEvent) and str(node.ctag) in NUMBERS and len(event.value) > MOST_FIGURES:
            what, mend = f"This number has more than {MOST_FIGURES} figures.", "Shorten it, or put it in quotes, as text."
            raise NotPlain(event.start_mark.line + 1, event.start_mark.column + 1, what, mend)
        return node


def _marked(event: Any) -> tuple[str, str] | None:
    if not getattr(event, "anchor", None) and not getattr(event, "tag", None):
        return None
    what = "Anchors (&name), aliases (*name) and tags (!name) are not used in these files."
    return what, "Write the text out in this place, in quotes if it begins with one of these signs."


def _too_much(event: Any, parent: Any, composer: _PlainComposer) -> tuple[str, str] | None:
    if composer.depth >= DEEPEST:
        return "This file is nested too deeply.", "Compare it with a file that works."
    if composer.values > MOST_VALUES:
        return f"This file has more than {MOST_VALUES:,} values.", "Keep only what one partnership needs in it."
    if parent is not None and len(parent.value) >= LONGEST_LIST:
        return f"This list has more than {LONGEST_LIST:,} entries.", "Look for what stands in it more than once."
    if isinstance(event, ScalarEvent) and len(event.value) > LONGEST_TEXT:
        return f"This text is longer than {LONGEST_TEXT:,} letters.", "Say it shorter, in a sentence or two."
    return None


def _name(event: Any) -> tuple[str, str] | None:
    if not isinstance(event, ScalarEvent):
        return "The name of a field is a list or a group here.", "Write a word before the colon, and leave out the ?."
    if event.value == "<<":
        return "Fields are merged (<<) from somewhere else here.", "Write each field out in this place."
    return None
