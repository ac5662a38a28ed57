"""The page of procedures side by side: a site in, what its template needs out."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from helper.engine.html import Html
from helper.engine.model import Model
from helper.engine.render import render_general_safety
from helper.publish.compare import beside, limits, papers, steps, urgency
from helper.publish.compare.cell import ROOT, Cell, Topic
from helper.publish.compare.scale import Ladder, ladders
from helper.publish.glossary.model import stands_in
from helper.publish.glossary.write_out import head, texts_of
from helper.publish.saying import say
from helper.publish.site import Site

# As many as can be read side by side; where a site has more, the reader chooses before any is shown.
SIDE_BY_SIDE = 5
# As many stand in the page as elements. Of more, each is text that the page's script makes elements of once it is chosen: a page of
# 150 partnerships has 67,000 elements otherwise.
WHOLE = 12
GROUPS: tuple[tuple[str, tuple[Topic, ...]], ...] = (
    ("Step by step", steps.TOPICS),
    ("By when", tuple(limits.topics())),
    ("Forms and records", papers.TOPICS),
    ("When it cannot wait", tuple(urgency.topics())),
    ("Whom to reach", beside.CONTACTS),
    ("Beside the ladder", beside.TOPICS),
    ("The document", beside.DOCUMENT),
)


@dataclass(frozen=True)
class Row:
    """A topic with a cell for each partnership, by its id."""

    topic: Topic
    cells: Mapping[str, Cell]


def compare_page(site: Site) -> dict[str, Any]:
    """Give the ladders, the rows in their groups, and which partnerships stand there at first."""
    general = site.models[0].general
    first = [model.procedure.id for model in site.models] if len(site.models) <= SIDE_BY_SIDE else []
    drawn = ladders(site.models)
    filled = [(title, rows(topics, site.models)) for title, topics in GROUPS]
    return {
        "models": site.models,
        "ladders": drawn,
        "steps": max(len(ladder.rungs) for ladder in drawn),
        "groups": filled,
        "first": first,
        "whole": len(site.models) <= WHOLE,
        "short_forms": {model.procedure.id: _short_forms(site, model, filled, drawn) for model in site.models},
        "safety": render_general_safety(general),
        "general": {
            name: say(site.models[0], getattr(general, name), ROOT) for name in ("sooner", "elsewhere", "ask", "harm", "disclaimer")
        },
    }


def _short_forms(site: Site, model: Model, groups: list[tuple[str, list[Row]]], drawn: list[Ladder]) -> Html:
    """Write out the short forms in what is said of one procedure, which the reader may choose to see or not."""
    cells = [row.cells[model.procedure.id] for _, filled in groups for row in filled]
    said = [text for cell in cells for part in (cell.short, *cell.said) for text in texts_of(part)]
    ladder = next(one for one in drawn if one.id == model.procedure.id)
    said += [text for rung in ladder.rungs for text in (rung.title, *rung.limits)]
    return head([form for short, form in site.glossary.forms(model).items() if stands_in(short, said)], "")


def rows(topics: tuple[Topic, ...], models: tuple[Model, ...]) -> list[Row]:
    """Fill the rows of some topics; what nobody has and nobody misses, limits for something else, is left out."""
    filled = [Row(topic, {model.procedure.id: topic.cell(model) for model in models}) for topic in topics]
    return [row for row in filled if row.topic.id != "limit-other" or not all(cell.silent for cell in row.cells.values())]


ALL_TOPICS = tuple(chain.from_iterable(topics for _, topics in GROUPS))
