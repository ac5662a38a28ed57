"""A partnership's whole contact list as a table (CSV), for a spreadsheet: a model in, the text of the file out."""

from collections.abc import Iterator

from helper.engine.model import Contact, Model, Service
from helper.publish.table_file import table_file

COLUMNS = (
    "Service",
    "Name",
    "Role",
    "Telephone",
    "Telephone note",
    "E-mail",
    "Copy to",
    "For stages",
    "Agencies",
    "Areas",
    "Remarks",
    "Doubts",
    "Number or address looks wrong",
    "Section",
    "Partnership",
    "List",
    "Printed",
    "Confirmed",
    "Doubts about the whole list",
)


def contact_table(model: Model) -> str:
    """Write the list, a row for each service and for each person in it, the partnership's own office last."""
    return table_file(COLUMNS, _rows(model))


def _rows(model: Model) -> Iterator[list[str]]:
    office = model.contacts.office
    for service in (*model.contacts.services, *((office,) if office else ())):
        for contact in (service, *service.people):
            yield _cells(model, service, contact)


def _cells(model: Model, service: Service, contact: Contact) -> list[str]:
    """Give the cells of one contact; several values in one are separated by a semicolon, as none of them holds one."""
    listed, is_service = model.contacts, contact is service
    stages = [stage.label for stage in model.procedure.stages if stage.id in service.stages]
    agencies = [agency.label for agency in model.agencies if agency.id in service.agencies]
    areas = [area.label for area in model.procedure.areas if area.id in service.areas]
    return [
        service.name,
        "" if is_service else contact.name,
        contact.role or "",
        _several([tel.number for tel in contact.tel]),
        _several([f"{tel.number}: {tel.note}" for tel in contact.tel if tel.note]),
        _several(contact.email),
        _several(contact.copy_to),
        _several(stages),
        _several(agencies),
        _several(areas),
        " ".join(said.text for said in contact.notes),
        " ".join(said.text for said in contact.cautions),
        "yes, as printed" if contact.as_printed else "",
        model.procedure.document.name_section(listed.section),
        model.procedure.partnership,
        listed.title,
        listed.printed or "no date printed",
        listed.confirmed or "never confirmed",
        " ".join(said.text for said in listed.cautions),
    ]


def _several(values: tuple[str, ...] | list[str]) -> str:
    return "; ".join(values)
