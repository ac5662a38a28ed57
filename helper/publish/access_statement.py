"""Who answers for a copy's accessibility: what `extra.accessibility` says in, a Statement out, or the slip with its mend."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from helper.engine.workdays import say_day
from helper.publish.settings_slip import BadSetting

NAME = "accessibility (under extra)"
STATUSES = {
    "full": "fully compliant",
    "partial": "partially compliant",
    "none": "not compliant",
}
FIELDS = ("body", "contact", "date", "tested_by", "status", "problems", "public_body", "answer_within")
NEEDED = FIELDS[:5]
MAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[a-z]{2,}", re.IGNORECASE)
LONGEST_WAIT = 90


@dataclass(frozen=True)
class AccessStatement:
    """What the body that publishes a copy states: who it is and how to reach it, the day, who tested what, how far the copy
    meets the standard (a key of STATUSES), what it knows not to be right, whether the law for public bodies holds for it, and
    within how many days it answers, where it says so."""

    body: str
    contact: str
    date: str
    tested_by: str
    status: str
    problems: tuple[str, ...] = ()
    public_body: bool = False
    answer_within: int | None = None

    @property
    def contact_is_mail(self) -> bool:
        """Tell whether the contact is an address to write to."""
        return bool(MAIL.fullmatch(self.contact))

    @property
    def compliance(self) -> str:
        """Say how far the copy meets the standard, in the words that the law's model has for it."""
        return STATUSES[self.status]


def access_statement_of(file: str, written: object) -> AccessStatement | None:
    """Read what a body states; None where nothing is written, since nobody has published this copy then.

    >>> access_statement_of("own.yml", None) is None
    True
    """
    if written is None:
        return None
    if not isinstance(written, Mapping):
        raise BadSetting(file, NAME, "is not a group of settings", f"write below it: {', '.join(NEEDED)}.")
    for name in written:
        if name not in FIELDS:
            raise BadSetting(
                file, f"accessibility: {name}", "is a setting that nothing reads", f"it can have: {', '.join(FIELDS)}."
            )
    for name in NEEDED:
        if written.get(name) in (None, ""):
            raise BadSetting(file, NAME, f'has no "{name}"', f"add {name}: {_MEANING[name]}.")
    read = {name: _READ[name](file, value) for name, value in written.items() if value is not None}
    if read["status"] == "full" and read.get("problems"):
        mend = 'write status: partial, or take "problems" out.'
        raise BadSetting(file, "accessibility: status", 'is "full", and there are known problems', mend)
    return AccessStatement(**read)


def _line(name: str) -> Callable[[str, object], str]:
    def read(file: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or not value.strip().isprintable():
            raise BadSetting(file, f"accessibility: {name}", "is not one line of text", f"write {_MEANING[name]}, on one line.")
        return value.strip()

    return read


def _day(file: str, value: object) -> str:
    try:
        return say_day(value if isinstance(value, date) else date.fromisoformat(str(value)))
    except ValueError:
        mend = f"write {_MEANING['date']}."
        raise BadSetting(file, "accessibility: date", f'is "{value}", which is no date', mend) from None


def _status(file: str, value: object) -> str:
    if not isinstance(value, str) or value not in STATUSES:
        raise BadSetting(
            file, "accessibility: status", f'is "{value}", which is none of its values', f"write {_MEANING['status']}."
        )
    return value


def _problems(file: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise BadSetting(
            file, "accessibility: problems", "is not a list of texts", "write each on a line of its own, after a hyphen."
        )
    return tuple(one.strip() for one in value)


def _is_public(file: str, value: object) -> bool:
    if not isinstance(value, bool):
        mend = "write true if the law for the websites of public bodies holds for yours, else false."
        raise BadSetting(file, "accessibility: public_body", "is not true or false", mend)
    return value


def _days(file: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= LONGEST_WAIT:
        mend = "write within how many days you answer, such as 10, or take the line out."
        raise BadSetting(file, "accessibility: answer_within", f"is not a whole number from 1 to {LONGEST_WAIT}", mend)
    return value


_MEANING: Mapping[str, str] = {
    "body": "the name of the organisation that answers for this copy",
    "contact": "an e-mail address, or another way to reach you about accessibility",
    "date": "the day on which this was last looked over, as YYYY-MM-DD",
    "tested_by": "who tested this copy, how and when",
    "status": f"how far it meets WCAG 2.2 AA: {', '.join(STATUSES)}",
}
_READ: Mapping[str, Callable[[str, object], Any]] = {
    "body": _line("body"),
    "contact": _line("contact"),
    "date": _day,
    "tested_by": _line("tested_by"),
    "status": _status,
    "problems": _problems,
    "public_body": _is_public,
    "answer_within": _days,
}
