"""The page for those who keep the facts true: a site in, what its template needs out."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from helper.engine.html import Html
from helper.publish.fields import field_of
from helper.publish.keeping.terminal import on_page
from helper.publish.keeping.walk import Walk
from helper.publish.marks import MARK
from helper.publish.monthly.due import USUAL_DAYS
from helper.publish.monthly.letters import ANSWER_DAYS
from helper.publish.read import file_in
from helper.publish.site import Site
from helper.publish.to_do import ORDER

FOLDER = "keeping-it-true/"


def keeping_page(site: Site) -> dict[str, Any]:
    """Give the three changes, what stands in which file, and how old is too old."""
    files = [(file_in(Path(), name).name, field_of(name).description) for name in ORDER]
    return {
        "walks": {name: _as_markup(walk) for name, walk in site.walks.items()},
        "files": files,
        "folders": [(model.procedure.name, f"procedures/{model.procedure.id}/") for model in site.models],
        "days": USUAL_DAYS,
        "answer_days": ANSWER_DAYS,
        "mark": MARK,
    }


def _as_markup(walk: Walk) -> Mapping[str, Any]:
    """Hand over a change; what its place on the page looks like is markup already, and what the check says of it becomes so."""
    return vars(replace(walk, said=on_page(walk.said), old=Html(walk.old), new=Html(walk.new)))
