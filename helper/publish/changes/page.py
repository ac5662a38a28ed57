"""The page of changes, and what a partnership's own page says of the last one: a site in, what templates need out."""

from typing import Any

from helper.engine.html import Html, tag
from helper.publish.changes.change import Said
from helper.publish.changes.feed import NAME
from helper.publish.changes.log import Entry, Line, Part
from helper.publish.changes.report import answers
from helper.publish.site import Site

ROOT = "../"


def changes_page(site: Site) -> dict[str, Any]:
    """Give the entries, the newest first, and how to show them; `feed` is the feed's address where there is one."""
    sections = {model.procedure.id: {one.id for one in model.procedure.document.sections} for model in site.models}

    def place(part: Part, said: Said) -> Html | None:
        """Show where a statement was from, as a link where that section is still there."""
        if not said.place:
            return None
        known = said.section in sections.get(part.id, ())
        href = f"{ROOT}{part.id}/sources/#section-{said.section}"
        return tag("a", said.place, class_="eg-cite", href=href) if known else tag("span", said.place, class_="eg-cite")

    published = {model.procedure.id for model in site.models}
    return {
        "log": site.log,
        "place": place,
        "counted": counted,
        "cases": cases,
        "published": published,
        "feed": site.host.address and NAME,
    }


def last_change(site: Site, partnership: str) -> Entry | None:
    """Give the last entry that changed the answers of a partnership."""
    about = (entry for entry in site.log for part in entry.partnerships if part.id == partnership and part.status != "same")
    return next(about, None)


def counted(part: Part) -> str:
    """Say how much of a partnership changed."""
    if part.status == "added":
        return "New in this guide."
    if part.status == "removed":
        return "No longer kept in this guide."
    said = answers({"changed": part.changed, "cases": part.cases})
    return f"{said[:1].upper()}{said[1:]}."


def cases(line: Line) -> str:
    """Say in how many answers a change is."""
    return f"In {line.cases:,} answer{'' if line.cases == 1 else 's'}"
