"""Telephone numbers and e-mail addresses: a partnership's files in, those that cannot work or were slipped in out."""

import re
from collections.abc import Iterator

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from helper.publish.problems import Problem
from helper.publish.read import Files
from helper.publish.source import Path_, Source

ROWS = ("office", "services.*", "services.*.people.*")
EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"(?<![\w@.])(?:\+|\(?0)[\d\s()-]{7,}\d")
# How a number is written that can be dialled: a no-break space, too, may part its figures.
SPELLED = re.compile("[0-9+() .\N{NO-BREAK SPACE}-]+")
LISTED = ("**.tel.*.number", "**.email", "**.email.*", "**.copy_to.*")
AS_PRINTED = "or, where it is printed so, add as_printed: true and say in cautions what looks wrong"


def problems_of_addresses(files: Files) -> Iterator[Problem]:
    """List numbers and addresses that cannot work, and those in a sentence that stand in no list."""
    if contacts := files.get("contacts"):
        for row in ROWS:
            for path, _ in contacts.find(row):
                yield from _row(contacts, path)
    for name, pattern in (("procedure", "document.corrections.email"), ("forms", "forms.*.copy_to.*")):
        for path, text in files[name].texts(pattern) if name in files else ():
            yield from _email(files[name], path, text)
    if all(name in files for name in ("procedure", "contacts", "forms", "general")):
        yield from _in_sentences(files)


def _row(contacts: Source, row: Path_) -> Iterator[Problem]:
    kept = [path for path, value in contacts.find("as_printed", row) if value is True]
    if kept and not any(contacts.find("cautions.*", row)):
        what = "This entry is kept as printed, and nothing says what looks wrong."
        yield contacts.problem(kept[0], what, "Say what looks wrong in its cautions.")
    if kept:
        return
    for path, text in contacts.texts("tel.*.number", row):
        yield from _number(contacts, path, text)
    for pattern in ("email.*", "copy_to.*"):
        for path, text in contacts.texts(pattern, row):
            yield from _email(contacts, path, text)


def _number(source: Source, path: Path_, text: str) -> Iterator[Problem]:
    number = _parsed(text)
    if number is None:
        mend = f"Write the number alone, and what is said of it as its note; {AS_PRINTED}."
        yield source.problem(path, f'"{text}" is no telephone number.', mend)
        return
    short = phonenumbers.is_valid_short_number_for_region(number, "GB")
    if not short and not phonenumbers.is_valid_number(number):
        mend = f"Compare it with the source, figure by figure; {AS_PRINTED}."
        yield source.problem(path, f'"{text}" cannot be a telephone number in the United Kingdom.', mend)


def _parsed(text: str) -> phonenumbers.PhoneNumber | None:
    """Read a number; one with letters or an extension would be dialled with other figures than are meant."""
    if not SPELLED.fullmatch(text):
        return None
    try:
        return phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException:
        return None


def _email(source: Source, path: Path_, text: str) -> Iterator[Problem]:
    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError as error:
        why = str(error)
        mend = f"Compare it with the source, letter by letter; {AS_PRINTED}."
        yield source.problem(path, f'"{text}" cannot be an e-mail address: {why[:1].lower()}{why[1:]}', mend)


def _in_sentences(files: Files) -> Iterator[Problem]:
    """Name the numbers and addresses in a sentence that no list of the partnership prints: none is invented."""
    known = _known(files)
    for name in (name for name in ("procedure", "contacts", "forms", "scenarios", "wording") if name in files):
        listed = {path for pattern in LISTED for path, _ in files[name].texts(pattern)}
        for path, text in files[name].texts("**"):
            for said in (*EMAIL.findall(text), *NUMBER.findall(text)):
                if path not in listed and _same(said) not in known:
                    what = f'"{said.strip()}" stands in this text, and neither the contact list nor a form has it.'
                    mend = "Write one that contacts.yml or forms.yml has, or leave it out of the sentence."
                    yield files[name].problem(path, what, mend)


def _known(files: Files) -> set[str]:
    found = [files[name].texts(pattern) for name in ("procedure", "contacts", "forms") for pattern in LISTED]
    return {_same(text) for texts in (*found, files["general"].texts("emergency_number")) for _, text in texts}


def _same(said: str) -> str:
    """Reduce a number to its figures and an address to small letters, so that two spellings of one are the same."""
    return said.casefold() if "@" in said else re.sub(r"\D", "", re.sub(r"^\+44\s*(?:\(0\))?", "0", said.strip()))
