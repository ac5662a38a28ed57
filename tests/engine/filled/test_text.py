"""The plain text of a filled form: every label, then what was entered, letter by letter."""

from dataclasses import replace

from helper.engine.filled.sending import name_place, origin
from helper.engine.filled.text import plain_text
from tests.engine.filled.example import FORM, FULL, MODEL

DOCUMENT = MODEL.procedure.document.title


def test_a_filled_form_is_written_label_by_label() -> None:
    text = plain_text(MODEL, FORM, FULL)
    expected = f"""\
Send and store
--------------
- Keep it locked. (Paragraph 1.1)
- It goes to the office. (Paragraph 1.1; our reading)
- Copy to office@example.org (Paragraph 1.1)

Date of notice
25 November 2026

Sent to:
--------

1.
Żaneta Ŵyn

cc'd in the office

Summary
One
	two  <b>&amp;</b>

שלום

Level of need
[x] Early help
[ ] Child in need
[x] Child protection

Way
By hand

Agreed?
No

Outcome

Stage 3, Date
the day after

Stage 3, Agreed
Yes

Stage 3, Why
(left empty)

Stage 4, Date
(left empty)

Stage 4, Agreed
(left empty)

Stage 4, Why
B

Made with Escalation Guide from: {DOCUMENT}, {MODEL.procedure.partnership}. The partnership does not run this guide.
"""
    head, _, rest = text.partition("\n\n")
    assert head.startswith(f"Notice <of> disagreement\n{'=' * 24}\n{MODEL.procedure.partnership}\nFrom: {DOCUMENT} (")
    assert rest == expected


def test_an_empty_form_says_of_every_place_that_it_is_empty() -> None:
    text = plain_text(MODEL, FORM, {})
    assert text.count("(left empty)") == 11
    assert "[x]" not in text


def test_what_is_not_from_the_document_says_where_it_is_from() -> None:
    assert name_place(MODEL, {"document": MODEL.general.document, "section": "x"}) == "our general advice"
    assert name_place(MODEL, {"document": "Working Together", "section": "outside"}) == "not from the document: Working Together"


def test_a_document_without_a_date_is_said_to_have_none() -> None:
    undated = replace(MODEL.procedure, document=replace(MODEL.procedure.document, dates=()))
    assert origin(replace(MODEL, procedure=undated)) == f"From: {DOCUMENT} (no date is printed on it)"
