"""Statements for paper that is kept for years: a model and a statement in, the same out without the names of people."""

from helper.engine.model import Model
from helper.publish.pack.blocks import Plain

NAMES = "The document names people for this. The contact list of this guide has the names, and says how old they are."


def nameless(model: Model, plain: Plain) -> Plain:
    """Say of a statement that holds the name of somebody on the contact list only that the document has names here."""
    people = (person.name for row in model.contacts.services for person in row.people)
    return plain | {"text": NAMES} if any(name in plain["text"] for name in people) else plain
