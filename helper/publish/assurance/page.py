"""The page of how this copy was checked: a site in; the figures of every partnership, and their sums, out."""

from dataclasses import dataclass
from typing import Any

from helper.engine.html import Html
from helper.engine.model import Statement
from helper.engine.statements import Plain, cite
from helper.engine.words import cite as show_citation
from helper.engine.words import statement
from helper.publish.assurance.figures import Figures, figures_of
from helper.publish.saying import say
from helper.publish.site import Site

FOLDER = "assurance/"
ROOT = "../"


@dataclass(frozen=True)
class Shown:
    """A partnership on the page: its figures, and how its statements, limits and sections are shown there."""

    figures: Figures

    def say(self, said: Statement) -> Html:
        """Show a statement with its citation."""
        return say(self.figures.model, said, ROOT)

    def say_limit(self, limit: Plain) -> Html:
        """Show a limit of an Advice, with its citation."""
        return statement(self.figures.model, limit, ROOT)

    def cite_section(self, section: str) -> Html:
        """Show where a section is."""
        model = self.figures.model
        return show_citation(model, cite(model, Statement("", section)), ROOT)


def assurance_page(site: Site) -> dict[str, Any]:
    """Give what the template needs."""
    found = [figures_of(site, model) for model in site.models]
    counted = [one.counted for one in found if one.counted]
    sums = {
        "cases": sum(one.cases for one in counted),
        "answers": sum(one.answers for one in counted),
        "scenarios": sum(one.scenarios for one in found),
        "contacts": sum(one.listed.all for one in found),
        "unconfirmed": sum(one.listed.unconfirmed for one in found),
    }
    unasked = [one.model.procedure.name for one in found if not one.confirmed]
    shown = {"shown": [Shown(one) for one in found], "unasked": unasked}
    return shown | {"sums": sums, "borders": len(site.borders), "version": site.build.version}
