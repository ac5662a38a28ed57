"""Text in a line of a calendar or of a card: every mark of the format escaped, and nothing that may not stand there."""

from helper.engine.dates.lines import escape_text


def test_every_mark_of_the_format_is_escaped() -> None:
    assert escape_text("a\\b;c,d\ne") == r"a\\b\;c\,d\ne"


def test_what_may_not_stand_in_a_line_is_left_out_to_the_letter() -> None:
    left_out = "\x00\x1f\x7f\ud800\udfff"
    assert escape_text(f"a{left_out}b") == "ab"
    assert escape_text("\t \x80\ud7ff\ue000") == "\t \x80\ud7ff\ue000"
