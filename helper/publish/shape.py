"""Hold a file against its JSON Schema: a Source in, problems in plain words out."""

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource

from helper.publish.marks import marked
from helper.publish.problems import Problem
from helper.publish.source import Path_, Source

SCHEMAS = Path(__file__).parents[2] / "schemas"
KINDS = {
    "string": "text",
    "array": "a list",
    "object": "a group of fields",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}
# JSON Schema takes 24.0 for a whole number; a sentence that says "24.0 hours" does not.
_WHOLE = Draft202012Validator.TYPE_CHECKER.redefine(
    "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
)


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    """Hold a text against a pattern: in JSON Schema $ is the very end of it, for Python a line end may still follow."""
    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


_Validator: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": _pattern}, type_checker=_WHOLE
)


@cache
def schema(name: str) -> dict[str, Any]:
    """Load one of the schemas by name: `procedure` for schemas/procedure.schema.json."""
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


@cache
def validator(name: str) -> Draft202012Validator:
    """Give the validator of a schema, with all the others within its reach."""
    files = sorted(SCHEMAS.glob("*.schema.json"))
    every = [(file.name, Resource.from_contents(json.loads(file.read_text(encoding="utf-8")))) for file in files]
    registry: Registry[Any] = Registry().with_resources(every)
    return _Validator(schema(name), registry=registry)


def problems_of_shape(source: Source, name: str) -> list[Problem]:
    """List where a file does not have the shape that its schema describes; what is not written yet has none to hold to it."""
    unwritten = set(marked(source))
    errors = [error for error in validator(name).iter_errors(source.plain) if not _unwritten(error, unwritten)]
    return [problem for error in errors for problem in _explain(source, error)]


def _unwritten(error: ValidationError, marks: set[Path_]) -> bool:
    path = tuple(error.absolute_path)
    return path in marks or (bool(path) and error.instance is None)


def _explain(source: Source, error: ValidationError) -> Iterator[Problem]:
    path = tuple(error.absolute_path)
    field = name_of(path)
    declared: dict[str, Any] = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
    value, rule = cast(Any, error.instance), cast(Any, error.validator_value)
    if error.validator == "anyOf":
        yield from _explain_choice(source, error)
    elif error.validator == "required":
        for missing in sorted(set(rule) - set(value)):
            described = declared.get(missing, {}).get("description")
            meaning = f": {described}" if described else "."
            yield source.problem(path, f'{field} has no "{missing}".', f'Add "{missing}"{meaning}')
    elif error.validator == "additionalProperties":
        known = list(declared)
        for extra in (key for key in value if key not in known):
            near = get_close_matches(str(extra), known, n=1)
            hint = f'Did you mean "{near[0]}"?' if near else f"Fields it can have: {', '.join(known)}."
            what = f'{field} has a field "{extra}", which nothing reads.'
            yield source.problem_of_name((*path, extra), what, f"Remove it or name it otherwise. {hint}")
    else:
        what, mend = _plain_words(error)
        yield source.problem(path, f"{field} {what}", mend)


def _explain_choice(source: Source, error: ValidationError) -> Iterator[Problem]:
    """Explain where a value misses the one of several shapes that it seems to be meant as."""
    meant = [inner for inner in error.context or () if inner.validator != "type" or inner.path]
    for inner in meant:
        yield from _explain(source, inner)
    if not meant:
        meaning = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
        yield source.problem(tuple(error.absolute_path), f"{name_of(tuple(error.absolute_path))} is of another kind.", meaning)


def _plain_words(error: ValidationError) -> tuple[str, str]:
    value, rule = error.instance, cast(Any, error.validator_value)
    meaning = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
    if error.validator == "type":
        kinds = [KINDS.get(kind, kind) for kind in ([rule] if isinstance(rule, str) else rule)]
        quotes = ' Put it in quotes ("...").' if "text" in kinds and isinstance(value, int | float | bool) else ""
        return f"is not {' or '.join(kinds)}.", f"Write {' or '.join(kinds)} here.{quotes} {meaning}".strip()
    if error.validator in ("enum", "const"):
        allowed = rule if isinstance(rule, list) else [rule]
        near = get_close_matches(str(value), [str(one) for one in allowed], n=1)
        hint = f' Did you mean "{near[0]}"?' if near else ""
        return f'is "{value}", which is none of its values.', f"Write one of: {', '.join(map(str, allowed))}.{hint}"
    if error.validator == "pattern" and "YYYY-MM-DD" in meaning:
        return f'is "{value}", which is no date.', meaning
    if error.validator == "pattern":
        return f'is "{value}", which does not have the form of an id.', f"{meaning} Small letters, figures and hyphens."
    if error.validator == "oneOf":
        return (
            "needs either a section of the document or an outside source, and not both.",
            'Add "section: ..." (or "source: ..." for what is not from the document).',
        )
    if error.validator == "maxItems" or (error.validator == "minItems" and rule > 1):
        count, beyond = len(cast(list[Any], value)), "fewer" if error.validator == "minItems" else "more"
        return f"has {count} {'entry' if count == 1 else 'entries'}, {beyond} than {rule}.", meaning
    if error.validator in ("minLength", "minItems", "minProperties"):
        return "is empty.", f"Fill it in, or leave the field out. {meaning}".strip()
    if error.validator in ("minimum", "maximum"):
        return f"is {value}, which is {'below' if error.validator == 'minimum' else 'above'} {rule}.", meaning
    if error.validator == "maxProperties":
        return "has more than one entry.", f"Give each a line of its own. {meaning}".strip()
    return f"does not fit its schema: {error.message}.", meaning or "Compare it with a file that works."


def name_of(path: Path_) -> str:
    """Name a place in a file as an author would.

    >>> name_of(("stages", 0, "headline", "text"))
    '"stages 1: headline: text"'
    """
    if not path:
        return "The file"
    shown = "".join(
        f" {step + 1}" if isinstance(step, int) else f"{': ' if index else ''}{step}" for index, step in enumerate(path)
    )
    return f'"{shown}"'
