"""Every page that is published says who is told of a mistake; the address and what else is to be said of the page come with it."""

import html
import re
from pathlib import Path
from urllib.parse import unquote

from tests.own_copy import OwnCopy


def pages_of(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.html"))
    assert len(found) > 30
    return found


def test_every_page_of_the_site_has_it_once(site_folder: Path) -> None:
    wrong = {str(file.relative_to(site_folder)): file.read_text(encoding="utf-8") for file in pages_of(site_folder)}
    assert [path for path, text in wrong.items() if text.count(">Something wrong here?</") != 1] == []
    assert [path for path, text in wrong.items() if "Say which page it is: “" not in text] == []


def test_a_link_of_a_page_to_where_corrections_go_leads_there(site_folder: Path) -> None:
    assured = (site_folder / "assurance/index.html").read_text(encoding="utf-8")
    ids = set(re.findall(r'\bid="([^"]+)"', assured))
    for file in pages_of(site_folder):
        linked = set(re.findall(r'href="[./]*assurance/#([^"]+)"', file.read_text(encoding="utf-8")))
        assert linked <= ids, file


def test_a_copy_names_its_own_contact_on_every_page_and_no_case_is_in_an_e_mail(own_copy: OwnCopy) -> None:
    for file in pages_of(own_copy.folder):
        text = file.read_text(encoding="utf-8")
        mails = {unquote(html.unescape(one)) for one in re.findall(r'href="mailto:([^"]+\?[^"]*)"', text)}
        assert any(one.startswith(f"{own_copy.contact}?subject=Correction: ") for one in mails), file
        assert all(re.fullmatch(r"[^?]+\?subject=Correction: [^&?#]+ \(page built [^&?#]+ 20\d\d\)", one) for one in mails), file
        assert not [one for one in mails if re.search(r"stage-?[a-e]\b|urgent|routine", one.partition("?")[2], re.IGNORECASE)], file
