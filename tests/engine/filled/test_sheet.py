"""The sheet to look over: headings, lists and tables that are what they look like, and nothing typed that is not escaped."""

import re
from dataclasses import replace

from helper.engine.filled.sheet import show_sheet
from helper.engine.model import Column, Field
from tests.engine.filled.example import FORM, FULL, MODEL

VALUE = 'class="eg-sheet__value" dir="auto"'
BOXES = 'class="eg-sheet__value eg-sheet__value--boxes"'
EMPTY = 'class="eg-sheet__value eg-sheet__value--empty"'


def test_what_was_typed_stands_there_as_typed_and_escaped() -> None:
    html = show_sheet(MODEL, FORM, FULL)
    assert f"<dd {VALUE}>One\n\ttwo  &lt;b&gt;&amp;amp;&lt;/b&gt;\n\nשלום</dd>" in html
    assert f"<dd {VALUE}>25 November 2026</dd>" in html
    assert "Notice &lt;of&gt; disagreement</h2>" in html


def test_no_entry_however_written_makes_an_element() -> None:
    hostile = "</dd><script>alert(1)</script><img src=x onerror=alert(1)> \" ' & {{x}}"
    html = show_sheet(MODEL, FORM, {"name": hostile, "summary": hostile, "day": hostile, "outcome.0.1": hostile})
    assert set(re.findall(r"<(\w+)", html)) == {
        "section", "div", "p", "h2", "h3", "ul", "li", "dl", "dt", "dd", "small",
        "table", "caption", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert html.count("&lt;script&gt;") == 4


def test_groups_stand_under_headings_and_tables_have_headers() -> None:
    html = show_sheet(MODEL, FORM, FULL)
    assert '<section class="eg-sheet__group"><h3>Sent to:</h3>' in html
    assert '<p class="eg-sheet__fixed">cc&#x27;d in the office</p></section>' in html
    assert "<caption>Outcome</caption>" in html
    assert re.findall(r'<th scope="(\w+)">(.*?)</th>', html) == [
        ("col", "Stage"), ("col", "Date"), ("col", "Agreed"), ("col", "Why"), ("row", "Stage 3"), ("row", "Stage 4"),
    ]  # fmt: skip


def test_every_option_is_listed_with_a_box_that_is_ticked_or_open() -> None:
    html = show_sheet(MODEL, FORM, FULL)
    for name, listed in (
        ("dd", "<li>☒ Early help</li><li>☐ Child in need</li><li>☒ Child protection</li>"),
        ("dd", "<li>☐ By post</li><li>☒ By hand</li>"),
        ("dd", "<li>☐ Yes</li><li>☒ No</li>"),
        ("td", "<li>☒ Yes</li><li>☐ No</li>"),
        ("td", "<li>☐ A</li><li>☒ B</li>"),
    ):
        assert f"<{name} {BOXES}><ul>{listed}</ul></{name}>" in html


def test_options_of_which_none_is_ticked_are_listed_with_open_boxes() -> None:
    html = show_sheet(MODEL, FORM, {})
    assert html.count(f"{BOXES}><ul><li>☐ ") == 7
    assert html.count("<li>☐ Yes</li><li>☐ No</li>") == 3
    assert "☒" not in html


def test_what_is_empty_is_shown_as_empty() -> None:
    html = show_sheet(MODEL, FORM, {})
    assert html.count(f"{EMPTY}>(left empty)<") == 5
    assert VALUE not in html


def test_it_says_whose_it_is_how_to_send_it_and_that_the_partnership_does_not_run_this() -> None:
    html = show_sheet(MODEL, FORM, {})
    for said in (
        "Keep it locked. (Paragraph 1.1)",
        "Copy to office@example.org",
        MODEL.procedure.partnership,
        "does not run this guide",
    ):
        assert said in html


def test_where_the_source_says_nothing_of_sending_there_is_no_heading_for_it() -> None:
    assert "Send and store" in show_sheet(MODEL, FORM, {})
    assert "Send and store" not in show_sheet(MODEL, replace(FORM, keep=(), send_to=(), copy_to=()), {})


def test_a_cell_that_the_form_prints_beside_the_first_is_empty_and_no_header() -> None:
    columns = (Column("Stage", "fixed"), Column("For the office", "fixed"))
    form = replace(FORM, fields=(Field("table", "Table", "table", columns=columns, rows=("Stage 3",)),))
    assert '<tr><th scope="row">Stage 3</th><td></td></tr>' in show_sheet(MODEL, form, {})
