"""In what two procedures differ, and where both documents say so: a line of a scenario in, citations of two documents out."""

from helper.engine.html import Child, Html, tag
from helper.engine.model import Model
from helper.engine.words import cite
from helper.publish.training.model import Difference

# For each document, its model and the ids of its sections.
Cited = tuple[tuple[Model, tuple[str, ...]], ...]


def cited_for(difference: Difference, works_in: Model, lives_in: Model) -> Cited:
    """Give the sections that a line rests on, each under the model that has them."""
    both = ((works_in, difference.works_in), (lives_in, difference.lives_in))
    return tuple((model, sections) for model, sections in both if sections)


def show_cited(cited: Cited, root: str) -> Html:
    """Show the sections of both documents as links, each under its area's name: two documents may both have a Section A."""
    shown = [
        [_small(f"{'. ' if index else ''}{model.procedure.name}: "), _links(model, sections, root)]
        for index, (model, sections) in enumerate(cited)
    ]
    return tag("span", shown)


def name_cited(cited: Cited) -> str:
    """Name the sections of both documents, where there is no link to them."""
    named = ((model.procedure, "; ".join(map(model.procedure.document.name_section, sections))) for model, sections in cited)
    return ". ".join(f"{procedure.name}: {sections}" for procedure, sections in named)


def _links(model: Model, sections: tuple[str, ...], root: str) -> list[Child]:
    document = model.procedure.document.id
    links = [cite(model, {"document": document, "section": section}, root) for section in sections]
    return [piece for index, link in enumerate(links) for piece in (_small("; ") if index else None, link)]


def _small(text: str) -> Html:
    """Show text as small as a citation. Links stand beside it and not in it, or they would be smaller still in large type."""
    return tag("span", text, class_="eg-cite")
