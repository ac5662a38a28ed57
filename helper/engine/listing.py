"""What a case may hold: lists of {id, label} for one partnership, or for all."""

from helper.engine.model import SIDES, START, URGENCIES, Model

Listed = dict[str, list[dict[str, str]]]
URGENCY_LABELS = {
    "routine": "The usual steps will do",
    "urgent": "It cannot wait for the usual steps",
    "significant_harm": "A child may be at risk of significant harm",
    "immediate": "A child may be in danger now",
}
SIDE_LABELS = {"raising": "We are raising it", "challenged": "Someone has challenged us"}
START_LABEL = "Nothing was tried yet"


def list_partnership(model: Model) -> Listed:
    """List the stages, areas, agencies, situations and forms of one partnership, and its contacts, which refine `them`."""
    procedure = model.procedure
    stages = [{"id": stage.id, "label": f"{stage.label}: {stage.title}"} for stage in procedure.stages]
    contacts = [
        {
            "id": name,
            "label": row.name if name == row.id else f"{row.name}: {next(who.name for who in row.people if who.id == name)}",
        }
        for name, row in model.everyone().items()
        if row.agencies
    ]
    return {
        "stages": [{"id": START, "label": START_LABEL}, *stages],
        "areas": [{"id": area.id, "label": area.label} for area in procedure.areas],
        "agencies": [{"id": agency.id, "label": agency.label} for agency in model.agencies],
        "situations": [{"id": route.id, "label": route.label} for route in procedure.side_routes],
        "forms": [{"id": form.id, "label": form.title} for form in model.forms],
        "contacts": contacts,
    }


def list_everything(models: dict[str, Model]) -> Listed:
    """List the partnerships, and what is the same for all of them."""
    agencies = next(iter(models.values())).agencies if models else ()
    return {
        "partnerships": [{"id": name, "label": model.procedure.name} for name, model in models.items()],
        "agencies": [{"id": agency.id, "label": agency.label} for agency in agencies],
        "urgencies": [{"id": name, "label": URGENCY_LABELS[name]} for name in URGENCIES],
        "sides": [{"id": name, "label": SIDE_LABELS[name]} for name in SIDES],
    }
