"""What an author has still to write, as a list in the order of the work: a file in, a problem for each place out.

Each tells what is asked for there and where to look for it, in the words of the schemas.
"""

from collections.abc import Iterator
from dataclasses import replace

from helper.engine.model import SIDES
from helper.publish.fields import Field, fields_to
from helper.publish.marks import marked
from helper.publish.problems import Problem
from helper.publish.shape import name_of
from helper.publish.source import Path_, Source

# A procedure comes first, since all else points into it; the worked examples come last, and show whether it was understood.
ORDER = ("procedure", "contacts", "forms", "wording", "training", "scenarios")


def problems_to_do(source: Source, name: str) -> Iterator[Problem]:
    """List the places of a file where the mark stands, or nothing at all where something has to."""
    rank = 1 + (ORDER.index(name) if name in ORDER else len(ORDER))
    for path in _open(source, name):
        problem = source.problem(path, f"{name_of(path)} is still to be written.", _mend(name, path))
        yield replace(problem, excerpt="", to_do=rank)


def _open(source: Source, name: str) -> Iterator[Path_]:
    marks = marked(source)
    yield from (path for path in marks if not _folded(path, marks))
    for path, value in source.find("**"):
        if value is None and path:
            way = list(fields_to(name, path))
            if len(way) == len(path) + 1 and not way[-1].may_be_null:
                yield path


def _folded(path: Path_, marks: list[Path_]) -> bool:
    """Tell whether a place is part of a statement whose text is still to be written too: the two are one thing to do."""
    return bool(path) and path[-1] != "text" and (*path[:-1], "text") in marks


def _mend(name: str, path: Path_) -> str:
    """Tell what is asked for at a place: of a statement, what it is to say; else what the field is and how it is written."""
    way = list(fields_to(name, path))
    if len(way) <= len(path):
        return "Write what belongs here; an editor that knows the schema tells what that is."
    field, around = way[-1], way[-2]
    if around.is_statement and path[-1] == "text":
        said = [*_asked(path, way), field.description, _with_section(around)]
    elif isinstance(path[-1], int):  # an entry of a list: the list tells more of it
        said = [around.description, around.look, field.description, field.look, shown(field)]
    else:
        said = [field.description, field.look, shown(field), _unless(field)]
    return " ".join(one for one in said if one)


def _asked(path: Path_, way: list[Field]) -> list[str]:
    """Tell what a statement is to say: what its place is for, or what the list is for that it stands in."""
    statement, around = way[-2], way[-3]
    if isinstance(path[-2], int):
        return [around.description, around.look, "" if around.shape.get("minItems") else "Where it says nothing, write [] instead."]
    of_a_side = [around.description] if path[-2] in SIDES else []
    return [*of_a_side, statement.description, statement.look]


def _with_section(statement: Field) -> str:
    others = [key for key, field in statement.fields.items() if field.required and key not in ("text", "section")]
    return f"Add {', '.join([*others, 'section'])} beside it."


def _unless(field: Field) -> str:
    return "" if field.required else "Take it out where the document says nothing of it."


def shown(field: Field) -> str:
    """Say in one sentence how a value is written: one of its words, or a group or list with its fields.

    A text is written as it is, so nothing is said of it.
    """
    if words := field.shape.get("enum"):
        return f"One of: {', '.join(map(str, words))}."
    if field.shape.get("type") == "boolean":
        return "One of: true, false."
    none = ", or [] where there is none" if field.item and field.required and not field.shape.get("minItems") else ""
    return f"Write {written(field)}{none}." if field.item or field.fields else ""


def written(field: Field) -> str:
    """Show the shape of a value as it would stand in a file: the areas of a procedure are [{id: ..., label: ...}, ...]."""
    if field.item:
        one = written(field.item)
        return f"[{one}, ...]" if one != "..." else "[one, another]"
    if words := field.shape.get("enum"):
        return " | ".join(map(str, words))
    fields, named = field.fields, field.shape.get("additionalProperties")
    if isinstance(named, dict):  # one pair of a name and a value
        names = field.shape.get("propertyNames", {}).get("enum", ["id"])
        return f"{{{' | '.join(names)}: {' | '.join(named.get('enum', ['...']))}}}"
    needed = [key for key, one in fields.items() if one.required or (field.is_statement and key == "section")]
    if not needed and fields:
        return f"{{}}, or a group with any of {', '.join(fields)}"
    return f"{{{', '.join(f'{key}: {written(fields[key])}' for key in needed)}}}" if fields else "..."
