"""Entries are sorted into what fits the form and what does not, and nothing that was typed is lost or changed."""

from typing import Any

import pytest

from helper.engine.filled.entries import chosen, keep_all, read_entries, words
from helper.engine.filled.places import LONGEST_MARK, places, whole_label
from helper.engine.model import Field, Form
from tests.engine.filled.example import FORM, FULL

PLACES = places(FORM)


def left_over(given: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["key"], one["value"]) for one in read_entries(FORM, given).left_over]


def test_a_form_has_a_place_for_every_field_and_cell_but_for_what_it_prints() -> None:
    cells = [f"outcome.{row}.{column}" for row in (0, 1) for column in (1, 2, 3)]
    assert list(PLACES) == ["day", "name", "summary", "need", "way", "agreed", *cells]
    assert PLACES["name"].label == "Sent to: 1."
    assert PLACES["outcome.1.2"].label == "Outcome: Stage 4, Agreed"
    assert PLACES["agreed"].options == PLACES["outcome.0.2"].options == ("Yes", "No")


def test_marks_are_names_that_word_takes_and_no_two_are_alike() -> None:
    ids = ["a-b", "a--b", "x" * 90, f"{'x' * 90}-2"]
    marks = [
        place.mark
        for place in places(Form("f", "F", "1", True, FORM.summary, fields=tuple(Field(i, i, "text") for i in ids))).values()
    ]
    assert len(set(marks)) == len(ids)
    assert all(len(mark) <= LONGEST_MARK and mark.replace("_", "").isalnum() and mark.startswith("field_") for mark in marks)


def test_what_fits_is_kept_as_it_is() -> None:
    read = read_entries(FORM, FULL)
    assert read.fitting == FULL
    assert read.left_over == []


@pytest.mark.parametrize("nothing", ["", [], None, [""], 5, {"a": "b"}, True])
def test_what_is_empty_or_no_text_is_no_entry(nothing: Any) -> None:
    read = read_entries(FORM, {"name": nothing, "need": nothing, "gone": nothing})
    assert (read.fitting, read.left_over, keep_all({"name": nothing})) == ({}, [], {})


@pytest.mark.parametrize(
    ("given", "over"),
    [
        ({"gone": "kept"}, [("gone", "kept")]),
        ({"gone": ["one", "two"]}, [("gone", "one"), ("gone", "two")]),
        ({"copied": "what the form prints"}, [("copied", "what the form prints")]),
        ({"outcome.2.1": "no such row"}, [("outcome.2.1", "no such row")]),
        ({"outcome": "a table is no place"}, [("outcome", "a table is no place")]),
        ({"way": "By fax"}, [("way", "By fax")]),
        ({"way": ["By post", "By hand"]}, [("way", "By post"), ("way", "By hand")]),
        ({"agreed": "yes"}, [("agreed", "yes")]),
        ({"name": ["two", "texts"]}, [("name", "two"), ("name", "texts")]),
    ],
)
def test_what_does_not_fit_is_handed_back(given: dict[str, Any], over: list[tuple[str, str]]) -> None:
    assert read_entries(FORM, given).fitting == {}
    assert left_over(given) == over


def test_of_check_boxes_those_that_still_stand_are_kept() -> None:
    given = {"need": ["Early help", "Early years", "Early help"]}
    assert read_entries(FORM, given).fitting == {"need": ["Early help"]}
    assert left_over(given) == [("need", "Early years")]


def test_one_that_was_a_choice_still_ticks_its_box_and_the_other_way_round() -> None:
    read = read_entries(FORM, {"need": "Early help", "way": ["By post"], "name": ["alone"]})
    assert read.fitting == {"need": ["Early help"], "way": "By post", "name": "alone"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a\r\nb\rc", "a\nb\nc"), (" a  b\t", " a  b\t"), ("\ud800x", "\ufffdx"), ("\U0001f642", "\U0001f642"), ("  ", "  ")],
)
def test_only_line_ends_and_half_a_surrogate_pair_are_changed(typed: str, kept: str) -> None:
    assert read_entries(FORM, {"summary": typed}).fitting == {"summary": kept}
    assert keep_all({"summary": typed}) == {"summary": kept}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2026-11-05", "5 November 2026"),
        ("0987-01-31", "31 January 0987"),
        ("2026-02-30", "2026-02-30"),
        ("20261105", "20261105"),
        ("2026-W45-4", "2026-W45-4"),
        ("5.11.26", "5.11.26"),
        ("next Monday ", "next Monday "),
    ],
)
def test_a_day_is_written_as_in_a_letter_and_any_other_text_as_typed(typed: str, shown: str) -> None:
    assert words(PLACES["day"], {"day": typed}) == shown


def test_only_a_date_is_read_as_a_day() -> None:
    assert words(PLACES["name"], {"name": "2026-11-05"}) == "2026-11-05"


def test_boxes_are_given_in_the_forms_order() -> None:
    assert chosen(PLACES["need"], {"need": ["Child protection", "Early help"]}) == ["Early help", "Child protection"]


def test_boxes_that_were_ticked_are_said_one_after_the_other() -> None:
    assert words(PLACES["need"], FULL) == "Early help; Child protection"


def test_a_place_is_of_the_kind_of_its_field_or_column_and_named_with_its_group() -> None:
    found = {key: place.type for key, place in places(FORM).items()}
    assert (found["day"], found["summary"], found["outcome.0.1"], found["outcome.1.3"]) == ("date", "long_text", "date", "choice")
    assert whole_label(Field("of", "Name", "text", group="Box X: -")) == "Box X: Name"
