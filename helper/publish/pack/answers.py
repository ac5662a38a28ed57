"""The answers to all cards: each is asked of the engine, and what holds in every one of them is said once, before them."""

from collections.abc import Mapping, Sequence
from typing import Any

from helper.engine.advise import advise
from helper.engine.model import Model
from helper.engine.words import only
from helper.publish.pack.answer import answer
from helper.publish.pack.blocks import Block, Heading, Part, Points, Text, all_said
from helper.publish.pack.deck import Dealt
from helper.publish.pack.nameless import nameless

Advice = Mapping[str, Any]
Plain = dict[str, Any]
HINT = "For the facilitator. Open an answer when the group has decided. Every answer was worked out anew when this pack was made."
# What is said of an answer, and not what to do in it: a sheet that is handed out alone lacks no step.
ONCE = ("safety", "notes", "gaps", "cautions")
# Every list of statements; the others hold more than their text.
SAID = ("who", "notes", "record", "inform", "gaps", "cautions")


def answers(model: Model, cards: list[Dealt]) -> Part:
    """Write the answer to every card."""
    given = [_asked(model, card) for card in cards]
    everywhere = shared(given)
    blocks: list[Block] = [Text((HINT,))]
    if any(everywhere.values()):
        blocks += [Heading(3, "In every answer"), Points(all_said([one for name in ONCE for one in everywhere[name]]))]
    blocks += _counting(given)
    for card, advice in zip(cards, given, strict=True):
        rest = {name: [one for one in advice[name] if one not in everywhere[name]] for name in ONCE}
        blocks += answer(model, card, {**advice, **rest})
    return Part("Answers", "answers", tuple(blocks))


def _asked(model: Model, card: Dealt) -> dict[str, Any]:
    advice = advise(model, card.scenario.case)
    return advice | {name: [nameless(model, said) for said in advice[name]] for name in SAID}


def shared(given: Sequence[Advice]) -> dict[str, list[Plain]]:
    """Give what every answer says of itself, by field; of the notes only general advice, since the others are steps to take."""
    found = {name: [one for one in given[0][name] if all(one in advice[name] for advice in given)] for name in ONCE}
    return {**found, "notes": only("general", found["notes"])}


def _counting(given: Sequence[Advice]) -> list[Block]:
    """Say how days are counted, where an answer counts any, and that the child may need it sooner."""
    limits = [limit for advice in given for limit in advice["deadlines"]]
    counted = [limit["convention"] for limit in limits if limit["counting"]]
    said = [*(limit["sooner"] for limit in limits[:1]), *counted[:1]]
    return [Heading(3, "Wherever a time is limited"), Points(all_said(said))] if said else []
