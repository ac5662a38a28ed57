"""What can be asked about a form's entries: a model and a request in, a reply out.

A request holds `form`, the form's id, and `entries`. A reply of `{"refused": ...}` says in a sentence why there is nothing else.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import partial
from typing import Any

from helper.engine.case import unknown
from helper.engine.filled.draft import NoDraft, read_draft, write_draft
from helper.engine.filled.entries import read_entries, words
from helper.engine.filled.places import places
from helper.engine.filled.sheet import show_sheet
from helper.engine.filled.text import plain_text
from helper.engine.filled.word import fill_word
from helper.engine.model import Form, Model

Plain = dict[str, Any]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _show_form(model: Model, form: Form, asked: Plain) -> Plain:
    entries = read_entries(form, asked["entries"]).fitting
    empty = [place.label for place in places(form).values() if not words(place, entries)]
    return {"html": show_sheet(model, form, entries), "text": plain_text(model, form, entries), "left_empty": empty}


def _write_form(model: Model, form: Form, asked: Plain) -> Plain:
    try:
        filled = fill_word(b64decode(asked.get("blank", "")), form, read_entries(form, asked["entries"]).fitting)
    except (ValueError, TypeError):
        return {"refused": "The blank of this form is damaged, or is another form's. Load this page again."}
    name = f"{model.procedure.id}-{form.id}.docx"
    return {"file": {"name": name, "type": WORD, "base64": b64encode(filled).decode()}}


def _save_draft(model: Model, form: Form, asked: Plain) -> Plain:
    name = f"{model.procedure.id}-{form.id}-draft.json"
    return {"file": {"name": name, "type": "application/json", "text": write_draft(model, form, asked["entries"])}}


def _open_draft(model: Model, form: Form, asked: Plain) -> Plain:
    return read_draft(model, form, asked.get("text"))


def _with_form(act: Callable[[Model, Form, Plain], Plain], model: Model, asked: Plain) -> Plain:
    """Let an act have the form that a request names; refuse one that we do not hold, for it has no fields."""
    known = {form.id: form for form in model.forms}
    if asked.get("form") not in tuple(known):
        raise unknown("form", asked.get("form"), tuple(known))
    form = known[asked["form"]]
    if not form.available:
        return {"refused": f"We do not hold this form: {form.title}. Ask your safeguarding lead, or the partnership, for it."}
    try:
        return act(model, form, asked)
    except NoDraft as problem:
        return {"refused": str(problem)}


ACTS: dict[str, Callable[[Model, Plain], Plain]] = {
    "show_form": partial(_with_form, _show_form),
    "write_form": partial(_with_form, _write_form),
    "save_draft": partial(_with_form, _save_draft),
    "open_draft": partial(_with_form, _open_draft),
}
