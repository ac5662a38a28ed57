"""Which numbers may hang on a wall: a contact list in, the numbers of its services out, and how many are left for the list.

A wall is read by everyone who passes. So no name of a person stands there, nor what leads to one: no number of a person in a row,
no mobile, and of the addresses only the office's own, unless it is made of a person's name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helper.engine.html import Child, Html, tag
from helper.engine.model import Model, Service, Telephone
from helper.engine.words import email, telephone
from helper.publish.saying import say
from helper.publish.search import dialled_digits

MOBILE = "07"
# Two words with a dot between them, as in jo.smith@, or the number of an officer.
OF_A_PERSON = re.compile(r"[a-z'-]+[._][a-z'-]+@|\d+@", re.IGNORECASE)


@dataclass(frozen=True)
class Numbers:
    """The numbers in the order in which they are needed, after what is `said` of their age, or of there being none; `rest`
    services are only in the list; `marked` where a row has a mark."""

    said: tuple[Html, ...]
    rows: tuple[Html, ...]
    rest: int
    marked: bool


def wall_numbers(model: Model, services: int, root: str) -> Numbers:
    """Give where a danger is reported, the partnership's office, then as many services as there is room for."""
    listed, office = model.contacts.services, model.contacts.office
    danger = list(_protecting(model))
    first = [*danger, *((office,) if office else ())]
    others = [row for row in listed if row not in first and public_numbers(row)]
    shown = [row for row in (*first, *others[:services]) if _lines(row, office)]
    marked = [row for row in shown if row not in danger and _is_doubtful(row)]
    rows = [
        _row(
            model,
            row,
            [*_lines(row, office), _said(model, row, root) if row in danger else "\N{NO-BREAK SPACE}*" if row in marked else None],
        )
        for row in shown
    ]
    said = [*(() if listed else (model.contacts.unlisted,)), model.contacts.age]
    return Numbers(
        tuple(say(model, one, root) for one in said), tuple(rows), len([row for row in listed if row not in shown]), bool(marked)
    )


def public_numbers(row: Service) -> list[Telephone]:
    """Give a row's own numbers, but for mobiles: whoever answers one is a person, whatever the row is called. Where every address
    beside a number is a person's, the number may be as well."""
    if row.email and all(OF_A_PERSON.match(address) for address in row.email):
        return []
    return [tel for tel in row.tel if not dialled_digits(tel.number).startswith(MOBILE)]


def _protecting(model: Model) -> Iterator[Service]:
    for rule in reversed(model.procedure.urgency.up_to("immediate")):
        if rule.protection and rule.protection.contact:
            yield model.everyone()[rule.protection.contact]


def _lines(row: Service, office: Service | None) -> list[Child]:
    printed: list[Child] = [
        [" ", tel.number if row.as_printed else telephone(tel.number), f" ({tel.note})" if tel.note else None]
        for tel in public_numbers(row)
    ]
    own = [address for address in row.email if row is office and not OF_A_PERSON.match(address)]
    return [*printed, *([" ", address if row.as_printed else email(address)] for address in own)]


def _is_doubtful(row: Service) -> bool:
    return bool(row.cautions or row.notes or row.as_printed)


def _said(model: Model, row: Service, root: str) -> Child:
    """Say beside the number for a danger itself what the list says of them, and what is doubtful."""
    return [[" ", say(model, said, root)] for said in (*row.notes, *row.cautions)]


def _row(model: Model, row: Service, lines: list[Child]) -> Html:
    stages = [stage.label for stage in model.procedure.stages if stage.id in row.stages]
    areas = [area.label for area in model.procedure.areas if area.id in row.areas]
    limited = ", ".join([*areas, *stages])
    return tag("li", tag("b", row.name), f" ({limited})" if limited else None, ":", lines)
