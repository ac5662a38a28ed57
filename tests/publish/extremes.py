"""Procedures to draw: every partnership's, the least that one can be, and more of everything than any source has."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from helper.engine.model import URGENCIES, Model, Onward, Procedure, UrgencyRule, UrgencyRules
from helper.engine.plain import from_plain
from helper.publish.flowchart.flow import flow_of
from helper.publish.flowchart.place import NARROW, WIDE, Picture, place
from tests.partnerships import every_partnership

SAID = {"text": "Said.", "section": "one"}
BOTH = {"raising": SAID, "challenged": SAID}
HOSTILE = "<script>&\"'"


def stage(number: int, last: int, title: str, word: str = "Tier", **more: Any) -> dict[str, Any]:
    onward = {"to": str(number + 1), "text": "Not agreed", "section": "one"} if number < last else None
    reach = {"whose": "counterpart", **BOTH}
    plain = {"id": str(number), "label": f"{word} {number}", "title": title, "summary": SAID, "headline": BOTH}
    return {**plain, "reach": reach, "onward": onward, **more}


def side_route(name: str, label: str, title: str, choice: str = "may", kind: str = "side_route") -> dict[str, Any]:
    return {
        "id": name,
        "label": label,
        "title": title,
        "choice": choice,
        "kind": kind,
        "summary": SAID,
        "headline": BOTH,
    }


def jump(to: str, choice: str) -> dict[str, Any]:
    return {"stage": to, "choice": choice, "text": "Begin higher.", "section": "one", "headline": BOTH}


def protection(name: str, label: str) -> dict[str, Any]:
    return {"id": name, "label": label, "title": "Tell them", "standing": SAID, "headline": SAID}


def procedure(stages: list[dict[str, Any]], **more: Any) -> Procedure:
    document = {"id": "d", "title": "D", "owner": SAID, "review": SAID, "sections": [{"id": "one", "title": "One"}]}
    plain: dict[str, Any] = {
        "id": "invented",
        "name": "Invented",
        "partnership": "An invented partnership",
        "people": "children",
        "document": document,
        "summary": SAID,
        "scope": [],
        "principles": [],
        "urgency": {"routine": {}, "urgent": {}, "significant_harm": {}, "immediate": {}},
        "stages": stages,
        "ending": {"headline": {"text": "Nobody is left to ask.", "section": "one"}},
        "settled": {"headline": {"text": "Write it down.", "section": "one"}},
        "within_one_agency": SAID,
    }
    return from_plain(Procedure, plain | more)


def three_tiers() -> Procedure:
    """Give the least that a procedure can be: three stages, no side route, no rule of urgency."""
    return procedure([stage(number, 3, title) for number, title in enumerate(("Talk", "Managers", "Board"), 1)])


def extreme() -> Procedure:
    """Give more of everything than any source has."""
    long = "Extraordinary meeting of safeguarding leads, legal advisers and the Independent Chair/Scrutineer"
    stages = [stage(number, 6, f"{long}, number {number}", "Formal escalation level") for number in range(1, 6)]
    stages[1] = stage(2, 6, "Managers", onward={"to": "4", "text": "Not resolved within ten working days", "section": "one"})
    stages.append(stage(6, 6, "Supercalifragilisticexpialidociousness-and-its-administration", taken_by="partnership"))
    routes = [
        side_route(
            "lado",
            "Somebody who works with children may have harmed a child",
            "Local authority designated officer",
            "must",
            "outside",
        ),
        side_route(
            "conference",
            "The disagreement is about the decision of a child protection conference",
            "Complaint to the chair",
        ),
        side_route("court", "A court order", "Legal meeting", "must"),
        side_route("cross-border", "The child lives in one area and the school is in another", "Both partnerships together"),
        side_route("hostile", HOSTILE, HOSTILE, "may", "outside"),
    ]
    urgency = {
        "routine": {},
        "urgent": {"begin_at": [jump("3", "may")]},
        "significant_harm": {"begin_at": [jump("6", "must")], "protection": protection("door", "Front Door")},
        "immediate": {"protection": protection("police", "Police and the out-of-hours Emergency Duty Team")},
    }
    return procedure(stages, side_routes=routes, urgency=urgency)


def crowded() -> Model:
    """Give a partnership of twelve stages under long names, with more limits, services and forms than any source has."""
    model = next(one.model for one in every_partnership() if one.id == "northmere")
    long = "Extraordinary meeting of safeguarding leads and the Independent Chair/Scrutineer"
    first, service = model.procedure.stages[0], model.contacts.services[0]
    limits = tuple(limit for stage in model.procedure.stages for limit in stage.limits)[:2]
    stages = [
        replace(
            first,
            id=str(number),
            label=f"Formal escalation level {number}",
            title=f"{long}, number {number}" if number % 2 else "Supercalifragilisticexpialidociousness-and-its-administration",
            summary=replace(first.summary, text=f"{long}. " * 2),
            limits=limits if number % 3 == 0 else (),
            onward=Onward(str(number + 1), "Not resolved within ten working days", "3-1") if number < 12 else None,
        )
        for number in range(1, 13)
    ]
    services = [replace(service, id=f"s{number}", name=f"{long} {number}", people=()) for number in range(40)]
    contacts = replace(model.contacts, services=tuple(services))
    urgency = {name: UrgencyRule() for name in URGENCIES}
    procedure = replace(model.procedure, stages=tuple(stages), urgency=UrgencyRules(**urgency))
    words = replace(model.wording, stages=tuple(replace(model.wording.stages[0], stage=stage.id) for stage in stages))
    return replace(model, procedure=procedure, contacts=contacts, wording=words)


def link(anchor: str) -> str:
    return f"../#{anchor}"


def placed(drawn: Procedure) -> Iterator[Picture]:
    flow = flow_of(drawn, link)
    yield from (place(flow, sheet) for sheet in (NARROW, WIDE))


EVERY = [
    *(pytest.param(one.model.procedure, id=one.id) for one in every_partnership()),
    *(pytest.param(make(), id=make.__name__) for make in (three_tiers, extreme)),
]
every_procedure = pytest.mark.parametrize("drawn", EVERY)
