"""What the page may ask about a form, through the door: JSON text in, JSON text out."""

import json
from base64 import b64decode, b64encode
from typing import Any

import pytest

from helper.engine.door import MODELS, handle
from helper.engine.filled.word import fill_word
from tests.engine.filled.example import FORM, FULL, MODEL, blank_by_hand

BLANK = blank_by_hand(FORM)


@pytest.fixture(autouse=True)
def _opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MODELS, MODEL.procedure.id, MODEL)


def ask(act: str, **more: Any) -> Any:
    asked = {"do": act, "partnership": MODEL.procedure.id, "form": FORM.id, "entries": FULL, **more}
    return json.loads(handle(json.dumps(asked)))


def test_a_form_is_shown_as_a_sheet_and_as_text_with_what_is_left_empty() -> None:
    reply = ask("show_form")
    assert set(reply) == {"html", "text", "left_empty"}
    assert reply["left_empty"] == ["Outcome: Stage 3, Why", "Outcome: Stage 4, Date", "Outcome: Stage 4, Agreed"]
    assert {"Level of need", "Way", "Agreed?"} <= set(ask("show_form", entries={})["left_empty"])


def test_a_blank_is_filled_in_and_named_without_anybodys_name() -> None:
    file = ask("write_form", blank=b64encode(BLANK).decode())["file"]
    assert file["name"] == "northmere-notice.docx"
    assert file["type"].endswith("wordprocessingml.document")
    assert b64decode(file["base64"]) == fill_word(BLANK, FORM, FULL)


@pytest.mark.parametrize("blank", ["", "?", "é", None, 5, b64encode(b"PK").decode()])
def test_a_damaged_blank_is_refused_in_a_sentence(blank: Any) -> None:
    assert ask("write_form", blank=blank) == {
        "refused": "The blank of this form is damaged, or is another form's. Load this page again."
    }


def test_a_draft_goes_to_a_file_and_comes_back() -> None:
    file = ask("save_draft")["file"]
    assert (file["name"], file["type"]) == ("northmere-notice-draft.json", "application/json")
    assert ask("open_draft", text=file["text"]) == {"entries": FULL, "left_over": []}


def test_half_a_surrogate_pair_stops_nothing() -> None:
    entries = {"name": "\ud800", "gone\udfff": "\udfff"}
    assert "\ufffd" in ask("show_form", entries=entries)["text"]
    assert "\ufffd" in ask("save_draft", entries=entries)["file"]["text"]
    assert "file" in ask("write_form", entries=entries, blank=b64encode(BLANK).decode())


def test_what_is_no_draft_is_refused_in_a_sentence() -> None:
    assert ask("open_draft", text="{}")["refused"].endswith(".")
    assert ask("save_draft", entries={"summary": "x" * 1_000_001})["refused"].endswith(".")


@pytest.mark.parametrize("act", ["show_form", "write_form", "save_draft", "open_draft"])
def test_a_form_that_the_document_does_not_hold_is_not_made_up(act: str) -> None:
    assert ask(act, form="lost")["refused"].startswith("We do not hold this form: Notice <of> disagreement.")


@pytest.mark.parametrize("form", ["notise", None, 5, ["notice"]])
def test_a_form_that_nobody_knows_is_a_problem(form: Any) -> None:
    reply = ask("show_form", form=form)
    assert reply["problem"]["field"] == "form"
    assert reply["sentence"].endswith(("?", "."))
