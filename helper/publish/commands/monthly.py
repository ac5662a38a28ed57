"""`stale`: the monthly round, as a table, a file for a spreadsheet and an e-mail for each contact."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from helper.engine.case import CaseProblem, unknown
from helper.publish.check import check
from helper.publish.monthly.due import USUAL_DAYS, Round, find_due
from helper.publish.monthly.letters import OTHERS, letters
from helper.publish.monthly.table import round_file, show_round
from helper.publish.saying import counted
from helper.publish.settings import host_of
from helper.publish.settings_slip import BadSetting
from helper.publish.whole_folder import write_folder

NAME, HELP = "stale", "the monthly round: whom to ask whether what is printed of them is still right"
MOST_DAYS = 36_500
STDOUT = "-"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add how old is too old, whose lists, and what to write."""
    parser.add_argument("partnership", nargs="*", default=[], help="only these; left out, all")
    parser.add_argument("--days", default=str(USUAL_DAYS), help=f"what nobody confirmed in so many days; {USUAL_DAYS} if left out")
    parser.add_argument("--csv", nargs="?", const=STDOUT, metavar="FILE", help="a table for a spreadsheet; without a file, printed")
    parser.add_argument("--mail", metavar="FOLDER", help="an e-mail for each contact, as drafts (.eml) in a new folder")
    parser.add_argument("--site", default="", metavar="ADDRESS", help="the address of your site, for the links in the e-mails")


def run(root: Path, asked: argparse.Namespace) -> str:
    """Say what is due today; write what is asked for."""
    days, site = _days(asked.days), _site(asked.site)
    known = {name: found.model for name, found in check(root).partnerships.items()}
    for name in asked.partnership:
        if name not in known:
            raise unknown("partnership", name, tuple(known))
    due = find_due(
        [model for name, model in known.items() if not asked.partnership or name in asked.partnership], date.today(), days
    )
    if asked.csv == STDOUT:
        return round_file(due).rstrip()
    done = [_csv(Path(asked.csv), due)] if asked.csv else []
    done += [_mail(Path(asked.mail), due, site)] if asked.mail else []
    return "\n\n".join([show_round(due), *done])


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST_DAYS)) and int(text) <= MOST_DAYS):
        say = f'"{text}" is no number of days. Write a whole number from 0 to {MOST_DAYS}, such as --days {USUAL_DAYS}.'
        raise CaseProblem("days", text, (), say)
    return int(text)


def _site(address: str) -> str:
    try:
        return host_of("--site", "Guide", address, {}).address
    except BadSetting:
        say = f'"{address}" is not the address of a site. Write that of its first page, such as https://guide.example.org/.'
        raise CaseProblem("site", address, (), say) from None


def _csv(file: Path, due: Round) -> str:
    if file.exists():  # answers may stand in it by now
        raise CaseProblem("csv", str(file), (), f"{file} is there already, and nothing is written over. Take another name.")
    _write("csv", file, lambda: file.write_bytes(round_file(due).encode()))
    return f"Wrote {file}: a table for a spreadsheet, with room for the answers."


def _mail(folder: Path, due: Round, site: str) -> str:
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        say = f"{folder} is there already, and nothing is written over. Take the name of a new folder."
        raise CaseProblem("mail", str(folder), (), say)
    files = letters(due, site)
    _write("mail", folder, lambda: write_folder(folder, files))
    drafts = counted(sum(name != OTHERS for name in files), "draft e-mail")
    others = ", and who has to be asked otherwise" if OTHERS in files else ""
    return f"Wrote {folder}/: {drafts}{others}.\nLook each over, then send it yourself."


def _write(field: str, place: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        raise CaseProblem(field, str(place), (), f"{place} cannot be written ({error.strerror}). Take another place.") from None
