"""A draft is opened again as it was saved; what fits no longer is handed back; any other text is refused in a sentence."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from helper.engine.filled.draft import DEPTH, LARGEST, NoDraft, read_draft, write_draft
from helper.engine.model import Form
from tests.engine.filled.example import FORM, FULL, MODEL

SAVED = json.loads(write_draft(MODEL, FORM, FULL))


def refusal(text: Any, form: Form = FORM) -> str:
    with pytest.raises(NoDraft) as refused:
        read_draft(MODEL, form, text)
    return str(refused.value)


def changed(**values: Any) -> str:
    return json.dumps({**SAVED, **values})


def without(name: str) -> str:
    return json.dumps({key: value for key, value in SAVED.items() if key != name})


def test_a_draft_is_opened_again_as_it_was_saved() -> None:
    assert read_draft(MODEL, FORM, write_draft(MODEL, FORM, FULL)) == {"entries": FULL, "left_over": []}


def test_a_draft_can_be_read_by_people() -> None:
    text = write_draft(MODEL, FORM, FULL)
    assert '"form_title": "Notice <of> disagreement"' in text
    assert "Żaneta Ŵyn" in text
    assert SAVED["labels"]["outcome.0.2"] == "Outcome: Stage 3, Agreed"


def test_what_a_later_version_may_hold_beside_it_is_passed_over_up_to_a_depth() -> None:
    def nested(depth: int) -> Any:
        return [nested(depth - 1)] if depth > 1 else []

    assert read_draft(MODEL, FORM, changed(more=nested(DEPTH - 1)))["entries"] == FULL
    assert "no draft" in refusal(changed(more=nested(DEPTH)))


def test_a_mark_that_some_programs_put_in_front_does_no_harm() -> None:
    assert read_draft(MODEL, FORM, "\ufeff" + write_draft(MODEL, FORM, FULL))["entries"] == FULL


def test_what_fits_no_longer_is_handed_back_under_its_old_label() -> None:
    fields = tuple(
        replace(field, options=("Early help",)) if field.id == "need" else field for field in FORM.fields if field.id != "name"
    )
    read = read_draft(MODEL, replace(FORM, fields=fields), write_draft(MODEL, FORM, FULL))
    assert read["entries"] == {key: value for key, value in FULL.items() if key != "name"} | {"need": ["Early help"]}
    assert read["left_over"] == [
        {"key": "name", "label": "Sent to: 1.", "value": "Żaneta Ŵyn"},
        {"key": "need", "label": "Level of need", "value": "Child protection"},
    ]


def test_what_did_not_fit_when_it_was_saved_is_not_lost_either() -> None:
    read = read_draft(MODEL, FORM, write_draft(MODEL, FORM, {"gone": "x", "way": "By fax"}))
    assert read["left_over"] == [{"key": "gone", "label": "gone", "value": "x"}, {"key": "way", "label": "Way", "value": "By fax"}]


@pytest.mark.parametrize(
    "text",
    [
        None,
        5,
        "",
        "Dear colleague",
        "{",
        "[]",
        '"text"',
        "null",
        "9" * 5000,
        "[" * 200_000,
        '{"a":' * 200_000,
        '"' * 200_001,
        '"\\' * 100_000,
        changed(kind="another"),
        changed(version="1"),
        changed(version=True),
        changed(partnership=5),
        changed(form=None),
        changed(form_title=["x"]),
        changed(entries=[]),
        changed(entries={"name": 5}),
        changed(entries={"name": ["x", {}]}),
        changed(entries={"name": None}),
        without("kind"),
        without("version"),
        without("entries"),
        without("partnership"),
    ],
    ids=lambda text: re.sub(r"\W", "-", f"{text} of {len(str(text))}"[:30]),
)
def test_a_text_that_is_no_draft_is_refused(text: Any) -> None:
    assert refusal(text) == (
        "This file is no draft that this guide has saved. Choose the file that you saved here; its name ends in -draft.json."
    )


def test_a_draft_of_a_newer_edition_is_refused_even_if_all_else_has_changed() -> None:
    assert refusal(changed(version=2, entries=[[["other"]]])).startswith("This draft was saved by a newer edition of this guide.")


@pytest.mark.parametrize("values", [{"form": "other"}, {"partnership": "elsewhere"}])
def test_a_draft_of_another_form_is_refused_by_its_name(values: dict[str, str]) -> None:
    said = refusal(changed(**values, partnership_name="Elsewhere"))
    assert said == "This draft is of another form: Notice <of> disagreement (Elsewhere). Open it on the page of that form."


def test_a_name_without_end_does_not_fill_the_screen() -> None:
    assert len(refusal(changed(form="other", form_title="x" * 10_000))) < 500


def test_a_file_that_is_too_large_is_refused_and_none_is_written() -> None:
    assert refusal("x" * (LARGEST + 1)).startswith("This file is too large")
    with pytest.raises(NoDraft, match="too long for a draft"):
        write_draft(MODEL, FORM, {"summary": "x" * LARGEST})


def test_labels_are_taken_only_where_they_are_texts() -> None:
    for labels in ([], {"gone": 5}, None):
        read = read_draft(MODEL, FORM, changed(labels=labels, entries={"gone": "x"}))
        assert read["left_over"] == [{"key": "gone", "label": "gone", "value": "x"}]


def test_a_draft_as_long_as_a_draft_may_be_is_saved_and_one_letter_more_is_told_what_to_do() -> None:
    room = LARGEST + 1 - len(write_draft(MODEL, FORM, {"summary": "x"}))
    assert len(write_draft(MODEL, FORM, {"summary": "x" * room})) == LARGEST
    with pytest.raises(NoDraft) as refused:
        write_draft(MODEL, FORM, {"summary": "x" * (room + 1)})
    assert str(refused.value) == (
        "This is too long for a draft, which holds a million characters. Keep it as a Word document instead."
    )


def test_what_is_long_and_not_deep_is_no_nest_and_brackets_that_somebody_typed_are_text() -> None:
    beside = changed(entries={"summary": "x"} | {f"gone-{number}": ["x"] for number in range(500)})
    assert len(read_draft(MODEL, FORM, beside)["left_over"]) == 500
    assert read_draft(MODEL, FORM, changed(entries={"summary": "[" * 500}))["entries"] == {"summary": "[" * 500}


def test_brackets_that_were_closed_before_hide_none_that_is_too_deep() -> None:
    assert refusal("[" + "[]," * 200_000 + "[" * 150_000) == refusal("no draft")
