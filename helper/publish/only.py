"""Which partnerships are published: a library and the ids that somebody wants in, the library of these alone out."""

from difflib import SequenceMatcher

from helper.publish.read import Library


class NotHere(Exception):
    """An id that is wanted and that no partnership has, in one sentence with the ids there are."""


def wanted_ids(only: str) -> tuple[str, ...]:
    """Read a list such as `ONLY=salford,wigan` gives it: each id once, in order.

    >>> wanted_ids("wigan, salford,wigan")
    ('salford', 'wigan')
    """
    return tuple(sorted({name for one in only.split(",") if (name := one.strip())}))


def keep_only(library: Library, only: str) -> Library:
    """Leave out every partnership that is not in the list; where the list is empty, all of them stay."""
    wanted = wanted_ids(only)
    for name in wanted:
        if name not in library.partnerships:
            raise NotHere(_sentence(name, sorted(library.partnerships)))
    kept = {name: found for name, found in library.partnerships.items() if name in wanted or not wanted}
    return Library(library.shared, kept, library.log)


def _sentence(wrong: str, known: list[str]) -> str:
    def likeness(name: str) -> float:
        return SequenceMatcher(None, wrong.lower(), name).ratio()

    nearest_first = sorted(known, key=likeness, reverse=True)
    return f'ONLY names "{wrong}", which is no partnership here; there is: {", ".join(nearest_first)}.'
