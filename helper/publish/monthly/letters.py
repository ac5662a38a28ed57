"""An e-mail to each contact that is due, ready to be looked over and sent: the round in, files by name out.

It says what the list prints of that contact and no more. Nobody is written to by us: each is a file (.eml) that an e-mail program
opens as a draft.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from email.message import EmailMessage
from email.policy import SMTP

from helper.engine.model import ContactList
from helper.engine.workdays import say_day
from helper.publish.monthly.due import Ask, Listed, Round
from helper.publish.monthly.table import how_to_ask

# By when an answer is asked for: long enough for a holiday of a week, short enough for a round each month.
ANSWER_DAYS = 14
OTHERS = "to-ask-otherwise.txt"


def letters(due: Round, site: str = "") -> Mapping[str, bytes]:
    """Write an e-mail for each contact that has an address, and a list of the others; `site` is the site's address, if known."""
    files: dict[str, bytes] = {}
    others: list[str] = []
    for listed in due.lists:
        for ask in listed.asks:
            if ask.to:
                files[f"{ask.id}.eml"] = _letter(due, listed, ask, site).as_bytes()
            else:
                others.append(f"{ask.model.procedure.name}: {ask.name}\n  {how_to_ask(ask)}\n{_indented(_printed(ask))}")
    if others:
        files[OTHERS] = ("These have no address to write to.\n\n" + "\n\n".join(others) + "\n").replace("\n", "\r\n").encode()
    return files


def _letter(due: Round, listed: Listed, ask: Ask, site: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["To"] = ", ".join(ask.to)
    # A head of an e-mail is one line; what would stand in the next could be another head.
    place = " ".join(ask.model.procedure.name.split())
    message["Subject"] = f"Is this still right? Your entry in the contact list of {place}"
    message["X-Unsent"] = "1"  # by which e-mail programs open it as a draft
    message.set_content(_body(due, listed.model.contacts, ask, site), cte="8bit")
    return message


def _body(due: Round, listed: ContactList, ask: Ask, site: str) -> str:
    procedure = ask.model.procedure
    back = say_day(due.today + timedelta(days=ANSWER_DAYS))
    return f"""\
Hello,

we keep a guide to what happens when agencies disagree about keeping a child safe. It shows whom to contact.
It shows this of you:

{_indented(_printed(ask))}

It comes from the contact list of the {procedure.partnership}
("{procedure.document.title}", {procedure.document.name_section(listed.section)}; {_date(listed)}).
{_confirmed(listed)}

Is it still right? Please answer this e-mail by {back}:

  - "All of it is right", if it is.
  - Or what is different: the new name, number or address. Nothing else is needed.
  - Or who has taken over, if it is no longer you.

Please write nothing about a child or a case.

It stands on this page: {site}{ask.page if site else f"Contacts, {procedure.name}"}

We do not run the partnership's own list. If that has to change too, please tell the partnership.

Thank you.

[Your name, your job, your organisation]
"""


def _printed(ask: Ask) -> str:
    """Give what the list prints of a contact, as it prints it."""
    contact, is_row = ask.contact, ask.contact is ask.service
    numbers = [f"{tel.number}{f' ({tel.note})' if tel.note else ''}" for tel in contact.tel]
    said = [
        ("Service", [ask.service.name]),
        ("Name", [] if is_row else [contact.name]),
        ("Role", [contact.role] if contact.role else []),
        ("Telephone", numbers or ["none is printed"]),
        ("E-mail", contact.email or ["none is printed"]),
        ("Copy to", contact.copy_to),
    ]
    return "\n".join(f"{name}: {one}" for name, values in said for one in values)


def _date(listed: ContactList) -> str:
    return f"printed {listed.printed}" if listed.printed else "no date is printed"


def _confirmed(listed: ContactList) -> str:
    if listed.confirmed is None:
        return "Nobody has confirmed the list for this guide yet."
    return f"The list was last confirmed on {say_day(date.fromisoformat(listed.confirmed))}."


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
