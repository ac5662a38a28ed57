"""A slip for the case record: a case and its Advice in, a plain text to complete and paste out. The reader puts in the dates."""

from typing import Any

from helper.engine.case import Case
from helper.engine.html import Child, tag
from helper.engine.listing import START_LABEL
from helper.engine.model import START, Model
from helper.engine.view import Asked
from helper.engine.wording.copied import folded, to_copy

Plain = dict[str, Any]
OURS = "(our prompt)"
SIDES = {"raising": "we raised it", "challenged": "we were challenged"}


def slip(asked: Asked) -> Child:
    """Show the slip, folded away."""
    lead = (
        "Complete it and paste it into the case record. Lines with a section in brackets are what the procedure asks for, in our"
        f" words; lines with {OURS} are ours. Your agency's own rules for records come first."
    )
    text = slip_text(asked.model, asked.case, asked.advice["record"], asked.advice["inform"], asked.advice["next"])
    return folded("A slip for the case record", tag("p", lead), to_copy(text))


def slip_text(model: Model, case: Case, record: list[Plain], inform: list[Plain], ways: list[Plain]) -> str:
    """Write the slip: what it is of, what happened, what the procedure has recorded and who is told, what comes next."""
    blocks = (_heading(model, case), _happened(case), _asked(model, record), _told(model, inform), _ahead(case, ways))
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _heading(model: Model, case: Case) -> list[str]:
    document = model.procedure.document
    dates = "; ".join(f"{date.what}: {date.printed}" for date in document.dates) or "no date is printed on it"
    stages = {stage.id: f"{stage.label}, {stage.title}" for stage in model.procedure.stages} | {START: START_LABEL}
    settled = ", settled" if case.resolved else ", not settled" if case.stage != START else ""
    return [
        "RECORD OF A PROFESSIONAL DISAGREEMENT",
        f"Procedure: {document.title}, {model.procedure.partnership}",
        f"Version: {dates}",
        "Date and time of this entry: [ ]",
        f"Written by: [name, role, agency] {OURS}",
        f"Last stage begun: {stages[case.stage]}{settled}",
        f"Our side: {SIDES[case.side]}",
    ]


def _happened(case: Case) -> list[str]:
    agreed = "Agreed: [what, who does it, by when]" if case.resolved else "Agreed so far: [what, who does it, by when, or nothing]"
    return [
        f"Who spoke to whom, when and how: [names, roles, agencies; face to face, telephone or e-mail] {OURS}",
        f"What we disagree about: [ ] {OURS}",
        f"{agreed} {OURS}",
        f"Still open, and how it will be taken forward: [ ] {OURS}",
        *([] if case.resolved else [f"What keeps the child safe meanwhile: [ ] {OURS}"]),
    ]


def _asked(model: Model, record: list[Plain]) -> list[str]:
    return ["What the procedure asks to be recorded:", *(_line(model, said) for said in record)] if record else []


def _told(model: Model, inform: list[Plain]) -> list[str]:
    people = f"- Child, parents or carers, partnership told: [who, when, by whom, or why not] {OURS}"
    return ["Who is told:", *(_line(model, said) for said in inform), people]


def _line(model: Model, said: Plain) -> str:
    way = f"{said['way']}: " if said.get("way") else ""
    return f"- {way}{said['text']} [{_place(model, said)}] Done: [ ]"


def _place(model: Model, said: Plain) -> str:
    """Name where the source says it, as shortly as a reader needs to find it."""
    citation = said["citation"]
    if citation["document"] != model.procedure.document.id:
        return f"not from the document: {citation['document']}"
    ours = "; our reading" if said["basis"] == "inferred" else ""
    return f"{model.procedure.document.name_section(citation['section'])}{ours}"


def _ahead(case: Case, ways: list[Plain]) -> list[str]:
    names = "; ".join(f"{way['label']}, {way['title']}{' (a choice)' if way['choice'] == 'may' else ''}" for way in ways)
    none = "none, it is settled" if case.resolved else "the document names no further stage"
    return [f"Next step: {names or none}", f"By when, and who does it: [day, name] {OURS}"]
