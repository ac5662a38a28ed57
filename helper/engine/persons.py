"""Who to contact: the rows of a contact list that serve a case, described as the list prints them."""

from helper.engine.case import Case
from helper.engine.model import Contact, Model, Service, Stage, Statement
from helper.engine.statements import Plain, state


def counterparts(model: Model, case: Case, stages: list[Stage]) -> list[Plain]:
    """Describe the contacts of the other agency for the stages that have the reader's side speak to its counterpart."""
    seeking = [(stage, getattr(stage.reach, case.side)) for stage in stages if stage.reach.whose == "counterpart"]
    return _listed(model, case, case.them, seeking)


def own_side(model: Model, case: Case, stages: list[Stage]) -> list[Plain]:
    """Describe the contacts of the reader's own agency for the stages that need its entry of the list."""
    return _listed(model, case, case.you, [(stage, stage.reach.own) for stage in stages if stage.reach.own])


def _listed(model: Model, case: Case, whom: str | None, seeking: list[tuple[Stage, Statement]]) -> list[Plain]:
    """Describe whom the list has for an agency or a contact; a contact that serves other stages stands for its agencies."""
    if not whom:
        return []
    row = model.everyone().get(whom)
    names = (whom, *(row.agencies if row else ()))
    return _serving(model, case, names[:1], seeking) or _serving(model, case, names[1:], seeking)


def _serving(model: Model, case: Case, names: tuple[str, ...], seeking: list[tuple[Stage, Statement]]) -> list[Plain]:
    found: dict[str, Plain] = {}
    for row in model.contacts.services:
        serving = [(stage, said) for stage, said in seeking if any(_serves(row, case, name, stage) for name in names)]
        if serving:
            for contact in describe(model, row, names[0], _for_whom(model, serving)):
                found.setdefault(contact["id"], contact)
    return list(found.values())


def _for_whom(model: Model, serving: list[tuple[Stage, Statement]]) -> Plain:
    """Say who uses a contact; where several stages stand open, for each of them."""
    first = state(model, serving[0][1])
    texts = [f"{stage.label}: {said.text}" for stage, said in serving]
    return first if len(serving) == 1 else first | {"text": " ".join(texts)}


def office(model: Model, stage: Stage | None, side: str) -> list[Plain]:
    """Describe the partnership's office, for the stage it takes up or as the place to ask about the procedure."""
    row = model.contacts.office
    if not row:
        return []
    for_whom = state(model, getattr(stage.reach, side)) if stage else state(model, model.general.ask_office)
    return describe(model, row, row.id, for_whom)


def describe(model: Model, row: Service, wanted: str, for_whom: Plain) -> list[Plain]:
    """Describe a row of the list and the people in it, or only the person whose id is wanted."""
    one = [person for person in row.people if person.id == wanted]
    people = one or list(row.people)
    described = [_describe(model, person, row, for_whom, inherited=not _speaks(row)) for person in people]
    return [_describe(model, row, row, for_whom), *described] if _speaks(row) else described


def _serves(row: Service, case: Case, whom: str, stage: Stage) -> bool:
    names = (*row.agencies, row.id, *(person.id for person in row.people))
    asked = ((row.stages, stage.id), (row.areas, case.area), (row.sides, case.side))
    return whom in names and all(not allowed or value is None or value in allowed for allowed, value in asked)


def _speaks(row: Service) -> bool:
    """Tell whether a row says anything of its own beside the people in it."""
    return bool(row.tel or row.email or row.notes or not row.people)


def _describe(model: Model, contact: Contact, row: Service, for_whom: Plain, inherited: bool = False) -> Plain:
    cautions = (*row.cautions, *contact.cautions) if inherited else contact.cautions
    return {
        "id": contact.id,
        "name": contact.name,
        "role": contact.role,
        "agency": row.name,
        "tel": [tel.number for tel in contact.tel],
        "tel_notes": {tel.number: tel.note for tel in contact.tel if tel.note},
        "email": list(contact.email),
        "copy_to": list(contact.copy_to),
        "for_whom": for_whom,
        "notes": [state(model, said) for said in contact.notes],
        "missing": [name for name, printed in (("telephone", contact.tel), ("e-mail", contact.email)) if not printed],
        "as_printed": contact.as_printed,
        "cautions": [state(model, said) for said in cautions],
    }
