"""A blank is filled in one pass: each mark once, whatever was typed, and the same bytes each time."""

import re
from dataclasses import replace
from typing import Any

import pytest

from helper.engine.filled.archive import read_parts, write_parts
from helper.engine.filled.markup import paragraphs, storable
from helper.engine.filled.word import DOCUMENT, OPEN, TICKED, fill_word
from helper.engine.model import Field
from tests.engine.filled.example import FORM, FULL, blank_by_hand

BLANK = blank_by_hand(FORM)


def filled(entries: dict[str, Any]) -> str:
    return read_parts(fill_word(BLANK, FORM, entries))[DOCUMENT].decode()


def written(text: str) -> str:
    """Give what stands between the marks of the summary."""
    found = re.search(r'<w:bookmarkStart w:id="2" [^>]*/>(.*)<w:bookmarkEnd w:id="2"/>', filled({"summary": text}), re.DOTALL)
    assert found
    return found[1]


def test_nothing_entered_leaves_the_blank_as_it_is() -> None:
    assert fill_word(BLANK, FORM, {}) == BLANK


def test_words_go_to_their_mark_and_ticks_to_their_box() -> None:
    text = filled(FULL)
    assert '<w:bookmarkStart w:id="1" w:name="field_2_name"/><w:r><w:t xml:space="preserve">Żaneta Ŵyn</w:t></w:r>' in text
    assert text.count(TICKED) == text.count('<w14:checked w14:val="1"/>') == 6
    assert text.startswith(f"<w:body><w:p><w:r><w:t>Notice {OPEN}</w:t>")  # a box of the form's own words is none to tick
    boxes = re.findall(r'<w:tag w:val="field_\d+_(\w+\.\d)"/><w14:checked w14:val="1"/>', text)
    assert boxes == ["need.0", "need.2", "way.1", "agreed.1", "outcome_0_2.0", "outcome_1_3.1"]


def test_a_line_is_a_paragraph_a_tab_a_tab_and_every_space_stays() -> None:
    assert written(" a\tb  c\n\nd ") == (
        '<w:r><w:t xml:space="preserve"> a</w:t><w:tab/><w:t xml:space="preserve">b  c</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr><w:r><w:t xml:space="preserve">d </w:t></w:r>'
    )


def test_where_a_line_begins_or_ends_with_a_tab_nothing_stands_beside_it() -> None:
    assert written("\ta\t") == '<w:r><w:tab/><w:t xml:space="preserve">a</w:t><w:tab/></w:r>'


@pytest.mark.parametrize(
    "text", ['<w:t>"&amp;"', "=1+1", "{{x}}", "\\1\\g<0>", "]]>", "<w:p><w:bookmarkStart/></w:p>", "\ue000\uf8ff"]
)
def test_what_looks_like_something_else_is_text(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert written(text) == f'<w:r><w:t xml:space="preserve">{escaped}</w:t></w:r>'


def test_what_was_typed_is_never_filled_in_itself() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="field_2_name"/><w:bookmarkEnd w:id="1"/>'
    slot = f'<w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr>{mark}</w:p>'
    text = filled({"day": slot, "summary": f"field_2_name {OPEN}", "name": "Once"})
    assert text.count("Once") == 1
    assert text.count("&lt;w:bookmarkStart") == 1


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a\vb\fc", "a\nb\nc"),
        ("\x00\x08\x0e\x1f", "\ufffd\ufffd\ufffd\ufffd"),
        ("\ufffe\uffff\ud800", "\ufffd\ufffd\ufffd"),
        ("\t\n\x7f\x85\xa0\u2028\ue000\ufeff\U0001fffe", "\t\n\x7f\x85\xa0\u2028\ue000\ufeff\U0001fffe"),
    ],
)
def test_what_xml_cannot_hold_is_shown_as_missing_and_all_else_stays(typed: str, stored: str) -> None:
    assert storable(typed) == stored


@pytest.mark.parametrize(
    ("line", "from_the_right", "runs"),
    [
        ("Plain", False, ["Plain"]),
        ("שלום", True, ["<שלום>"]),
        ("שלום עולם, 12", True, ["<שלום עולם>", ", 12"]),
        ("He said שלום (ok)", False, ["He said ", "<שלום>", " (ok)"]),
        ("12: مرحبا abc سلام", True, ["12: ", "<مرحبا>", " abc ", "<سلام>"]),
        ("مَرْحَبًا", True, ["<مَرْحَبًا>"]),
        ("\U0001e922\U0001e923", True, ["<\U0001e922\U0001e923>"]),
        ("123 !", False, ["123 !"]),
        ("🙂 Ŵyn", False, ["🙂 Ŵyn"]),
    ],
)
def test_each_line_and_each_run_goes_in_its_own_direction(line: str, from_the_right: bool, runs: list[str]) -> None:
    text = paragraphs(line, "Answer")
    found = re.findall(r'<w:r>(<w:rPr><w:rtl/></w:rPr>)?<w:t xml:space="preserve">(.*?)</w:t></w:r>', text)
    direction = "<w:bidi/>" if from_the_right else ""
    assert text.startswith(f'<w:p><w:pPr><w:pStyle w:val="Answer"/>{direction}</w:pPr><w:r>')
    assert [f"<{said}>" if rtl else said for rtl, said in found] == runs
    assert re.sub("<[^>]*>", "", text) == line


@pytest.mark.parametrize(
    "text",
    ["x" * 20_000, "\n" * 20_000, "a\n" * 10_000, "\t" * 20_000, "א" * 20_000, "ً." * 10_000, "א" + "." * 20_000, "אa" * 10_000],
    ids=["letters", "line ends", "lines", "tabs", "Hebrew", "marks", "stops after Hebrew", "Hebrew and Latin"],
)
def test_twenty_thousand_characters_come_back(text: str) -> None:
    lines = re.findall(r"<w:p>(.*?)</w:p>", paragraphs(text, "Answer"))
    read = [
        "".join("\t" if piece == "<w:tab/>" else piece for piece in re.findall(r"<w:tab/>|(?<=preserve\">)[^<]+", line))
        for line in lines
    ]
    assert "\n".join(read) == text


def test_every_part_is_stored_of_one_date_and_alike_each_time() -> None:
    made = fill_word(BLANK, FORM, FULL)
    assert made == fill_word(BLANK, FORM, dict(reversed(FULL.items())))
    assert list(read_parts(made)) == list(read_parts(BLANK))
    assert "Żaneta".encode() in made  # stored, not packed


def broken(**parts: bytes | None) -> bytes:
    return write_parts({name: content for name, content in {**read_parts(BLANK), **parts}.items() if content is not None})


@pytest.mark.parametrize(
    "blank",
    [
        b"",
        b"PK",
        b"no zip",
        BLANK[:-40],
        BLANK[:200] + b"?" + BLANK[201:],
        broken(**{DOCUMENT: None}),
        broken(**{DOCUMENT: b"\xff"}),
        broken(**{DOCUMENT: b"<w:body/>"}),
    ],
)
def test_what_is_no_blank_is_refused(blank: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller's sentence says what is wrong
        fill_word(blank, FORM, FULL)


def test_the_blank_of_another_form_is_refused() -> None:
    other = replace(FORM, fields=(Field("other", "Other", "text"),))
    with pytest.raises(ValueError, match="The form has no place for field_1_day"):
        fill_word(BLANK, other, {})


def test_parts_are_packed_only_where_that_is_asked_for() -> None:
    parts = {"a.xml": b"x" * 5000}
    stored, packed = write_parts(parts), write_parts(parts, packed=True)
    assert len(packed) < 500 < 5000 < len(stored)
    assert read_parts(packed) == read_parts(stored) == parts


def test_a_line_of_two_directions_with_tabs_is_written_to_the_letter() -> None:
    assert paragraphs("שלום\t\tx", "Answer") == (
        '<w:p><w:pPr><w:pStyle w:val="Answer"/><w:bidi/></w:pPr>'
        '<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">שלום</w:t></w:r>'
        '<w:r><w:tab/><w:tab/><w:t xml:space="preserve">x</w:t></w:r></w:p>'
    )
