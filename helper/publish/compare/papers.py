"""Forms, records and whom to tell, in cells."""

from helper.engine.html import Html, join, tag
from helper.engine.model import Form, FormUse, Model, Statement
from helper.publish.compare.cell import Cell, Place, Topic, gathered, item, named, silence, where
from helper.publish.saying import counted

NOT_HELD = "not held here"


def forms(model: Model) -> Cell:
    """Show each form with the steps it belongs to; equal are the forms' titles and where they are first used."""
    if not model.forms:
        return silence(model, "No form in the document")
    uses = gathered(model, lambda step: step.forms)
    titles = ", ".join(_title(form) for form in model.forms)
    own = [(form, [(at, use) for at, use in uses if use.form == form.id]) for form in model.forms]
    facts = [(form.title, form.available, [[place.key for place in at] for at, _ in used]) for form, used in own]
    short = f"{counted(len(model.forms), 'form')}: {titles}"
    return Cell(short, tuple(_form(model, form, used) for form, used in own), tuple(facts))


def record(model: Model) -> Cell:
    """Show what is to be written down."""
    return _told(model, gathered(model, lambda step: step.record), "The text asks for no record")


def inform(model: Model) -> Cell:
    """Show who is to be told."""
    return _told(model, gathered(model, lambda step: step.inform), "The text names nobody to tell")


def _told(model: Model, found: list[tuple[tuple[Place, ...], Statement]], nothing: str) -> Cell:
    if not found:
        return silence(model, nothing)
    return Cell(where(found), tuple(item(model, named(at), said) for at, said in found))


def _title(form: Form) -> str:
    return form.title if form.available else f"{form.title} ({NOT_HELD})"


def _form(model: Model, form: Form, used: list[tuple[tuple[Place, ...], FormUse]]) -> Html:
    uses = [tag("li", item(model, named(at), use)) for at, use in used]
    sent = [tag("li", item(model, "Where to send it", said)) for said in form.send_to]
    return join([item(model, _title(form), form.summary), tag("ul", uses, sent) if uses or sent else None])


TOPICS = (
    Topic("forms", "Which form", forms, "The same forms: read each"),
    Topic("record", "What to write down", record),
    Topic("inform", "Whom to tell", inform),
)
