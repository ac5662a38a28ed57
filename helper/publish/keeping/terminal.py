"""What the check prints, as it is shown on a page: the text in, the same words out, with a mark where the caret points."""

import re

from helper.engine.html import Html, join, tag

# A line of a file as the check prints it, and below it the caret under one of its letters.
POINTED = re.compile(r"^(?P<line> *\d+ \| .*)\n(?P<pointer> *\| *)\^\n", re.MULTILINE)


def on_page(said: str) -> Html:
    r"""Mark the word that the caret stands under. The caret itself is a drawing: where a long line wraps it points at nothing, so
    a narrow window may leave it out, and a screen reader is told the column instead.

    >>> print(on_page("Wrong.\n 4 | at: x y\n   |     ^\nMend: Write y."))
    Wrong.
     4 | at: <mark>x</mark> y
    <span class="eg-window__caret" aria-hidden="true">   |     ^
    </span>Mend: Write y.
    """
    found = POINTED.search(said)
    word = found and re.compile(r"\S+").match(found["line"], len(found["pointer"]))
    if not (found and word):
        return join(said)
    line, start, end = found["line"], word.start(), word.end()
    caret = tag("span", f"{found['pointer']}^\n", class_="eg-window__caret", aria_hidden="true")
    marked = [line[:start], tag("mark", line[start:end]), line[end:], "\n", caret]
    return join([said[: found.start()], marked, said[found.end() :]])
