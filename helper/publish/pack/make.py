"""A facilitator's pack as a whole: a site and a course in, its parts in their order out."""

from collections.abc import Iterator

from helper.publish.pack.after import about, plan, reflection, turns
from helper.publish.pack.answers import answers
from helper.publish.pack.before import INVENTED, before, danger, lengths, timetable
from helper.publish.pack.blocks import Block, Heading, Line, Link, Pack, Part, Points, Text, say
from helper.publish.pack.cards import role_cards, scenario_cards
from helper.publish.pack.deck import Dealt, deal
from helper.publish.pack.ladder import ladder
from helper.publish.site import Site
from helper.publish.training.model import Course

TITLE = "Facilitator's pack"
ABOUT = "A session for people of several agencies, on what to do when they disagree about keeping a child safe."


def make_pack(site: Site, course: Course) -> Pack:
    """Make the pack of a partnership; the parts about scenarios are only in it where there are some."""
    model, cards = course.model, deal(site, course)
    playing = (scenario_cards(model, cards), role_cards(model, cards), answers(model, cards)) if cards else ()
    turned = (turns(course),) if course.turns else ()
    parts = (before(course), timetable(course, cards), ladder(model), *playing, *turned)
    parts = (*parts, reflection(course), plan(course), about(course, site.built))
    whole, short = lengths(course.session)
    lead = f"{ABOUT} It takes {whole} minutes, or {short}."
    front = (Text((lead,), "lead"), Text((INVENTED,), "sign"), danger(course), *_contents(parts, cards))
    return Pack(f"{TITLE}: {model.procedure.name}", front, parts)


def _contents(parts: tuple[Part, ...], cards: list[Dealt]) -> Iterator[Block]:
    yield Heading(2, "In this pack", "contents")
    yield Points(tuple(say(Link(part.title, f"#{part.anchor}")) for part in parts))
    if cards:
        yield Heading(3, "Its scenarios")
        yield Points(tuple(_scenario(card) for card in cards))


def _scenario(card: Dealt) -> Line:
    roles, answer = Link("roles", f"#roles-{card.number}"), Link("answer", f"#answer-{card.number}")
    return say(Link(card.name, f"#card-{card.number}"), ": ", roles, ", ", answer)
