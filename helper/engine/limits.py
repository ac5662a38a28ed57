"""Show by when: every limit of an Advice, with a place kept for what depends on a date."""

from collections.abc import Mapping
from typing import Any

from helper.engine.html import Child, Html, tag
from helper.engine.model import Model
from helper.engine.view import Asked
from helper.engine.words import due_place, has_number, runs_from_begin, say_limit, section, statement
from helper.engine.workdays import room_for

Plain = dict[str, Any]
FROM = {
    "stage_began": "Counted from the day that stage begins.",
    "concern_arose": "Counted from the day the concern arose.",
}


def limits(asked: Asked) -> Child:
    """Show every limit; one that is said of several stages in the same words stands once, under all their names."""
    model, found = asked.model, asked.advice["deadlines"]
    if not found:
        return None
    items = [_limit(asked, names, same) for names, same in alike(model, asked.advice)]
    sooner = tag("p", statement(model, found[0]["sooner"], asked.root)) if any(map(has_number, found)) else None
    counted = any(runs_from_begin(limit, asked.case) for limit in found)
    convention = tag("p", statement(model, found[0]["convention"], asked.root)) if counted else None
    return section("By when", "deadlines", tag("ul", items, class_="eg-list"), sooner, convention)


def alike(model: Model, advice: Mapping[str, Any]) -> list[tuple[str, list[Plain]]]:
    """Put the limits of an Advice that are said in the same words together, under the names of their stages."""
    labels = {stage.id: stage.label for stage in model.procedure.stages}
    labels |= {way["id"]: way["label"] for way in advice["next"] if way["kind"] == "outside"}
    together: dict[tuple[str, str], list[Plain]] = {}
    for limit in advice["deadlines"]:
        together.setdefault((say_limit(limit), limit["text"]), []).append(limit)
    return [(", ".join(labels[one["stage"]] for one in same if one["stage"] in labels), same) for same in together.values()]


def from_when(limit: Plain) -> str:
    """Say from which day a limit with a number is counted."""
    return FROM.get(limit["from"], f"Counted from {limit['from']}.")


def _limit(asked: Asked, names: str, same: list[Plain]) -> Html:
    big = tag("b", f"{names}: " if names else None, say_limit(same[0]))
    return tag("li", big, tag("br"), statement(asked.model, same[0], asked.root), _due(asked, same))


def _due(asked: Asked, same: list[Plain]) -> Child:
    """Show how a limit is counted; one that is not counted from the reader's day says from which."""
    if not has_number(same[0]):
        return None
    running = next((limit for limit in same if runs_from_begin(limit, asked.case)), None)
    if running is None:
        return [" ", tag("span", from_when(same[0]), class_="eg-from")]
    room = room_for(running["amount"], running["unit"], running["equates"], asked.model.holidays)
    return due_place(room, _counting(running["counting"]) if running["counting"] else None)


def _counting(counting: Plain) -> Child:
    days = [
        tag("li", f"{day['name']}: ", tag("b", f"day {day['number']}") if day["number"] is not None else day["why"])
        for day in counting["days"]
    ]
    shown = tag("details", tag("summary", "Show the count"), tag("ul", days, class_="eg-list")) if days else None
    return tag("div", tag("p", counting["text"]), shown, class_="eg-counting")
