"""What stands beside the ladder, in cells: side routes, other areas, one agency alone, the contact list, the document."""

from helper.engine.html import join, tag
from helper.engine.model import Gap, Model, Statement
from helper.engine.words import cite
from helper.publish.compare.cell import ROOT, Cell, Topic, item, silence
from helper.publish.saying import counted

PEOPLE = {"children": "For children", "adults": "For adults"}


def side_routes(model: Model) -> Cell:
    """List the side routes by the situation that each is for; equal is only how many there are."""
    routes = model.procedure.side_routes
    if not routes:
        return silence(model, "No way beside the ladder in the text")
    said = tuple(item(model, route.label, route.summary) for route in routes)
    return Cell(counted(len(routes), "way") + " beside it", said, (len(routes),))


def borders(model: Model) -> Cell:
    """Show what is said, left open and doubtful about a child or a worker from another area."""
    found = model.procedure.borders
    said = tuple(item(model, _kind_of(one), one) for one in (*found.notes, *found.gaps, *found.cautions))
    nothing = "The text has no rule for another area" if said else "Nothing is noted here on another area"
    return Cell("", said) if found.notes else silence(model, nothing, *said)


def one_agency(model: Model) -> Cell:
    """Show what is left open about a disagreement inside one agency."""
    gap = model.procedure.within_one_agency
    return Cell("", (item(model, "", gap),))


def contacts(model: Model) -> Cell:
    """Say whether there is a contact list and how old it is; equal are that it is there, its date and its confirmation."""
    listed = model.contacts
    number = len(listed.services)
    short = (
        f"A list of {number} {'entry' if number == 1 else 'entries'}, {listed.printed or 'no date printed'}"
        if listed.services
        else listed.title
    )
    title = join([listed.title, ". ", _cite(model, listed.section)])
    facts = (bool(listed.services), bool(listed.office), listed.printed, listed.confirmed)
    return Cell(short, (title, item(model, "", listed.age), *(item(model, "", one) for one in listed.cautions)), facts)


def document(model: Model) -> Cell:
    """Say which document it is, its dates and whether it is current; equal are whom it is for and the dates printed."""
    found, people = model.procedure.document, model.procedure.people
    dates = [join([tag("b", f"{date.what}: {date.printed}."), " ", _cite(model, date.section)]) for date in found.dates]
    facts = (people, [(date.what, date.printed) for date in found.dates])
    printed = "; ".join(f"{date.what}: {date.printed}" for date in found.dates) or "No date is printed on it"
    short = f"{found.title}, {model.procedure.partnership}. {printed}. {PEOPLE[people]}."
    said = (*dates, *(item(model, "", one) for one in (found.owner, found.review, *found.not_held)))
    return Cell(short, said, facts)


def _kind_of(said: Statement) -> str:
    return "Left open" if isinstance(said, Gap) else ""


def _cite(model: Model, section: str) -> str:
    return cite(model, {"document": model.procedure.document.id, "section": section}, ROOT)


CONTACTS = (Topic("contacts", "The contact list", contacts, "Alike in kind, dated alike or not at all: read each"),)
TOPICS = (
    Topic("side-routes", "Ways beside the ladder", side_routes, "As many ways: read each"),
    Topic("one-agency", "A disagreement inside one agency", one_agency),
    Topic("borders", "A child or a worker from another area", borders),
)
DOCUMENT = (Topic("document", "The document and its age", document, "The same dates, or none: read each"),)
