"""The monthly round: what is due, whom to ask, and how; as a table, a file for a spreadsheet, and drafts of e-mails."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import StringIO
from pathlib import Path

import pytest

from helper.engine.model import Contact, Model, PrintedDate, Service, Telephone
from helper.publish.command import run
from helper.publish.commands import monthly
from helper.publish.monthly.due import USUAL_DAYS, Round, find_due
from helper.publish.monthly.letters import ANSWER_DAYS, OTHERS, letters
from helper.publish.monthly.table import COLUMNS, round_file, show_round
from helper.publish.read import Library
from helper.publish.table_file import BYTE_ORDER_MARK
from tests.partnerships import every_partnership, invented

Ask = Callable[..., tuple[int, str, str]]
TODAY = date(2026, 11, 26)
NORTHMERE = invented().partnerships["northmere"].model
EVERYBODY = [found.model for found in every_partnership()]


def confirmed(day: str | None) -> Model:
    return replace(NORTHMERE, contacts=replace(NORTHMERE.contacts, confirmed=day))


def asking(*services: Service, model: Model = NORTHMERE) -> Round:
    return find_due([replace(model, contacts=replace(model.contacts, services=services, office=None))], TODAY, USUAL_DAYS)


def rows_of(due: Round) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(round_file(due).removeprefix(BYTE_ORDER_MARK), newline="")))


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize(
    ("day", "days", "why"),
    [
        (None, 90, "never confirmed; printed May 2022"),
        (None, 36_500, "never confirmed; printed May 2022"),
        ("2026-08-28", 90, None),
        ("2026-08-27", 90, "last confirmed 91 days ago, on 2026-08-27"),
        ("2026-11-26", 0, None),
        ("2026-11-25", 0, "last confirmed 1 day ago, on 2026-11-25"),
        ("2027-01-01", 90, "confirmed on 2027-01-01, a day that is still to come: a slip"),
    ],
)
def test_a_list_is_due_when_nobody_confirmed_it_in_so_many_days(day: str | None, days: int, why: str | None) -> None:
    assert [listed.why for listed in find_due([confirmed(day)], TODAY, days).lists] == ([why] if why else [])


def test_everybody_who_is_printed_is_asked_once_and_nobody_else() -> None:
    asks = [ask for listed in find_due(EVERYBODY, TODAY, USUAL_DAYS).lists for ask in listed.asks]
    wanted = []
    for model in EVERYBODY:
        office = (model.contacts.office,) if model.contacts.office else ()
        for service in (*model.contacts.services, *office):
            own = service.tel or service.email or service.copy_to or not service.people
            wanted += [f"{model.procedure.id}-{one.id}" for one in (*((service,) if own else ()), *service.people)]
    assert [ask.id for ask in asks] == wanted
    assert len(set(wanted)) == len(wanted)


@pytest.mark.parametrize(
    ("dates", "why"),
    [
        ((), "prints no date for its next review"),
        ((PrintedDate("Reviewed", "May 2020", "cover", "review", "2020-05"),), "prints no date for its next review"),
        ((PrintedDate("Due", "December 2026", "cover", "next_review", "2026-12"),), None),
        ((PrintedDate("Due", "November 2026", "cover", "next_review", "2026-11"),), None),
        ((PrintedDate("Due", "2024", "cover", "next_review", "2024"),), "its review was due in 2024 (1 year ago)"),
        (
            (PrintedDate("Due", "2024", "cover", "next_review", "2024"), PrintedDate("Due", "2027", "foot", "next_review", "2027")),
            "its review was due in 2024 (1 year ago); it also prints 2027",
        ),
    ],
)
def test_a_document_is_due_when_no_review_is_to_come(dates: tuple[PrintedDate, ...], why: str | None) -> None:
    document = replace(NORTHMERE.procedure.document, dates=dates)
    model = replace(NORTHMERE, procedure=replace(NORTHMERE.procedure, document=document))
    assert [one.why for one in find_due([model], TODAY, USUAL_DAYS).documents] == ([why] if why else [])


def test_the_table_fits_a_terminal_and_names_everybody_with_the_way_to_ask() -> None:
    due = find_due(EVERYBODY, TODAY, USUAL_DAYS)
    said = show_round(due)
    assert max(map(len, said.splitlines())) <= 100
    squeezed = "".join(said.split())
    for listed in due.lists:
        for ask in listed.asks:
            assert all("".join(one.split()) in squeezed for one in ask.to), ask.id
    assert show_round(Round(TODAY, 90, (), ())).endswith("Nothing is due.")


def test_the_file_for_a_spreadsheet_has_a_row_for_each_and_works_out_nothing() -> None:
    service = Service(id="x", name="=1+1", agencies=(), tel=(Telephone("+44 161 496 0100"),), email=("@x",))
    row, document = rows_of(asking(service))
    assert (row["Service"], row["Telephone"], row["E-mail"]) == ("'=1+1", "'+44 161 496 0100", "'@x")
    assert row["Page"] == "northmere/contacts/#contact-x"
    assert (row["Answered on"], row["Answer"]) == ("", "")
    assert document["Kind"] == "document"
    assert tuple(row) == COLUMNS


def test_an_e_mail_says_what_is_printed_and_nothing_of_anybody_else() -> None:
    due = find_due([NORTHMERE], TODAY, USUAL_DAYS)
    files = letters(due, "https://guide.example/")
    message = read(files["northmere-rowan.eml"])
    body = message.get_content()
    assert (message["To"], message["X-Unsent"], message["From"]) == ("rowan@police.northmere.example", "1", None)
    for printed in ("Police (Tier 1)", "Sgt A. Rowan", "0161 496 0110", "rowan@police.northmere.example", "printed May 2022"):
        assert printed in body
    assert "https://guide.example/northmere/contacts/#contact-northmere-police\r\n" in files["northmere-rowan.eml"].decode()
    assert "by Thursday 10 December 2026" in body
    assert timedelta(ANSWER_DAYS) == date(2026, 12, 10) - TODAY
    everybody = [ask.contact for listed in due.lists for ask in listed.asks]
    others = [contact for contact in everybody if contact.id != "rowan"]
    assert not [one for contact in others for one in (*contact.email, *(tel.number for tel in contact.tel)) if one in body]


def test_who_has_no_address_that_works_is_listed_with_the_number_to_ring() -> None:
    wrong = Contact(id="w", name="Wrong", email=("w@old.example",), as_printed=True)
    service = Service(id="s", name="Desk", agencies=(), tel=(Telephone("0161 496 0100", "office hours"),), people=(wrong,))
    files = letters(asking(service))
    assert list(files) == [OTHERS]
    said = files[OTHERS].decode()
    assert "Northmere: Desk\r\n  ring 0161 496 0100\r\n" in said
    assert "Telephone: 0161 496 0100 (office hours)" in said
    assert "Northmere: Wrong (Desk)\r\n  ask the partnership: what is printed looks wrong\r\n" in said


def test_a_name_with_a_line_of_its_own_makes_no_header() -> None:
    service = Service(id="s", name="Desk", agencies=(), email=("desk@northmere.example",))
    procedure = replace(NORTHMERE.procedure, name="Nørth\u2013mere\nBcc: all@northmere.example")
    message = read(letters(asking(service, model=replace(NORTHMERE, procedure=procedure)))["northmere-s.eml"])
    assert message["Subject"] == "Is this still right? Your entry in the contact list of Nørth\u2013mere Bcc: all@northmere.example"
    assert message["Bcc"] is None


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    """Run the command on the invented partnership: its exit status, what it says and what it complains of."""
    monkeypatch.setattr(monthly, "check", lambda root: Library({}, invented().partnerships))
    monkeypatch.chdir(tmp_path)

    def asked(*arguments: str) -> tuple[int, str, str]:
        said: list[str] = []
        complained: list[str] = []
        return run(["stale", *arguments], said.append, complained.append, tmp_path), "".join(said), "".join(complained)

    return asked


def test_the_command_writes_what_is_asked_for(ask: Ask, tmp_path: Path) -> None:
    status, said, _ = ask("--csv", "round.csv", "--mail", "mails/november", "--site", "https://guide.example/x")
    assert (status, "Northmere, contact list: never confirmed" in said) == (0, True)
    assert (tmp_path / "round.csv").read_bytes().startswith(b'\xef\xbb\xbf"Partnership",')
    assert {file.suffix for file in (tmp_path / "mails/november").iterdir()} == {".eml", ".txt"}
    assert b"https://guide.example/x/northmere/" in (tmp_path / "mails/november/northmere-ash.eml").read_bytes()
    assert ask("--csv")[1].startswith(f'{BYTE_ORDER_MARK}"Partnership",')
    assert ask("northmere", "--days", "0")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--days", "-1"], '"-1" is no number of days. Write a whole number from 0 to 36500, such as --days 90.'),
        (["--days", "three"], '"three" is no number of days.'),
        (["--days", "\u0663"], "is no number of days."),
        (["--site", "guide"], '"guide" is not the address of a site.'),
        (["salfrd"], "There is no partnership called 'salfrd'."),
        (["--csv", "kept.csv"], "kept.csv is there already, and nothing is written over."),
        (["--mail", "kept"], "kept is there already, and nothing is written over."),
        (["--csv", "no/such/folder.csv"], "no/such/folder.csv cannot be written (No such file or directory)."),
        (["--mail", "kept.csv/mails"], "kept.csv/mails cannot be written"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(ask: Ask, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/answer.eml").write_text("kept")
    (tmp_path / "kept.csv").write_text("kept")
    status, _, complained = ask(*arguments)
    assert (status, sentence in complained) == (2, True), complained
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "kept.csv"]
    assert (tmp_path / "kept.csv").read_text() == "kept"
