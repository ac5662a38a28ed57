"""What is no markup is escaped wherever it goes, so that no text can end an attribute or begin an element."""

import pytest

from helper.engine.html import Html, join, tag

HARD = """<b> & "two" 'one'"""
SAFE = "&lt;b&gt; &amp; &quot;two&quot; &#x27;one&#x27;"


def test_text_is_escaped_with_its_quotes() -> None:
    assert join(HARD) == SAFE
    assert tag("p", HARD, [HARD]) == f"<p>{SAFE}{SAFE}</p>"


def test_an_attribute_is_escaped_with_its_quotes() -> None:
    assert tag("a", title=HARD) == f'<a title="{SAFE}"></a>'


def test_markup_stays_as_it_is() -> None:
    assert tag("p", Html("<b>x</b>"), tag("i", "y")) == "<p><b>x</b><i>y</i></p>"


@pytest.mark.parametrize("value", [None, False])
def test_an_attribute_that_is_not_there_leaves_nothing_behind(value: bool | None) -> None:
    assert tag("p", "x", hidden=value, title=value) == "<p>x</p>"


def test_names_of_attributes_lose_the_underscores_that_python_needs() -> None:
    assert tag("wbr", class_="x", data_X="y", hidden=True) == '<wbr class="x" data-X="y" hidden>'
