"""Text is what a reader sees: a partnership's files in, hidden characters and stray braces in its text out."""

import re
from collections.abc import Iterator
from unicodedata import category

from helper.publish.problems import Problem
from helper.publish.read import Files
from helper.publish.source import Path_, Source

# The last two are the separators of lines and of paragraphs, at which other programs end a line and scripts once did.
HIDDEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
# Letters, marks and signs that are drawn as nothing, and what Unicode says will never be a character (XML refuses two of these).
DRAWN_AS_NOTHING = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef\ufdd0-\ufdef\ufffe\uffff]"
)
UNLISTED = ("unlisted", "text")


def problems_of_wording(files: Files) -> Iterator[Problem]:
    """List text that holds what no reader could read."""
    for source in files.values():
        for path, text in source.texts("**"):
            yield from _unseen(source, path, text)
    for name in ("procedure", "contacts", "forms", "wording", "frames"):
        for path, text in files[name].texts("**") if name in files else ():
            yield from _braces(files[name], path, text)
    if contacts := files.get("contacts"):
        yield from _unlisted(contacts)


def _unseen(source: Source, path: Path_, text: str) -> Iterator[Problem]:
    if text.isascii() and text.replace("\n", "").isprintable():
        return  # as nearly every text is; it takes a tenth of the time
    nothing = DRAWN_AS_NOTHING.search(text)
    hidden = nothing[0] if nothing else next((one for one in text if one != "\n" and category(one) in HIDDEN), None)
    if hidden:
        what = f"This text holds a character that cannot be seen (U+{ord(hidden):04X})."
        mend = "Type the text again; such characters come along when it is copied from a PDF or a web page."
        yield source.problem(path, what, mend)


def _braces(source: Source, path: Path_, text: str) -> Iterator[Problem]:
    rest = text.replace("{agency}", "") if path == UNLISTED else text
    if "{" in rest or "}" in rest:
        mend = 'Write it without. Only "text" of "unlisted" in contacts.yml may have {agency}, for the name of an agency.'
        yield source.problem(path, "This text holds a brace, { or }.", mend)


def _unlisted(contacts: Source) -> Iterator[Problem]:
    """Hold {agency} to the answers in which an agency is known: those for a list that has somebody on it."""
    services = any(contacts.find("services.*"))
    for path, text in contacts.texts(".".join(UNLISTED)):
        if services and "{agency}" not in text:
            what = "This text does not say which agency the list has nobody for."
            yield contacts.problem(path, what, "Write {agency} where the agency's name belongs.")
        if not services and "{agency}" in text:
            what = "This text has {agency}, and there is no contact list: nobody is listed for any agency."
            yield contacts.problem(path, what, "Say, without {agency}, that there is no contact list.")
