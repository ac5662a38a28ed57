"""Small pieces of an answer in words and markup: statements, citations, telephone numbers, addresses, limits."""

import re
from typing import Any

from helper.engine.case import Case
from helper.engine.html import Child, Html, join, tag
from helper.engine.model import START, Model

Plain = dict[str, Any]
UNITS = {"hour": "hour", "working_day": "working day", "day": "day", "week": "week", "month": "month"}
PURPOSES = {"raise": "to raise it", "reply": "for the reply", "resolve": "to resolve it", "report": "to report", "other": ""}
NOT_HELD = "We do not hold this form. Ask your safeguarding lead, or the partnership, for it."
# A number that begins with its country, and the most figures of one that is dialled as it is, such as 116 123.
WITH_COUNTRY, LONGEST_SHORT = re.compile(r"[\s(]*(?:\+|00)"), 6
# What has to be written as its code in a link to write to somebody (RFC 6068).
MAIL_SIGN = re.compile(r"[^A-Za-z0-9@._~+'-]")
NO_LIMIT, NO_FORM = "No time limit in the text", "The text names no form for this step."
BASIS = {"inferred": "our reading", "general": "general advice, not part of the procedure"}


def telephone(number: str) -> Html:
    """Show a number as a link to call it, in one unbroken piece; the page turns it into text where no call can be made."""
    return tag("a", number, class_="eg-tel", href=f"tel:{dialled(number)}")


def dialled(number: str) -> str:
    """Give what a telephone anywhere dials for a printed number; a zero that is for callers at home is no part of it.

    >>> [dialled(printed) for printed in ("0161 496 0110", "+44 (0)161 496 0110", "0044 161 496 0110", "161 496 0110", "101")]
    ['+441614960110', '+441614960110', '+441614960110', '+441614960110', '101']
    """
    digits = re.sub("[^0-9]", "", number.replace("(0)", ""))
    if WITH_COUNTRY.match(number):
        whole = digits.removeprefix("00")
        return f"+44{whole[3:]}" if whole.startswith("440") else f"+{whole}"
    return f"+44{digits.removeprefix('0')}" if len(digits) > LONGEST_SHORT else digits


def email(address: str) -> Html:
    """Show an address as a link to write to it."""
    name, at, host = address.partition("@")
    return tag("a", name, tag("wbr") if at else None, f"{at}{host}", class_="eg-mail", href=mail_link(address))


def mail_link(address: str) -> str:
    """Give the link to write to an address; an address may hold signs at which a link's own would begin.

    >>> mail_link("ann.o'hara+duty@north.example"), mail_link("a?bcc=b@north.example")
    ("mailto:ann.o'hara+duty@north.example", 'mailto:a%3Fbcc%3Db@north.example')
    """
    return "mailto:" + MAIL_SIGN.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)


def fill_link(model: Model, form: Plain, root: str) -> Child:
    """Show the way to fill in a form of an Advice; None where its fields are not known."""
    if not form["available"]:
        return None
    href = f"{root}{model.procedure.id}/forms/{form['id']}/"
    return tag(
        "p", tag("a", "Fill it in here", tag("span", f": {form['title']}", class_="eg-unseen"), href=href, data_form=form["id"])
    )


def cite(model: Model, citation: Plain, root: str) -> Html:
    """Show where a statement comes from, as a link to it."""
    document = model.procedure.document
    if citation["document"] == document.id:
        href = f"{root}{model.procedure.id}/sources/#section-{citation['section']}"
        return tag("a", document.name_section(citation["section"]), class_="eg-cite", href=href, data_search_exclude=True)
    if citation["document"] == model.general.document:
        return tag(
            "a", "our general advice", class_="eg-cite", href=f"{root}about/#{citation['section']}", data_search_exclude=True
        )
    return tag("span", f"not from the document: {citation['document']}", class_="eg-cite")


def reading(said: Plain) -> Child:
    """Say that a statement is our reading, where the source does not say it outright."""
    return [" ", tag("span", BASIS["inferred"], class_="eg-basis")] if said["basis"] == "inferred" else None


def statement(model: Model, said: Plain, root: str) -> Html:
    """Show a statement with the way it belongs to, its citation, and on what basis it stands."""
    way = tag("b", f"{said['way']}: ") if said.get("way") else None
    return tag("span", way, said["text"], " ", cite(model, said["citation"], root), reading(said))


def bullets(model: Model, all_said: list[Plain], root: str) -> Html:
    """Show statements as a list."""
    return tag("ul", [tag("li", statement(model, said, root)) for said in all_said], class_="eg-list")


def only(basis: str, all_said: list[Plain]) -> list[Plain]:
    """Keep the statements that are general advice (`general`), or those that are not (`own`)."""
    return [said for said in all_said if (said["basis"] == "general") == (basis == "general")]


def section(title: str, anchor: str, *children: Child, kind: str = "plain") -> Html:
    """Show one section of an answer under its heading."""
    return join([open_section(title, anchor, kind), children, Html("</section>")])


def open_section(title: str, anchor: str, kind: str = "plain") -> Html:
    """Open a section of an answer, with its heading."""
    heading = tag("h3", title, id=f"answer-{anchor}")
    return Html(f'<section class="eg-section eg-section--{kind}">{heading}')


def has_number(limit: Plain) -> bool:
    """Tell whether a limit has days or hours, which somebody can count."""
    return limit["unit"] not in (None, "straight_away")


def runs_from_begin(limit: Plain, case: Case) -> bool:
    """Tell whether a limit is counted from the day that the reader is asked for: when the stage began, or the concern arose."""
    asked_for = "concern_arose" if case.stage == START else "stage_began"
    return has_number(limit) and limit["from"] == asked_for and (case.stage == START or limit["stage"] == case.stage)


def due_place(room: str, *children: Child) -> Html:
    """Show what depends on a date. Where none is known the place is empty; `room` is a text as long as what may come there."""
    return tag("div", *children, class_="eg-due", data_due=True, data_room=room)


def say_limit(limit: Plain) -> str:
    """Say how long a limit is, in the fewest words.

    >>> say_limit({"amount": 5, "unit": "working_day", "for": "reply", "due": None})
    '5 working days for the reply'
    """
    if limit["unit"] == "straight_away":
        return "Straight away"
    if limit["unit"] == "same_working_day":
        return "The same working day"
    if limit["amount"] is None:
        return "No number of days in the text"
    again = f" ({_length(limit['equates'])})" if limit.get("equates") else ""
    return f"{_length(limit)}{again} {PURPOSES[limit['for']]}".strip()


def _length(limit: Plain) -> str:
    return f"{limit['amount']} {UNITS[limit['unit']]}{'' if limit['amount'] == 1 else 's'}"
