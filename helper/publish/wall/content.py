"""What stands on a poster: a procedure in, every piece as markup out, in as much detail as is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass, replace
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.html import Html, join, tag
from helper.engine.model import Model, Stage, Statement, Step
from helper.engine.render import render_safety
from helper.publish.glossary.write_out import write_out
from helper.publish.qr import qr_code
from helper.publish.saying import of_stage, say
from helper.publish.site import Site
from helper.publish.wall.numbers import Numbers, wall_numbers
from helper.publish.wall.rungs import ROOT, Detail, Rung, forms, rung

# Beside what is to be written down: there is room for it there, and none for a part of its own.
NO_FORM = "We found no form in the document that belongs to a stage."


@dataclass(frozen=True)
class Content:
    """The pieces of a poster. `no_form` is said where no stage has a form and there is room. `more_record` and `doubts` are
    counted, since there is no room for them; `left_out` names what was left out of the stages. `short` is
    the line at the head that writes short forms out, which every page gets. Without an address for the site,
    `address` and `qr` are empty."""

    safety: Html
    rungs: tuple[Rung, ...]
    forms: tuple[Html, ...]
    no_form: str
    has_numbers: bool
    urgent: tuple[Html, ...]
    ending: Html
    numbers: Numbers
    record: tuple[Html, ...]
    more_record: int
    unclear: Html
    doubts: int
    left_out: str
    address: str
    qr: Html
    short: Html


def content(site: Site, model: Model, detail: Detail) -> Content:
    """Gather the pieces."""
    procedure, stages = model.procedure, model.procedure.stages
    address = f"{site.host.address}{procedure.id}/next-step/" if site.host.address else ""
    records, review = list(by_stage(model, "record")), procedure.document.review
    asked = tuple(forms(model))
    made = Content(
        safety=render_safety(model, advise(model, Case(procedure.id, "start", "immediate")), ROOT),
        rungs=tuple(rung(model, stage, detail) for stage in stages),
        forms=asked,
        no_form="" if asked or not detail.no_form else NO_FORM,
        has_numbers=any(limit.amount is not None for stage in stages for limit in stage.limits),
        urgent=tuple(say(model, said, ROOT) for said in urgent_statements(model)),
        ending=say(model, procedure.ending.headline, ROOT),
        numbers=wall_numbers(model, detail.services, ROOT),
        record=tuple(records[: detail.records]),
        more_record=max(0, len(records) - detail.records),
        unclear=say(model, review, ROOT),
        doubts=len(doubts(model)),
        left_out=_left_out(detail, bool(asked)),
        address=address,
        qr=qr_code(address, f"QR code of {address}") if address else Html(""),
        short=Html(""),
    )
    return replace(made, short=_short_forms(site, model, made))


def _short_forms(site: Site, model: Model, made: Content) -> Html:
    """Make the line that the page will write short forms out in: on a poster nothing else takes the words in."""
    procedure = model.procedure
    dates = [f"{date.what}: {date.printed}" for date in procedure.document.dates]
    around = tag("p", " ".join([procedure.name, procedure.document.title, procedure.partnership, *dates]))
    whole = tag("div", around, Html(" ".join(_texts(made))), model.general.disclaimer.text, class_="eg-poster")
    return Html(write_out(whole, site.glossary.forms(model)).removesuffix(whole))


def _texts(piece: Any) -> Iterator[str]:
    if isinstance(piece, str):
        yield piece
    elif isinstance(piece, tuple):
        for one in piece:
            yield from _texts(one)
    elif is_dataclass(piece):
        yield from _texts(tuple(vars(piece).values()))


def doubts(model: Model) -> set[str]:
    """Give everything that a procedure and its list leave unclear, each once."""
    procedure = model.procedure
    rules, always = procedure.urgency.up_to("immediate"), (procedure.ending, procedure.settled, procedure.always, procedure.borders)
    steps = (*procedure.stages, *procedure.side_routes, *rules, *always)
    said: list[Statement] = [procedure.within_one_agency, *model.contacts.cautions, *procedure.document.not_held]
    return {one.text for one in [*said, *(one for step in steps for one in (*step.gaps, *step.cautions))]}


def urgent_statements(model: Model) -> list[Statement]:
    """Say where an urgent case may begin, what whoever raises it does then, and what the rules of urgency limit, each once."""
    said: dict[str, Statement] = {}
    urgency = model.procedure.urgency
    for rule in urgency.up_to("immediate"):
        jumps = [Statement(jump.text, jump.section, jump.basis) for jump in rule.begin_at]
        notes = [note for note in rule.notes if rule is urgency.urgent and note.when.side != ("challenged",)]
        for one in (*jumps, *notes, *rule.limits):
            said.setdefault(one.text, one)
    return list(said.values())


def by_stage(model: Model, name: str) -> Iterator[Html]:
    """Give what is asked under one name (`record`, `inform`): at every stage, then at single ones under theirs, each once."""
    known: set[str] = set()
    steps: list[tuple[str, Step]] = [("", model.procedure.always), *((stage.label, stage) for stage in model.procedure.stages)]
    for label, step in steps:
        for one in getattr(step, name):
            said = of_stage(model, step, one) if isinstance(step, Stage) else one
            if said.text not in known:
                known.add(said.text)
                yield join([tag("b", f"{label}: ") if label else None, say(model, said, ROOT)])


def _left_out(detail: Detail, has_forms: bool) -> str:
    parts = (
        (detail.limits, "limits in words"),
        (detail.onward, "what moves it up"),
        (detail.no_form or has_forms, "that no stage has a form"),
        (detail.who, "who acts"),
        (detail.counted, "from when a limit runs"),
    )
    return ", ".join(name for stands, name in parts if not stands)
