"""Text that a reader copies: plain text in; an element that holds exactly this text, and a button to copy it, out."""

from html import escape

from helper.engine.html import Child, Html, join, tag

COPY = "Copy these words"


def to_copy(text: str) -> Html:
    """Show a text so that what is copied is the text itself, line by line.

    Line ends are written as references: the site's pages leave out empty lines, and these have to stay.
    """
    inside = Html(escape(text, quote=True).replace("\n", "&#10;"))
    button = tag("button", COPY, type="button", class_="eg-button eg-button--quiet", data_copy_button=True, hidden=True)
    return join([tag("div", inside, class_="eg-copy", data_copy=True), button])


def folded(summary: Child, *children: Child) -> Html:
    """Fold something away under a line that says what it is."""
    return tag("details", tag("summary", summary), *children, class_="eg-words")
