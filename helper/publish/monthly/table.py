"""The monthly round as a table: on a terminal of 100 columns, and as a file for a spreadsheet (CSV)."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

from helper.engine.workdays import say_day
from helper.publish.monthly.due import Aged, Ask, Round
from helper.publish.read import file_in
from helper.publish.table_file import table_file

WIDTHS = (42, 46, 6)
COLUMNS = (
    "Partnership",
    "Kind",
    "Service",
    "Name",
    "Role",
    "Telephone",
    "E-mail",
    "Copy to",
    "Why now",
    "Doubts",
    "Page",
    "Answered on",
    "Answer",
)


def show_round(due: Round) -> str:
    """Show whom to ask and how, list by list; then the documents; then how an answer is written down."""
    said = [f"The monthly round of {say_day(due.today)}: what nobody confirmed in the last {due.days} days."]
    for listed in due.lists:
        title = f"{listed.model.procedure.name}, contact list: {listed.why}. {len(listed.asks)} to ask."
        said.append("\n".join([*wrap(title, sum(WIDTHS) + 4), *_lines(("Who", "How", "Doubts"), map(_asked, listed.asks))]))
    if due.documents:
        said.append("\n".join(["Documents", *_lines(("Whose", "Why", ""), map(_document, due.documents))]))
    return "\n\n".join([*said, _then(due) if due.lists or due.documents else "Nothing is due."])


def round_file(due: Round) -> str:
    """Write the round for a spreadsheet, with room for the answers."""
    contacts = [_cells(ask, listed.why) for listed in due.lists for ask in listed.asks]
    documents = [
        [
            one.model.procedure.partnership,
            "document",
            "",
            one.model.procedure.document.title,
            "",
            "",
            "",
            "",
            one.why,
            "",
            f"{one.model.procedure.id}/sources/",
            "",
            "",
        ]
        for one in due.documents
    ]
    return table_file(COLUMNS, [*contacts, *documents])


def how_to_ask(ask: Ask) -> str:
    """Say how a contact is asked: by e-mail; where there is none, by telephone; else of the partnership."""
    contact = ask.contact
    if ask.to:
        return f"e-mail {', '.join(ask.to)}"
    if contact.tel and not contact.as_printed:
        return f"ring {', '.join(tel.number for tel in contact.tel)}"
    return f"ask the partnership: {'what is printed looks wrong' if contact.as_printed else 'no number and no address'}"


def _asked(ask: Ask) -> tuple[str, str, str]:
    return ask.name, how_to_ask(ask), f"{count}" if (count := len(ask.doubts)) else ""


def _document(one: Aged) -> tuple[str, str, str]:
    return one.model.procedure.name, one.why, ""


def _cells(ask: Ask, why: str) -> list[str]:
    contact, is_row = ask.contact, ask.contact is ask.service
    return [
        ask.model.procedure.partnership,
        "contact",
        ask.service.name,
        "" if is_row else contact.name,
        contact.role or "",
        "; ".join(tel.number for tel in contact.tel),
        "; ".join(contact.email),
        "; ".join(contact.copy_to),
        why,
        " ".join(ask.doubts),
        ask.page,
        "",
        "",
    ]


def _lines(head: tuple[str, str, str], rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    for row in (head, tuple("-" * len(one) for one in head), *rows):
        cells = [wrap(cell, width) or [""] for cell, width in zip(row, WIDTHS, strict=True)]
        for index in range(max(map(len, cells))):
            parts = (cell[index] if index < len(cell) else "" for cell in cells)
            yield "  " + "  ".join(f"{part:<{width}}" for part, width in zip(parts, WIDTHS, strict=True)).rstrip()


def _then(due: Round) -> str:
    said = ["For a spreadsheet: --csv FILE.  An e-mail for each: --mail FOLDER.  We send nothing ourselves."]
    if due.lists:
        said += wrap(
            "When everybody on a list has answered, change what is wrong in its file. Then write there the day of the earliest"
            f' answer, such as "confirmed: {due.today}", so that the list never looks newer than it is. Say that day in the'
            " text of age too.",
            sum(WIDTHS) + 4,
        )
        said += [
            f"  {one.model.procedure.name}: {file_in(Path('procedures', one.model.procedure.id), 'contacts')}" for one in due.lists
        ]
    return "\n".join(said)
