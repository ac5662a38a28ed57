"""The ways of a procedure that are faster than its ladder: a model in, each with its words and the place that says it out."""

from helper.engine.listing import URGENCY_LABELS
from helper.engine.model import URGENCIES, Model


def fast_routes(model: Model) -> list[dict[str, str | None]]:
    """List the ways that are faster than the ladder, from the least urgent up."""
    routes: list[dict[str, str | None]] = []
    for name in URGENCIES:
        rule = getattr(model.procedure.urgency, name)
        label = URGENCY_LABELS[name]
        if rule.protection:
            said = rule.protection.standing
            routes.append({"kind": "safety", "label": label, "text": said.text, "section": said.section, "basis": said.basis})
        routes += [
            {"kind": "urgent", "label": label, "text": jump.text, "section": jump.section, "basis": jump.basis}
            for jump in rule.begin_at
        ]
    return routes
