"""The three changes that the page shows: a library in, what is made of it out, kept from the last time where nothing changed."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from helper.engine.plain import from_plain
from helper.publish.cache import cached
from helper.publish.keeping.contact_walks import number_walk, person_walk
from helper.publish.keeping.stage_walk import stage_walk
from helper.publish.keeping.walk import Walk, text_of
from helper.publish.read import Library

CODE = Path(__file__).parents[2]
STEPS = {"number": number_walk, "person": person_walk, "stage": stage_walk}
FILE = "walks.json"


def walks(library: Library, kept: Path) -> dict[str, Walk]:
    """Give the changes by name; one that no partnership of the library has a place for is left out. `kept` is a folder."""
    made = cached(kept, sorted(CODE.rglob("*.py")), _texts(library), lambda: {FILE: _make(library)})
    return {name: from_plain(Walk, plain) for name, plain in json.loads(made[FILE]).items()}


def _make(library: Library) -> bytes:
    found = {name: walk(library) for name, walk in STEPS.items()}
    return json.dumps({name: asdict(one) for name, one in found.items() if one}, ensure_ascii=False).encode()


def _texts(library: Library) -> Mapping[str, bytes]:
    files = [*library.shared.values(), *(source for found in library.partnerships.values() for source in found.files.values())]
    return {source.name: text_of(source.lines).encode() for source in files}
