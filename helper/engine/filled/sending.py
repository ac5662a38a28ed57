"""What stands round a form's fields: a model in, whose it is, of what date, and how to keep and send it out."""

from helper.engine.model import Form, Model, Statement
from helper.engine.statements import Plain, cite
from helper.engine.words import BASIS

SENDING_TITLE = "Send and store"
LEFT_EMPTY = "(left empty)"


def sending(model: Model, form: Form) -> list[str]:
    """List what the source says of keeping, sending and copying a form, each with the place that says it."""
    said = [say_with_place(model, one) for one in (*form.keep, *form.send_to)]
    copied = [Statement(f"Copy to {address}", form.copy_section or form.section) for address in form.copy_to]
    return said + [say_with_place(model, one) for one in copied]


def say_with_place(model: Model, said: Statement) -> str:
    """Write a statement with the place that it rests on, and that it is our reading where it is."""
    basis = f"; {BASIS['inferred']}" if said.basis == "inferred" else ""
    return f"{said.text} ({name_place(model, cite(model, said))}{basis})"


def origin(model: Model) -> str:
    """Name the document that a form stands in, with the dates that it prints."""
    document = model.procedure.document
    dates = "; ".join(f"{one.what}: {one.printed}" for one in document.dates) or "no date is printed on it"
    return f"From: {document.title} ({dates})"


def made_with(model: Model) -> str:
    """Say what made a filled form, and that it is not the partnership's own."""
    procedure = model.procedure
    return (
        f"Made with Escalation Guide from: {procedure.document.title}, {procedure.partnership}. "
        "The partnership does not run this guide."
    )


def name_place(model: Model, citation: Plain) -> str:
    """Name the place that a statement rests on, where there is no link to it."""
    document = model.procedure.document
    if citation["document"] == document.id:
        return document.name_section(citation["section"])
    outside = f"not from the document: {citation['document']}"
    return "our general advice" if citation["document"] == model.general.document else outside
