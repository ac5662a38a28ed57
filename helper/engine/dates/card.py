"""A contact card (vCard 3.0, which phones and mail programs know): one contact of an Advice in, the text of a .vcf file out."""

from datetime import date

from helper.engine.dates.lines import content_line, escape_text, text_line
from helper.engine.model import Model
from helper.engine.statements import Plain
from helper.engine.words import dialled
from helper.engine.workdays import say_day


def contact_card_file(model: Model, contact: Plain, today: date) -> str:
    """Write one contact; the service and the role come first, and a person's name, as printed, stands in the note.

    What looks wrong as printed stands in the note alone, where nobody calls or writes to it by mistake.
    """
    name = ", ".join(part for part in (contact["agency"], contact["role"]) if part)
    usable = not contact["as_printed"]
    lines = [
        content_line("BEGIN", "VCARD"),
        content_line("VERSION", "3.0"),
        # A phone puts its list in order by N, and shows FN.
        content_line("N", f"{escape_text(name)};;;;"),
        text_line("FN", name),
        text_line("ORG", contact["agency"]),
        *([text_line("TITLE", contact["role"]), text_line("ROLE", contact["role"])] if contact["role"] else []),
        # As printed, but for a zero in brackets that a phone would dial.
        *(text_line("TEL;TYPE=WORK,VOICE", dialled(one) if "(0)" in one else one) for one in contact["tel"] if usable),
        *(text_line("EMAIL;TYPE=INTERNET,WORK", address) for address in contact["email"] if usable),
        text_line("NOTE", _note(model, contact, today)),
        content_line("REV", today.isoformat()),
        content_line("END", "VCARD"),
    ]
    return "".join(lines)


def _note(model: Model, contact: Plain, today: date) -> str:
    """Say all that is printed beside the numbers and all that is doubtful about them, the date first."""
    said = [f"Saved on {say_day(today)} from Escalation Guide. Check before use."]
    said += [f"Name as printed: {contact['name']}"] if contact["name"] != contact["agency"] else []
    said += [f"{model.procedure.partnership}: {model.contacts.title}", model.contacts.age.text]
    said += [contact["for_whom"]["text"]] if contact["for_whom"] else []
    if contact["as_printed"]:
        said += [f"As printed, looks wrong: {value}" for value in (*contact["tel"], *contact["email"])]
    said += [f"{number}: {beside}" for number, beside in contact["tel_notes"].items()]
    said += [f"Copy to: {address}" for address in contact["copy_to"]]
    said += [f"No {kind} is printed." for kind in contact["missing"]]
    said += [one["text"] for one in (*contact["notes"], *contact["cautions"])]
    return "\n".join(said)
