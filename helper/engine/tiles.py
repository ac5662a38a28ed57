"""The three tiles under an answer's headline: who to contact, by when, which form. What stands in them is said in full below."""

from datetime import date
from typing import Any

from helper.engine.case import Case
from helper.engine.contact_card import numbers
from helper.engine.html import Child, Html, tag
from helper.engine.model import Model, Stage
from helper.engine.way import protection_for
from helper.engine.words import email, reading, say_limit
from helper.engine.workdays import say_day

Plain = dict[str, Any]


def tiles(model: Model, case: Case, advice: Plain, root: str) -> Html:
    """Show the three tiles, always in this order."""
    inside = (
        ("Who to contact", _who(model, case, advice, root)),
        ("By when", _when(model, case, advice)),
        ("Which form", _form(advice)),
    )
    return tag("div", [tag("section", tag("h3", title), body, class_="eg-tile") for title, body in inside], class_="eg-tiles")


def _tile(big: str, *under: Child) -> list[Child]:
    return [tag("p", big, class_="eg-big"), *(tag("p", one) for one in under if one)]


def _who(model: Model, case: Case, advice: Plain, root: str) -> Child:
    """Show the first contact that is for this step; where there is none, say whom to turn to and why."""
    if danger := _in_danger(model, case):
        return danger
    for_this = [one for one in advice["contacts"] if one["for_whom"]["basis"] != "general"]
    if for_this:
        first = for_this[0]
        remark = tag("p", first["notes"][0]["text"]) if first["notes"] else None
        return [
            *_tile(first["name"], [first["for_whom"]["text"], reading(first["for_whom"])]),
            numbers(first),
            remark,
            _more(advice),
        ]
    if case.resolved:
        return _tile("Those who agreed", "Confirm it between you, and write it down.")
    if not any(way["kind"] == "stage" for way in advice["next"]):
        return _tile("Your own line manager", "The document names nobody further to contact.")
    unlisted = [gap["text"] for gap in advice["gaps"] if gap.get("about") == "contact"]
    if unlisted:
        return _tile("Nobody is listed", unlisted[0], model.general.no_answer.text)
    if not any(stage.reach.whose == "counterpart" for stage in _stages_ahead(model, advice)):
        return _tile("Nobody is printed", "The document prints no contact for this step.", model.general.ask.text)
    address = f"{root}{model.procedure.id}/contacts/"
    ask = tag("a", "Say whom you disagree with", href=address, data_ask="them", class_="eg-ask")
    return _tile("The other agency", [ask, " to see what the contact list has for them."])


def _in_danger(model: Model, case: Case) -> list[Child] | None:
    """Say whom a danger is reported to where no contact is printed for it; None where one is, or there is no danger."""
    danger, general = protection_for(model.procedure, case), model.general
    if danger:
        return None if danger.contact else _tile(danger.label, "No number is printed for it.", general.emergency.text)
    return _tile(f"Call {general.emergency_number}", general.harm.text) if case.urgency == "immediate" else None


def _stages_ahead(model: Model, advice: Plain) -> list[Stage]:
    ahead = {way["id"] for way in advice["next"] if way["kind"] == "stage"}
    return [stage for stage in model.procedure.stages if stage.id in ahead]


def _more(advice: Plain) -> Child:
    more = len(advice["contacts"]) - 1
    words = f"{more} more below" if more > 1 else "One more below"
    return tag("p", tag("a", words, href="#answer-contacts")) if more else None


def _when(model: Model, case: Case, advice: Plain) -> Child:
    """Show when a danger has to be reported, else the first limit of what comes next, else a number that still runs."""
    danger = protection_for(model.procedure, case)
    if case.urgency == "immediate" and not danger:
        return _tile("Now", model.general.emergency.text)
    ahead = {danger.id} if danger else {way["id"] for way in advice["next"]}
    limits = [limit for limit in advice["deadlines"] if limit["stage"] in ahead or (not danger and _runs(limit))]
    if not limits:
        return (
            _tile("Now", "The text names no time for it.")
            if danger
            else _tile("No time limit in the text", "Act as soon as the child needs it.")
        )
    first = min(limits, key=lambda limit: (not (limit["amount"] or limit["unit"]), limit["stage"] not in ahead))
    big = f"By {say_day(date.fromisoformat(first['due'][:10]))}" if first["due"] else say_limit(first)
    begun = {stage.id: stage.label for stage in model.procedure.stages}.get(first["stage"])
    place = f"For {begun}, which has begun." if begun and first["amount"] and first["stage"] not in ahead else None
    return _tile(
        big, place, first["text"], "Sooner if the child needs it." if first["unit"] not in (None, "straight_away") else None
    )


def _runs(limit: Plain) -> bool:
    """Tell whether a limit of the stage begun still matters: what had to be raised, or done straight away, has been."""
    return bool(limit["for"] != "raise" and limit["unit"] != "straight_away")


def _form(advice: Plain) -> Child:
    if not advice["forms"]:
        return _tile("None named", "The text names no form for this step.")
    first = advice["forms"][0]
    copies = ["Copy to ", [[email(address), " "] for address in first["copy_to"]]] if first["copy_to"] else None
    ways = {way["id"]: way["label"] for way in advice["next"]}
    when = f"If it goes to {ways[first['stage']]}." if len(ways) > 1 and first["stage"] in ways else None
    return _tile(first["title"], when, copies, reading(first))
