"""Text is what a reader sees: a partnership's files in, hidden characters and stray braces in its text out."""

from collections.abc import Iterator
from unicodedata import category

from helper.publish.problems import Problem
from helper.publish.read import Files
from helper.publish.source import Path_, Source

# The last two are the separators of lines and of paragraphs, at which other programs end a line and scripts once did.
HIDDEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
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
    if text.replace("\n", "").isprintable():
        return  # as nearly every text is; it takes a tenth of the time
    if hidden := next((letter for letter in text if letter != "\n" and category(letter) in HIDDEN), None):
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
