"""Who to contact, as parts of an Advice: for reporting a danger, of the other agency, of the reader's own, of the partnership."""

from helper.engine.case import Case
from helper.engine.model import Model, Stage
from helper.engine.part import WAY, part
from helper.engine.persons import counterparts, describe, office, own_side
from helper.engine.statements import Plain, state
from helper.engine.way import next_routes, protection_for


def stages_ahead(model: Model, case: Case) -> list[Stage]:
    """List the stages that come next."""
    return [route.stage for route in next_routes(model.procedure, case) if route.stage]


@part("contacts", *WAY)
def protection_contact(model: Model, case: Case) -> list[Plain]:
    """Describe the contact to whom a danger is reported, where the urgency calls for it."""
    way = protection_for(model.procedure, case)
    if not way or not way.contact:
        return []
    row = model.everyone()[way.contact]
    return describe(model, row, way.contact, state(model, way.headline))


@part("contacts", *WAY, "side", "area", "them")
def their_contacts(model: Model, case: Case) -> list[Plain]:
    """Describe the other agency's contacts for the stages that come next, without the one for reporting a danger."""
    reporting = {contact["id"] for contact in protection_contact(model, case)}
    return [contact for contact in counterparts(model, case, stages_ahead(model, case)) if contact["id"] not in reporting]


@part("contacts", *WAY, "side", "area", "you")
def own_contacts(model: Model, case: Case) -> list[Plain]:
    """Describe the reader's own agency's entry of the list, for a stage that needs it."""
    return own_side(model, case, stages_ahead(model, case))


@part("contacts", *WAY, "side")
def office_contact(model: Model, case: Case) -> list[Plain]:
    """Describe the partnership's own office: for the stage that it takes up, else as whom to ask."""
    stages = stages_ahead(model, case)
    return office(model, next((stage for stage in stages if stage.reach.whose == "partnership"), None), case.side)
