"""What the training room fetches of one partnership: its course in, the text of a JSON file out.

`scenarios` and `borders` (those of a child who lives here and a reader who works elsewhere) hold each scenario's `case`, its
`screens` by name, each `[title, html]`, and the order of these in a `session` and in `study`. `what_if`, `turns` and `reflect`
are markup for all of them.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helper.engine.case import Case
from helper.engine.html import Child, Html, join, tag
from helper.engine.model import Model
from helper.publish.glossary.model import NOTHING_EXPLAINED, Form, Glossary, in_answers
from helper.publish.glossary.write_out import write_out
from helper.publish.saying import say
from helper.publish.training.model import Course, Scenario, Turn
from helper.publish.training.screens import ANSWER, screens, ways_through
from helper.publish.training.what_if import what_if

# The page that shows it stands one folder below the root.
ROOT = "../"


def lesson(
    course: Course, borders: tuple[Scenario, ...], models: Mapping[str, Model], glossary: Glossary = NOTHING_EXPLAINED
) -> str:
    """Write a partnership's lesson; `borders` are all scenarios across a border, `models` those of all partnerships, by id."""
    model = course.model
    forms = glossary.forms(model)
    here = [one for one in borders if one.case.partnership == model.procedure.id]
    plain = {
        "name": model.procedure.name,
        "scenarios": [_scenario(model, one, models, forms) for one in course.scenarios],
        "borders": [_scenario(model, one, models, glossary.forms()) for one in here],
        "what_if": what_if(model),
        "turns": write_out(_turns(model, course.turns), forms),
        "reflect": join([tag("li", say(model, one, ROOT)) for one in course.reflect]),
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def plain_case(case: Case) -> dict[str, Any]:
    """Give a case as the page asks it: only what was answered."""
    return {name: value for name, value in asdict(case).items() if value not in (None, False)}


def _scenario(model: Model, scenario: Scenario, models: Mapping[str, Model], forms: Mapping[str, Form]) -> dict[str, Any]:
    """Give a scenario's screens, each with its short forms written out: that of the answer, which comes by script, at its head."""
    later = in_answers(model) & set(forms)
    made = {
        name: (title, write_out(html, forms, later if name == ANSWER else ()))
        for name, (title, html) in screens(model, scenario, models, ROOT).items()
    }
    return {"case": plain_case(scenario.case), "screens": made, **ways_through(made)}


def _turns(model: Model, turns: tuple[Turn, ...]) -> Html:
    """Show each turn folded: what the procedure says of it, what it does not, and then whom to ask."""
    return join([tag("details", tag("summary", turn.label), _turn(model, turn), data_turn=turn.id) for turn in turns])


def _turn(model: Model, turn: Turn) -> Child:
    said = [tag("li", say(model, one, ROOT)) for one in turn.said]
    gaps = [tag("li", say(model, one, ROOT)) for one in turn.gaps]
    asked = [model.general.ask, model.general.no_answer] if gaps else []
    groups = (
        ("What the document says", said),
        ("What it does not say", gaps),
        ("Then, in our general advice", [tag("li", say(model, one, ROOT)) for one in asked]),
    )
    return [[tag("h4", title), tag("ul", items, class_="eg-list")] for title, items in groups if items]
