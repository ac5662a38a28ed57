"""A filled form as plain text, to paste into a case system: a model, a form and entries in; lines that end in LF out."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from helper.engine.filled.entries import Value, chosen, words
from helper.engine.filled.places import Place, cell_key, places
from helper.engine.filled.sending import LEFT_EMPTY, SENDING_TITLE, made_with, origin, sending
from helper.engine.model import Field, Form, Model


def plain_text(model: Model, form: Form, entries: Mapping[str, Value]) -> str:
    """Write a filled form: each label, then what was entered, as it was typed."""
    blocks = [
        f"{_underlined(form.title, '=')}\n{model.procedure.partnership}\n{origin(model)}",
        *_sending(model, form),
        *_fields(form, entries),
        made_with(model),
    ]
    return "\n\n".join(blocks) + "\n"


def _underlined(text: str, line: str) -> str:
    return f"{text}\n{line * len(text)}"


def _sending(model: Model, form: Form) -> Iterator[str]:
    if said := sending(model, form):
        yield "\n".join([_underlined(SENDING_TITLE, "-"), *(f"- {sentence}" for sentence in said)])


def _fields(form: Form, entries: Mapping[str, Value]) -> Iterator[str]:
    known = places(form)
    for group, fields in groupby(form.fields, key=lambda field: field.group):
        if group:
            yield _underlined(group, "-")
        for field in fields:
            yield from _field(field, known, entries)


def _field(field: Field, known: Mapping[str, Place], entries: Mapping[str, Value]) -> Iterator[str]:
    if field.type == "fixed":
        yield field.label
    elif field.type == "table":
        yield field.label
        yield from _cells(field, known, entries)
    else:
        yield f"{field.label}\n{_entered(known[field.id], entries)}"


def _cells(field: Field, known: Mapping[str, Place], entries: Mapping[str, Value]) -> Iterator[str]:
    for number, row in enumerate(field.rows):
        for index, column in enumerate(field.columns):
            if place := known.get(cell_key(field, number, index)):
                yield f"{row}, {column.label}\n{_entered(place, entries)}"


def _entered(place: Place, entries: Mapping[str, Value]) -> str:
    if place.options and not place.takes_one:
        ticked = chosen(place, entries)
        return "\n".join(f"[{'x' if option in ticked else ' '}] {option}" for option in place.options)
    return words(place, entries) or LEFT_EMPTY
