"""A draft on the reader's own disk: entries in, a readable JSON text out, and back, with all that no longer fits beside it."""

import json
import re
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from helper.engine.filled.entries import keep_all, read_entries
from helper.engine.filled.places import places
from helper.engine.model import Form, Model

KIND, VERSION = "escalation-guide-draft", 1
LARGEST = 1_000_000  # characters
DEPTH = 20  # far more than any draft needs
STRING = re.compile(r'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
Plain = dict[str, Any]


class NoDraft(Exception):
    """Why a text cannot be kept or opened as a draft, in a sentence with its mend."""


def write_draft(model: Model, form: Form, entries: Mapping[str, Any]) -> str:
    """Write a draft with all that was entered; raise NoDraft where it is too large to be opened again."""
    kept = keep_all(entries)
    plain = {
        "kind": KIND,
        "version": VERSION,
        "partnership": model.procedure.id,
        "partnership_name": model.procedure.name,
        "form": form.id,
        "form_title": form.title,
        "entries": kept,
        "labels": {key: place.label for key, place in places(form).items() if key in kept},
    }
    text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    if len(text) > LARGEST:
        raise NoDraft("This is too long for a draft, which holds a million characters. Keep it as a Word document instead.")
    return text


def read_draft(model: Model, form: Form, text: Any) -> Plain:
    """Give a draft's entries and, as `{key, label, value}`, what fits the form no longer; raise NoDraft for any other text."""
    draft = _parse(text)
    if (draft["partnership"], draft["form"]) != (model.procedure.id, form.id):
        what = f"{draft['form_title']} ({draft['partnership_name']})"[:300]
        raise NoDraft(f"This draft is of another form: {what}. Open it on the page of that form.")
    read = read_entries(form, draft["entries"])
    labels = {key: label for key, label in draft["labels"].items() if isinstance(label, str)}
    labels |= {key: place.label for key, place in places(form).items()}
    left_over = [{"key": one["key"], "label": labels.get(one["key"], one["key"]), "value": one["value"]} for one in read.left_over]
    return {"entries": read.fitting, "left_over": left_over}


def _parse(text: Any) -> Plain:
    """Read a draft of any form; raise NoDraft where the text is none, or of a later version."""
    none = NoDraft(
        "This file is no draft that this guide has saved. Choose the file that you saved here; its name ends in -draft.json."
    )
    if not isinstance(text, str):
        raise none
    if len(text) > LARGEST:
        raise NoDraft(
            "This file is too large: a draft holds no more than a million characters. Choose the file that you saved here."
        )
    # In the browser what is nested too deep ends Python itself, before anything can be caught.
    if _depth(text) > DEPTH:
        raise none
    try:
        draft = json.loads(text.removeprefix("\ufeff"))  # which some programs put first when they save
    except ValueError:
        raise none from None
    if not isinstance(draft, dict) or draft.get("kind") != KIND or type(draft.get("version")) is not int:
        raise none
    if draft["version"] > VERSION:
        raise NoDraft("This draft was saved by a newer edition of this guide. Load this page again, then open the draft again.")
    names = [draft.get(name) for name in ("partnership", "partnership_name", "form", "form_title")]
    if not _are_texts(names) or not _are_entries(draft.get("entries")):
        raise none
    return draft | {"labels": draft["labels"] if isinstance(draft.get("labels"), dict) else {}}


def _depth(text: str) -> int:
    """Tell how deep a text of JSON is nested, without reading it as such."""
    steps = (1 if bracket in "[{" else -1 for bracket in re.findall(r"[\[\]{}]", STRING.sub("", text)))
    return max(accumulate(steps), default=0)


def _are_entries(plain: Any) -> bool:
    return isinstance(plain, dict) and all(_are_texts(one if isinstance(one, list) else [one]) for one in plain.values())


def _are_texts(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)
