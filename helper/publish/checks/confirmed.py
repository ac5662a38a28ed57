"""The day a contact list was confirmed: a partnership's files in, a day that is none, or that readers are not told, out."""

import re
from collections.abc import Iterator
from datetime import date

from helper.publish.problems import Problem
from helper.publish.read import Files

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def problems_of_confirmed(files: Files) -> Iterator[Problem]:
    """List a day that no calendar has, and one that the sentence beside the numbers does not say."""
    contacts = files.get("contacts")
    if not contacts:
        return
    for path, text in contacts.texts("confirmed"):
        if not DAY.fullmatch(text):
            continue  # its schema says that it is no date
        try:
            day = date.fromisoformat(text)
        except ValueError:
            mend = "Write the day the list was confirmed as YYYY-MM-DD, or null where nobody has confirmed it."
            yield contacts.problem(path, f'"{text}" is no day of the calendar.', mend)
            continue
        said = f"{day.day} {day:%B %Y}"
        for place, age in contacts.texts("age.text"):
            if said not in age:
                what = f"The list was confirmed on {said}, and the text of age, which stands beside the numbers, does not say so."
                yield contacts.problem(place, what, f"Write it there, such as: Somebody at the partnership confirmed it on {said}.")
