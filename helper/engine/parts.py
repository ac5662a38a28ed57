"""What an Advice says, part by part: each a function of a few fields of the case, registered with the fields it reads."""

from functools import partial

from helper.engine.case import Case
from helper.engine.contact_parts import stages_ahead
from helper.engine.deadlines import deadlines
from helper.engine.model import Gap, Model
from helper.engine.part import PARTS, STEP, WAY, Part, part
from helper.engine.persons import counterparts
from helper.engine.statements import Plain, gather, holds, state
from helper.engine.way import (
    begin_at,
    begun_stage,
    next_routes,
    protection_for,
    situation_for,
    steps_for,
    usual_next,
)

__all__ = ["PARTS", "Part"]


@part("headline", *WAY, "side")
def headline(model: Model, case: Case) -> list[Plain]:
    """Say the one thing to do now: danger, else what is settled, a faster way, the situation, the way up, its end."""
    procedure = model.procedure
    if protection := protection_for(procedure, case):
        return [state(model, protection.headline)]
    if case.urgency == "immediate":
        return [state(model, model.general.emergency)]
    if case.resolved:
        return [state(model, procedure.settled.headline)]
    for way in (*begin_at(procedure, case), situation_for(procedure, case), usual_next(procedure, case)):
        if way:
            return [state(model, getattr(way.headline, case.side))]
    return [state(model, procedure.ending.headline)]


@part("safety")
def emergency(model: Model, case: Case) -> list[Plain]:
    """Say whom to call when a child is in danger: general advice, part of no procedure."""
    return [state(model, model.general.emergency) | {"tel": [model.general.emergency_number]}]


@part("safety")
def protection(model: Model, case: Case) -> list[Plain]:
    """Say where this procedure has a danger to a child reported, whatever the case."""
    rules = model.procedure.urgency
    found = [rule.protection for rule in rules.up_to("immediate") if rule.protection]
    everyone = model.everyone()
    return [
        state(model, way.standing) | {"tel": [tel.number for tel in everyone[way.contact].tel] if way.contact else []}
        for way in found
    ]


@part("safety", "urgency")
def harm(model: Model, case: Case) -> list[Plain]:
    """Say whom to tell of significant harm, where the procedure has no place to report it: general advice."""
    grave = case.urgency in ("significant_harm", "immediate")
    return [state(model, model.general.harm) | {"tel": []}] if grave and not protection_for(model.procedure, case) else []


@part("next", *WAY)
def next_steps(model: Model, case: Case) -> list[Plain]:
    """List what comes next."""
    return [
        {"kind": route.kind, "id": route.id, "label": route.label, "title": route.title, "choice": route.choice}
        for route in next_routes(model.procedure, case)
    ]


def _said(name: str, model: Model, case: Case) -> list[Plain]:
    """State what the steps of this case say under `name`."""
    return gather(model, case, steps_for(model.procedure, case), name)


for _name in ("who", "notes", "cautions"):
    part(_name, *STEP)(partial(_said, _name))


def _owed(name: str, model: Model, case: Case) -> list[Plain]:
    """State under `name` what is still owed for the stage begun, then what the steps of this case say."""
    begun = begun_stage(model.procedure, case)
    owed = ((None, begun),) if begun else ()
    return gather(model, case, (*owed, *steps_for(model.procedure, case)), name)


for _name in ("record", "inform"):
    part(_name, *STEP)(partial(_owed, _name))


@part("notes", *WAY)
def situation_of_another_stage(model: Model, case: Case) -> list[Plain]:
    """Say what the reader's situation leads to where the stage reached is not yet, or no longer, the one for it."""
    routes = [route for route in model.procedure.side_routes if route.id == case.situation]
    now = situation_for(model.procedure, case)
    return [state(model, route.summary) for route in routes if route != now]


@part("notes")
def ask_a_person(model: Model, case: Case) -> list[Plain]:
    """Name a person to ask, and say what to do when nobody answers, whatever the case."""
    return [state(model, said) for said in (model.general.ask, model.general.no_answer)]


part("deadlines", *STEP, "since")(deadlines)


@part("forms", *STEP)
def forms(model: Model, case: Case) -> list[Plain]:
    """List the forms that this case needs, and where each goes."""
    found: list[Plain] = []
    for _, step in steps_for(model.procedure, case):
        for use in step.forms:
            if holds(use.when, case) and use.form not in [plain["id"] for plain in found]:
                stage = {"stage": getattr(step, "id", case.stage)}
                found.append(_form(model, case, use.form) | state(model, use) | stage)
    return found


def _form(model: Model, case: Case, form_id: str) -> Plain:
    form = model.form(form_id)
    return {
        "id": form.id,
        "title": form.title,
        "available": form.available,
        "send_to": [state(model, said) for said in form.send_to if holds(said.when, case)],
        "copy_to": list(form.copy_to),
        "keep": [state(model, said) for said in form.keep if holds(said.when, case)],
        "cautions": [state(model, said) for said in form.cautions if holds(said.when, case)],
    }


@part("gaps", *STEP)
def step_gaps(model: Model, case: Case) -> list[Plain]:
    """Say what the source does not say about the steps of this case."""
    steps = steps_for(model.procedure, case)
    return [_gap(model, gap) | ({"way": way} if way else {}) for way, step in steps for gap in step.gaps if holds(gap.when, case)]


@part("gaps", *WAY, "side", "area", "them")
def contact_gaps(model: Model, case: Case) -> list[Plain]:
    """Say that no list names the other agency, where that is so."""
    seeking = [stage for stage in stages_ahead(model, case) if stage.reach.whose == "counterpart"]
    if not seeking or counterparts(model, case, seeking):
        return []
    if not case.them:
        return [] if model.contacts.services else [_gap(model, model.contacts.unlisted) | {"about": "contact"}]
    phrases = {agency.id: agency.phrase for agency in model.agencies}
    gap = _gap(model, model.contacts.unlisted) | {"about": "contact"}
    return [gap | {"text": gap["text"].format(agency=phrases.get(case.them) or model.everyone()[case.them].name)}]


@part("gaps", "you", "them")
def inside_gap(model: Model, case: Case) -> list[Plain]:
    """Say what the source says, or does not, of a disagreement inside one agency."""
    row = model.everyone().get(case.them or "")
    inside = case.you and (case.you == case.them or (row is not None and case.you in row.agencies))
    return [_gap(model, model.procedure.within_one_agency)] if inside else []


@part("cautions")
def age_of_contacts(model: Model, case: Case) -> list[Plain]:
    """Say how old the contact list is and that nobody has confirmed it."""
    return [state(model, model.contacts.age)]


@part("cautions")
def disclaimer(model: Model, case: Case) -> list[Plain]:
    """Say that the partnership does not run this site."""
    return [state(model, model.general.disclaimer)]


def _gap(model: Model, gap: Gap) -> Plain:
    return state(model, gap) | {"kind": gap.kind}
