"""The reader's words: what the page or a draft gives in, what fits the form out, with whatever does not fit beside it.

Line ends become LF, and half a surrogate pair, which no file can hold, becomes U+FFFD. Nothing else is changed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from helper.engine.filled.places import Place, places
from helper.engine.model import Form

Value = str | list[str]
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HALF_A_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Entries:
    """What fits a form, by the key of its place, and what does not, as `{key, value}`, each value a text."""

    fitting: dict[str, Value]
    left_over: list[dict[str, str]]


def read_entries(form: Form, given: Mapping[str, Any]) -> Entries:
    """Sort entries, as the page or a draft gives them, into what fits the form and what does not; what is empty is dropped."""
    known = places(form)
    read = Entries({}, [])
    for key, value in given.items():
        fitting, others = _sort(known.get(key), _texts(value))
        if fitting:
            checks = key in known and not known[key].takes_one
            read.fitting[key] = fitting if checks else fitting[0]
        read.left_over.extend({"key": clean(str(key)), "value": text} for text in others)
    return read


def clean(text: str) -> str:
    """Make a text one that a file can hold, with LF for every line end."""
    return HALF_A_PAIR.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def words(place: Place, entries: Mapping[str, Value]) -> str:
    """Give the text that stands at a place, empty where there is none; a day of the calendar as one reads it in a letter.

    >>> words(Place("born", "", "date", "Born"), {"born": "2014-03-07"})
    '7 March 2014'
    """
    text = "; ".join(chosen(place, entries))
    return _say_day(text) if place.type == "date" else text


def chosen(place: Place, entries: Mapping[str, Value]) -> list[str]:
    """Give what was entered at a place, one by one: of check boxes those that were ticked, in the form's order."""
    value = entries.get(place.key, [])
    given = [value] if isinstance(value, str) else value
    return [option for option in place.options if option in given] if place.options else given


def keep_all(given: Mapping[str, Any]) -> dict[str, Value]:
    """Give all that was entered, whether or not it fits a form, but for what is empty."""
    texts = {clean(str(key)): (_texts(value), isinstance(value, list)) for key, value in given.items()}
    return {key: found if is_list else found[0] for key, (found, is_list) in texts.items() if found}


def _texts(value: Any) -> list[str]:
    """Read a value as texts, leaving out what is empty; what is neither text nor a list of it, the page does not write."""
    values = value if isinstance(value, list) else [value]
    return [clean(one) for one in values if isinstance(one, str) and one]


def _sort(place: Place | None, texts: list[str]) -> tuple[list[str], list[str]]:
    """Tell which texts fit a place, and which do not."""
    if place is None:
        return [], texts
    fitting = [text for text in dict.fromkeys(texts) if text in place.options] if place.options else texts
    if place.takes_one and len(fitting) != 1:
        return [], texts
    return fitting, [text for text in texts if text not in fitting]


def _say_day(text: str) -> str:
    if not DAY.fullmatch(text):
        return text
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {day:%B} {day.year:04}"
