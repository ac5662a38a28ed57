"""How the contacts of an answer changed: those of two revisions in, Changes out, each with the row of the list it is about.

What is kept for readers calls a contact by its row; a row that is gone may have had somebody's name.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import itemgetter

from helper.engine.model import Model
from helper.engine.statements import Plain
from helper.publish.changes.change import TEXT, Change, Said
from helper.publish.changes.pairing import by_id, by_words, pairs
from helper.publish.changes.saying import Both, statement

LIST, GONE, REMARK = "the contact list", "an entry that is gone", "what is said of it"


def names_somebody(both: Both, text: str, rows: bool) -> bool:
    """Tell whether a text has a person's name or, where `rows` are meant too, that of a row of the contact list."""
    listed = [row for model in (both.old, both.new) for row in model.everyone().values()]
    return any(one.name in text for row in listed for one in (*row.people, *((row,) if rows else ())))


def contacts(both: Both, topic: str, old: list[Plain], new: list[Plain]) -> Iterator[Change]:
    """List what an answer says otherwise of its contacts."""
    for before, after in pairs(old, new, by_id):
        one = after or before
        assert one is not None
        reports = one["id"] in _reporting(both.old) | _reporting(both.new)
        whose = "danger" if reports else topic
        row = one["agency"] if one["id"] in both.new.everyone() else GONE
        if not (before and after):
            yield Change(whose, one["agency"], TEXT, _contact(before), _contact(after), row)
            continue
        who = ", ".join(dict.fromkeys([after["name"], after["agency"]]))
        for aspect, detail in DETAILS.items():
            if detail(before) != detail(after):
                yield Change(whose, who, aspect, value_of(detail(before)), value_of(detail(after)), row)
        for change in _remarks(both, topic, whose, who, before, after):
            yield replace(change, aspect=REMARK, contact=row)


def _remarks(both: Both, topic: str, whose: str, who: str, before: Plain, after: Plain) -> Iterator[Change]:
    if before["for_whom"] != after["for_whom"]:
        yield from statement(both, topic, who, before["for_whom"], after["for_whom"])
    for name in ("notes", "cautions"):
        for was, now in pairs(before[name], after[name], by_words):
            yield from statement(both, whose, who, was, now)


def _telephone(contact: Plain) -> list[str]:
    notes = contact["tel_notes"]
    return [f"{number} ({notes[number]})" if number in notes else number for number in contact["tel"]]


DETAILS: dict[str, Callable[[Plain], object]] = {
    "name": itemgetter("name"),
    "role": itemgetter("role"),
    "row of the list": itemgetter("agency"),
    "telephone": _telephone,
    "e-mail": itemgetter("email"),
    "copy to": itemgetter("copy_to"),
    "mark that a number or address looks wrong as printed": itemgetter("as_printed"),
}


def _contact(contact: Plain | None) -> Said | None:
    if contact is None:
        return None
    who = ", ".join(dict.fromkeys(one for one in (contact["name"], contact["role"], contact["agency"]) if one))
    reach = ", ".join([*contact["tel"], *contact["email"]])
    return Said(f"{who}: {reach}" if reach else who)


def value_of(value: object) -> Said | None:
    """Say a detail; what is not printed is None."""
    text = ", ".join(value) if isinstance(value, list) else "yes" if value is True else value or ""
    return Said(str(text)) if text else None


def _reporting(model: Model) -> set[str]:
    rules = model.procedure.urgency.up_to("immediate")
    return {rule.protection.contact for rule in rules if rule.protection and rule.protection.contact}
