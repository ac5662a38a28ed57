"""What the search knows of contacts: an entry for each row of each partnership's list, made from the model."""

from collections.abc import Iterator

from helper.engine.model import Model, Service
from helper.publish.search import Entry


def contact_entries(model: Model) -> Iterator[Entry]:
    """Give an entry for each row of a contact list; its age stands in the text, so that it is read beside the number."""
    office = model.contacts.office
    for row in (*model.contacts.services, *((office,) if office else ())):
        yield _entry(model, row)


def no_list_entry(model: Model) -> Entry:
    """Give the entry of a partnership that prints no list: whoever looks for one of its areas is told so, and not just nothing."""
    procedure = model.procedure
    return Entry(
        address=f"{procedure.id}/contacts/#contact-",
        title=f"{procedure.name}: no contact list",
        page="Contacts",
        partnership=procedure.id,
        text=f"{model.contacts.unlisted.text} {model.contacts.age.text}",
        unseen=(procedure.name, procedure.partnership, *(area.label for area in procedure.areas)),
    )


def _entry(model: Model, row: Service) -> Entry:
    everyone = (row, *row.people)
    printed = [
        part
        for who in everyone
        for part in (
            who.name if who is not row else "",
            who.role or "",
            *(f"{tel.number} ({tel.note})" if tel.note else tel.number for tel in who.tel),
            *who.email,
        )
        if part
    ]
    missing = [] if any(who.tel for who in everyone) else ["No telephone number is printed"]
    notes = [said.text.rstrip(".") for who in everyone for said in who.notes]
    return Entry(
        address=f"{model.procedure.id}/contacts/#contact-{row.id}",
        title=row.name,
        page="Contacts",
        partnership=model.procedure.id,
        text=". ".join([", ".join(printed), *missing, *notes, model.contacts.age.text]).lstrip(". "),
        tel=tuple(tel.number for who in everyone for tel in who.tel),
        email=tuple(address for who in everyone for address in (*who.email, *who.copy_to)),
        unseen=(*(agency.label for agency in model.agencies if agency.id in row.agencies), *_areas(model, row)),
        agencies=row.agencies,
    )


def _areas(model: Model, row: Service) -> Iterator[str]:
    """Name the areas that a row is for; one that names none is for all of its partnership's."""
    return (area.label for area in model.procedure.areas if not row.areas or area.id in row.areas)
