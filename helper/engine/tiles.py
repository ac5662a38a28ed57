"""The three tiles under an answer's headline: who to contact, by when, which form. What stands in them is said in full below."""

from datetime import date
from typing import Any

from helper.engine.contact_card import numbers
from helper.engine.contact_parts import office_contact, own_contacts, protection_contact, stages_ahead, their_contacts
from helper.engine.html import Child, join, tag
from helper.engine.part import Work
from helper.engine.parts import contact_gaps
from helper.engine.short_forms import explained
from helper.engine.view import Asked, Piece, Show
from helper.engine.way import protection_for
from helper.engine.words import NO_FORM, NO_LIMIT, NOT_HELD, due_place, email, fill_link, reading, runs_from_begin, say_limit
from helper.engine.workdays import say_day

Plain = dict[str, Any]
LONGEST_DAY = "By 00:00 on Wednesday 00 September 2000"


def who_tile() -> Piece:
    """Show the first contact that is for this step; where there is none, say whom to turn to and why."""
    firsts = (protection_contact, their_contacts, own_contacts, office_contact)
    bodies = (_in_danger, *(_first_of(contacts) for contacts in firsts), _nobody)
    return Piece(tuple(_titled("Who to contact", body) for body in bodies))


def when_tile() -> Piece:
    """Show when a danger has to be reported, else the first limit of what comes next, else a number that still runs."""
    return Piece((_titled("By when", _when),))


def form_tile() -> Piece:
    """Show the first form that is needed."""
    return Piece((_titled("Which form", _form),))


def _titled(title: str, body: Show) -> Show:
    """Put a body under a tile's title; a body with nothing to show makes no tile."""

    def show(asked: Asked) -> Child:
        inside = join(body(asked))
        return tag("section", tag("h3", title), inside, class_="eg-tile") if inside else None

    return show


def _tile(big: str, *under: Child) -> list[Child]:
    return [tag("p", big, class_="eg-big"), *(tag("p", one) for one in under if one)]


def _first_of(contacts: Work) -> Show:
    """Show the first of these contacts that is for this step, and not only there to be asked."""

    def show(asked: Asked) -> Child:
        for_this = [one for one in contacts(asked.model, asked.case) if one["for_whom"]["basis"] != "general"]
        if not for_this:
            return None
        first = for_this[0]
        remark = tag("p", first["notes"][0]["text"]) if first["notes"] else None
        more = tag("p", tag("a", "All contacts, with what to check first", href="#answer-contacts"))
        tile = _tile(first["name"], explained(asked.model, first["name"]), [first["for_whom"]["text"], reading(first["for_whom"])])
        return [*tile, numbers(first), remark, more]

    return show


def _nobody(asked: Asked) -> Child:
    """Say whom to turn to where no contact is for this step."""
    model, ways = asked.model, asked.advice["next"]
    if asked.case.resolved:
        return _tile("Those who agreed", "Confirm it between you, and write it down.")
    if not any(way["kind"] == "stage" for way in ways):
        return _tile("Your own line manager", "The document names nobody further to contact.")
    unlisted = [gap["text"] for gap in contact_gaps(model, asked.case)]
    if unlisted:
        return _tile("Nobody is listed", unlisted[0], model.general.no_answer.text)
    if not any(stage.reach.whose == "counterpart" for stage in stages_ahead(model, asked.case)):
        return _tile("Nobody is printed", "The document prints no contact for this step.", model.general.ask.text)
    address = f"{asked.root}{model.procedure.id}/contacts/"
    ask = tag("a", "Say whom you disagree with", href=address, data_ask="them", class_="eg-ask")
    return _tile("The other agency", [ask, " to see what the contact list has for them."])


def _in_danger(asked: Asked) -> Child:
    """Say whom a danger is reported to where no contact is printed for it; None where one is, or there is no danger."""
    case, general = asked.case, asked.model.general
    danger = protection_for(asked.model.procedure, case)
    if danger:
        return None if danger.contact else _tile(danger.label, "No number is printed for it.", general.emergency.text)
    return _tile(f"Call {general.emergency_number}", general.harm.text) if case.urgency == "immediate" else None


def _when(asked: Asked) -> Child:
    model, advice = asked.model, asked.advice
    danger = protection_for(model.procedure, asked.case)
    if asked.case.urgency == "immediate" and not danger:
        return _tile("Now", model.general.emergency.text)
    ahead = {danger.id} if danger else {way["id"] for way in advice["next"]}
    limits = [limit for limit in advice["deadlines"] if limit["stage"] in ahead or (not danger and _runs(limit))]
    if not limits:
        return _tile("Now", "The text names no time for it.") if danger else _tile(NO_LIMIT, "Act as soon as the child needs it.")
    first = min(limits, key=lambda limit: (not (limit["amount"] or limit["unit"]), limit["stage"] not in ahead))
    begun = {stage.id: stage.label for stage in model.procedure.stages}.get(first["stage"])
    place = f"For {begun}, which has begun." if begun and first["amount"] and first["stage"] not in ahead else None
    sooner = "Sooner if the child needs it." if first["unit"] not in (None, "straight_away") else None
    big, *rest = _tile(say_limit(first), place, first["text"], sooner)
    place_for_day = due_place(LONGEST_DAY, _last_day(first)) if runs_from_begin(first, asked.case) else None
    return [big, place_for_day, *rest]


def _last_day(limit: Plain) -> Child:
    """Write the end of a limit as a reader would say it: a day, or for hours a time on a day."""
    if not limit["due"]:
        return None
    day, _, time = limit["due"].partition("T")
    return tag("span", f"By {f'{time} on ' if time else ''}{say_day(date.fromisoformat(day))}")


def _runs(limit: Plain) -> bool:
    """Tell whether a limit of the stage begun still matters: what had to be raised, or done straight away, has been."""
    return bool(limit["for"] != "raise" and limit["unit"] != "straight_away")


def _form(asked: Asked) -> Child:
    advice = asked.advice
    if not advice["forms"]:
        return _tile("None named", NO_FORM)
    first = advice["forms"][0]
    copies = ["Copy to ", [[email(address), " "] for address in first["copy_to"]]] if first["copy_to"] else None
    ways = {way["id"]: way["label"] for way in advice["next"]}
    when = f"If it goes to {ways[first['stage']]}." if len(ways) > 1 and first["stage"] in ways else None
    held = None if first["available"] else NOT_HELD
    return [*_tile(first["title"], when, held, copies, reading(first)), fill_link(asked.model, first, asked.root)]
