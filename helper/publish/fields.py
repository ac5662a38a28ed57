"""What the schemas say of each field: a schema's name and a path in a file in, the field with its meaning out."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helper.publish.shape import schema
from helper.publish.source import Path_

REFERENCE = re.compile(r"#/\$defs/(\w+)")
# Stands in one place each, and is shown there.
STRUCTURE = ("stage", "side_route", "service", "training", "headline")
PIECES = ("statement", "when", "gap", "limit")


@dataclass(frozen=True)
class Field:
    """A field of a file: its schema with every reference followed, what it means, where to look for it in a document, and
    whether it has to be there. `name` is that of the file its schema stands in, from which references are followed; `piece` names
    what stands in many places of a file, such as a statement, where the field is one."""

    name: str
    shape: dict[str, Any]
    description: str
    look: str = ""
    required: bool = True
    piece: str = ""

    @property
    def fields(self) -> dict[str, "Field"]:
        """Give the fields of a group, in the order of its schema; a text or a list has none."""
        needed = self.shape.get("required", [])
        return {key: _field(self.name, one, key in needed) for key, one in self.shape.get("properties", {}).items()}

    @property
    def item(self) -> "Field | None":
        """Give what each entry of a list is."""
        return _field(self.name, self.shape["items"], True) if "items" in self.shape else None

    @property
    def is_statement(self) -> bool:
        """Tell whether it says something, with the section it rests on."""
        return {"text", "section"} <= set(self.shape.get("properties", {}))

    @property
    def may_be_null(self) -> bool:
        """Tell whether nothing at all may stand there."""
        kinds = self.shape.get("type", ())
        return "null" in ([kinds] if isinstance(kinds, str) else kinds) or bool(self.shape.get("nullable"))


def field_of(name: str) -> Field:
    """Give a whole file, such as `procedure`, as a field."""
    return _field(name, schema(name), True)


def piece_of(name: str, piece: str) -> Field:
    """Give what stands in many places of a file, such as a statement: of its own schema, or of the one that all share."""
    file = name if piece in schema(name).get("$defs", {}) else "common"
    return _field(file, schema(file)["$defs"][piece], True)


def pieces(name: str) -> dict[str, Field]:
    """Give all that stands in many places of a file, by name: what its schema refers to, and what that refers to in turn."""
    wanted: list[str] = [name]
    found: dict[str, Field] = {}
    while wanted:
        here = wanted.pop(0)
        text = json.dumps(found[here].shape if here in found else schema(name))
        for piece in REFERENCE.findall(text):
            if piece not in found and piece not in STRUCTURE:
                found[piece] = piece_of(name, piece)
                wanted.append(piece)
    order = [*PIECES, *found]
    return dict(sorted(found.items(), key=lambda one: order.index(one[0])))


def fields_to(name: str, path: Path_) -> Iterator[Field]:
    """Give every field on the way to a place in a file, the whole file first; it ends where the schema knows no further."""
    field: Field | None = field_of(name)
    for step in (*path, None):
        if field is None:
            return
        yield field
        field = field.item if isinstance(step, int) else _named(field, step) if step else None


def _named(field: Field, name: str) -> Field | None:
    """Give a field of a group; where its names are free, such as ids, what any of them holds."""
    any_name = field.shape.get("additionalProperties")
    return field.fields.get(name) or (_field(field.name, any_name, True) if isinstance(any_name, dict) else None)


def _field(name: str, shape: dict[str, Any], required: bool) -> Field:
    """Follow references, and of several shapes take the one that is not null; what is said nearest to a field holds."""
    description, look, nullable, place = shape.get("description", ""), shape.get("look", ""), False, ""
    while "$ref" in shape or "anyOf" in shape:
        if "anyOf" in shape:
            nullable = nullable or {"type": "null"} in shape["anyOf"]
            shape = next(one for one in shape["anyOf"] if one != {"type": "null"})
        else:
            file, _, place = shape["$ref"].partition("#/$defs/")
            name = file.removesuffix(".schema.json") or name
            shape = schema(name)["$defs"][place]
        description, look = description or shape.get("description", ""), look or shape.get("look", "")
    return Field(name, shape | {"nullable": nullable}, description, look, required, "" if place in STRUCTURE else place)
