"""The cards that a facilitator hands out: dealt scenarios in, a card for each and one for each role out. None tells an answer."""

from helper.engine.model import Model
from helper.publish.pack.blocks import Block, Card, Heading, Link, Part, Points, Slips, Strong, Text, say
from helper.publish.pack.deck import Dealt, where
from helper.publish.training.kinds import BORDER, LEVELS

FIRST, MORE = "For this session", "More scenarios"


def scenario_cards(model: Model, cards: list[Dealt]) -> Part:
    """Write a card for each scenario: where, what happened, who is in the room, what to decide."""
    blocks: list[Block] = []
    before = ""
    for card in cards:
        if (group := _group(card)) != before:
            blocks.append(Heading(3, group))
        before = group
        blocks.append(_card(model, card))
    hint = "One for each group. The answers come later in this pack."
    return Part("Scenario cards", "cards", (Text((hint,)), *blocks))


def role_cards(model: Model, cards: list[Dealt]) -> Part:
    """Write a card for each role, to cut apart."""
    blocks: list[Block] = [Text(("Cut them apart. Who has no role watches, and speaks first afterwards.",))]
    for card in cards:
        name = f"Roles for card {card.number}"
        blocks.append(Heading(3, name, f"roles-{card.number}"))
        slips = []
        for role in card.scenario.training.roles:
            lines = (
                say(agency_of(model, role.agency)),
                say(role.brief),
                say(f"Card {card.number}, {card.scenario.title}. Invented."),
            )
            slips.append((capital(role.who), lines))
        blocks.append(Slips(f"{name}: {card.scenario.title}", tuple(slips)))
    return Part("Role cards", "roles", tuple(blocks))


def _card(model: Model, card: Dealt) -> Card:
    scenario, training = card.scenario, card.scenario.training
    lives = f"The child lives in {where(model, scenario.case)}."
    place = f"You work in {card.works_in.procedure.name}. {lives}" if card.works_in else lives
    room = "; ".join(f"{role.who} ({agency_of(model, role.agency)})" for role in training.roles)
    blocks = (
        Text((f"{LEVELS[training.level]}. {place}",), "small"),
        Text((scenario.story,)),
        Text(say(Strong("In the room: "), f"{room}.")),
        Text(say(Strong("Decide together:"))),
        Points(tuple(say(question) for question in training.ask)),
        Text(say(Link("Roles", f"#roles-{card.number}"), ", ", Link("answer", f"#answer-{card.number}")), "small", online=True),
    )
    return Card(card.name, f"card-{card.number}", blocks)


def _group(card: Dealt) -> str:
    return BORDER if card.works_in else FIRST if card.played else MORE


def agency_of(model: Model, name: str) -> str:
    """Give what a reader calls an agency."""
    return next(agency.label for agency in model.agencies if agency.id == name)


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]
