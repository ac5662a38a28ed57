"""The answer to one scenario, which the engine gives when the site is built: a card and its Advice in, what is read out, out."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from helper.engine.case import Case
from helper.engine.limits import alike, from_when
from helper.engine.listing import SIDE_LABELS, START_LABEL, URGENCY_LABELS
from helper.engine.model import START, Model
from helper.engine.render import say_choice
from helper.engine.words import NO_FORM, NO_LIMIT, NOT_HELD, has_number, only, say_limit
from helper.publish.pack.blocks import Block, Compared, Heading, Line, Link, Points, Said, Strong, Text, all_said, say
from helper.publish.pack.cards import agency_of
from helper.publish.pack.deck import Dealt
from helper.publish.pack.what_if import what_if
from helper.publish.training.differing import cited_for

Plain = dict[str, Any]
NOTHING_LISTED = "The document prints no contact for this step."


def answer(model: Model, card: Dealt, advice: Mapping[str, Any]) -> list[Block]:
    """Write the answer to a card; `advice` is without what is said of every answer."""
    case, training = card.scenario.case, card.scenario.training
    blocks: list[Block] = [
        Heading(3, f"Answer to card {card.number}: {card.scenario.title}", f"answer-{card.number}", page=True),
        Text((facts(model, case),), "small"),
        Text((Link("Put this case to the helper", f"{model.procedure.id}/next-step/#{ids(case)}"),), "small", online=True),
        Text((Said(advice["headline"]),), "headline"),
    ]
    doing = [*advice["who"], *only("own", advice["notes"])]
    for title, lines in (
        ("Safety first", all_said(advice["safety"])),
        ("What comes next", _next(model, advice)),
        ("Who acts", all_said(doing)),
        ("Whom to contact", _contacts(model, advice)),
        ("By when", _limits(model, advice)),
        ("Which form", _forms(advice)),
        ("What to write down", all_said(advice["record"])),
        ("Whom to tell", all_said(advice["inform"])),
        ("What the document does not say", all_said(advice["gaps"])),
        ("Check first", all_said(advice["cautions"])),
        ("What somebody who knows another procedure may get wrong", _differing(model, card)),
        ("Why", (say(card.scenario.why),)),
        ("To take away", (say(training.reflect),) if training.reflect else ()),
    ):
        if lines:
            blocks += [Heading(4, title), Points(lines) if len(lines) > 1 else Text(lines[0])]
    return [*blocks, Heading(4, "What if"), what_if(model, case)]


def facts(model: Model, case: Case) -> str:
    """Say what a scenario comes to, as the helper asks for it."""
    reached = model.procedure.stage(case.stage) if case.stage != START else None
    stage = f"{reached.label} has begun" if reached else START_LABEL
    settled = ", and it is settled" if case.resolved else ", and it is not settled" if reached else ""
    routes = {route.id: route.label for route in model.procedure.side_routes}
    them = model.everyone()[case.them].name if case.them in model.everyone() else None
    said = {
        "Where it stands": f"{stage}{settled}",
        "How urgent": URGENCY_LABELS[case.urgency],
        "Side": SIDE_LABELS[case.side],
        "You are": agency_of(model, case.you) if case.you else None,
        "They are": them or (agency_of(model, case.them) if case.them else None),
        "Situation": routes[case.situation] if case.situation else None,
    }
    return " ".join(f"{name}: {value}." for name, value in said.items() if value)


def ids(case: Case) -> str:
    """Write a case as a link into the helper holds it: ids alone, and no day."""
    fields = ("area", "stage", "resolved", "side", "urgency", "situation", "you", "them")
    known = {name: getattr(case, name) for name in fields}
    return urlencode({name: "true" if value is True else value for name, value in known.items() if value})


def _differing(model: Model, card: Dealt) -> tuple[Line, ...]:
    """Say in what the two procedures of a border differ, and where both documents say so."""
    if not (knows := card.works_in):
        return ()
    return tuple(say(f"{one.text} ", Compared(cited_for(one, knows, model))) for one in card.scenario.differs)


def _next(model: Model, advice: Mapping[str, Any]) -> tuple[Line, ...]:
    return tuple(say(Strong(f"{way['label']}: {way['title']}"), f" ({say_choice(model, way)})") for way in advice["next"])


def _contacts(model: Model, advice: Mapping[str, Any]) -> tuple[Line, ...]:
    """Name services and roles; names of people and numbers grow old on paper, so it says where they are found."""
    rows: dict[str, list[Plain]] = {}
    for contact in advice["contacts"]:
        rows.setdefault(contact["agency"], []).append(contact)
    if not rows:
        return (say(NOTHING_LISTED),) if advice["next"] else ()
    lines = [_contact(name, found) for name, found in rows.items()]
    found_at = say("Names, numbers and what to check first: ", Link("the contact list", f"{model.procedure.id}/contacts/"), ".")
    return (*lines, found_at)


def _contact(name: str, found: list[Plain]) -> Line:
    roles = ", ".join(dict.fromkeys(one["role"] for one in found if one["role"]))
    return say(Strong(f"{name}{f' ({roles})' if roles else ''}: "), Said(found[0]["for_whom"]))


def _limits(model: Model, advice: Mapping[str, Any]) -> tuple[Line, ...]:
    lines = []
    for names, same in alike(model, advice):
        first = next((one for one in same if one["due"]), same[0])
        counted = first["counting"]["text"] if first["counting"] else from_when(first)
        big = Strong(f"{names}: {say_limit(first)}. " if names else f"{say_limit(first)}. ")
        lines.append(say(big, Said(first), f" {counted}" if has_number(first) else ""))
    return tuple(lines) or (say(f"{NO_LIMIT}."),)


def _forms(advice: Mapping[str, Any]) -> tuple[Line, ...]:
    """Name each form and why; what is said of the form itself stands in the pack once."""
    held = {form["id"]: "" if form["available"] else f" {NOT_HELD}" for form in advice["forms"]}
    found = [say(Link(form["title"], f"#form-{form['id']}"), ": ", Said(form), held[form["id"]]) for form in advice["forms"]]
    return tuple(found) or (say(NO_FORM),)
