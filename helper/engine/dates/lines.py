"""Content lines, which calendar files (RFC 5545) and contact cards (RFC 2426) are made of: a name and a value in, a line out."""

from collections.abc import Iterable

LONGEST = 75  # octets in a line before it has to be folded, its end not counted
LAST_CONTROL, DELETE = 0x1F, 0x7F
# Some readers end a line at these too, so they become the ends of lines that every reader knows.
LINE_ENDS = ("\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")


def content_line(name: str, value: str) -> str:
    """Write one line, folded, with its end; the value is taken as it is (see `escape_text`).

    >>> content_line("SUMMARY", "Latest day")
    'SUMMARY:Latest day\\r\\n'
    """
    return "\r\n ".join(_pieces(f"{name}:{value}")) + "\r\n"


def text_line(name: str, text: str) -> str:
    """Write one line whose value is text of any kind."""
    return content_line(name, escape_text(text))


def escape_text(text: str) -> str:
    r"""Write text so that nothing in it is taken for a mark of the format.

    >>> escape_text("one, two; three\nfour")
    'one\\, two\\; three\\nfour'
    """
    for end in LINE_ENDS:
        text = text.replace(end, "\n")
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return "".join(letter for letter in text.replace("\n", "\\n") if _may_stand(letter))


def _may_stand(letter: str) -> bool:
    """Tell whether a letter may stand in a line: no control characters but the tab, and nothing that has no UTF-8."""
    return letter == "\t" or (ord(letter) > LAST_CONTROL and ord(letter) != DELETE and not 0xD800 <= ord(letter) <= 0xDFFF)


def _pieces(line: str) -> Iterable[str]:
    """Cut a line into pieces short enough, a letter never in two."""
    piece, length = "", 0
    for letter in line:
        size = len(letter.encode())
        # From the second piece on a space that marks it as one stands in front.
        if length + size > LONGEST:
            yield piece
            piece, length = "", 1
        piece, length = piece + letter, length + size
    yield piece
