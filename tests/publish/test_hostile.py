"""Whatever stands in a procedure, and whatever a host calls itself, is text in every file of the site, and nothing more."""

import csv
import json
import re
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Iterator
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
import vobject
from icalendar import Calendar

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.dates.acts import ACTS as DATES
from helper.engine.filled.acts import ACTS as FORMS
from helper.engine.model import Model
from helper.publish.offline.copy import offline_files
from helper.publish.pipeline import is_fetched
from helper.publish.qr import qr_code
from tests.hostile.inert import out_of_place
from tests.hostile.payloads import BEGINNINGS, ELEMENT, ENDINGS, STRANGER, hostile
from tests.hostile.procedures import FIRST, SECOND, read_hostile
from tests.hostile.site import ADDRESS, NAME
from tests.publish.markup import OF_A_STATEMENT

ALLOWED = (ADDRESS, *OF_A_STATEMENT)
FORMULA = tuple("=+-@＝＋－＠")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STAMP = {"now": "2026-11-25T10:00:00Z", "id": "0f\r\nATTACH:x"}
CASE = Case(FIRST, "tier-1", "routine", them="probation", since="2026-03-02T09:30")


@pytest.fixture(scope="module")
def model() -> Model:
    return read_hostile()[FIRST]


def texts_of(value: Any) -> Iterator[str]:
    """Give every text in plain data."""
    if isinstance(value, str):
        yield value
    for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_of(member)


def properties(text: str) -> list[str]:
    """Name the property of every line of a calendar or a card, once folded lines are put together."""
    return [re.split("[:;]", line, maxsplit=1)[0] for line in text.replace("\r\n ", "").split("\r\n") if line]


def test_every_attempt_stands_in_some_text_of_the_procedures() -> None:
    """Else it would not have been tried."""
    said = "\n".join(text for model in read_hostile().values() for text in texts_of(json.loads(json.dumps(vars_of(model)))))
    assert [attempt for attempt in (*BEGINNINGS, *ENDINGS) if attempt not in said] == []


def vars_of(value: Any) -> Any:
    """Give a model as plain data."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: vars_of(getattr(value, name)) for name in value.__dataclass_fields__}
    return [vars_of(one) for one in value] if isinstance(value, list | tuple) else value


def test_no_page_holds_an_element_that_a_text_made(hostile_site: Path) -> None:
    pages = sorted(hostile_site.rglob("*.html"))
    assert len(pages) > 60
    found = {page.relative_to(hostile_site).as_posix(): list(out_of_place(page.read_text("utf-8"), ALLOWED)) for page in pages}
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


def test_titles_and_descriptions_say_the_words_themselves(hostile_site: Path, model: Model) -> None:
    page = (hostile_site / FIRST / "index.html").read_text(encoding="utf-8")
    title, described = (
        unescape(found[1])
        for found in (
            re.search("<title>(.*?)</title", page, re.DOTALL),
            re.search(r'name="description"\s+content="(.*?)"', page, re.DOTALL),
        )
        if found
    )
    assert model.procedure.name in title
    assert NAME in title
    assert model.procedure.document.title in described


def test_every_file_of_json_can_be_read_and_its_markup_holds_nothing_that_a_text_made(hostile_site: Path) -> None:
    files = [file for file in sorted(hostile_site.rglob("*")) if file.suffix in (".json", ".webmanifest")]
    assert len(files) > 15
    # What these two hold is no markup, but the words themselves: whatever shows them makes text of them.
    for file in (file for file in files if file.parent.name not in ("procedures", "training")):
        read = list(texts_of(json.loads(file.read_text(encoding="utf-8"))))
        markup = [text for text in read if re.match(r"</?(?:div|section|ul|li|p|h\d|span|a|b|article|details)\b", text)]
        assert [wrong for text in markup for wrong in out_of_place(text)] == [], file
        assert markup or "tables" not in file.parts, file
    assert json.loads((hostile_site / "manifest.webmanifest").read_text(encoding="utf-8"))["name"] == NAME


def test_the_scripts_that_hold_data_hold_nothing_but_data(hostile_site: Path) -> None:
    for name in ("search-index", "contact-index"):
        (file,) = hostile_site.glob(f"assets/{name}.*.js")
        before, _, data = file.read_text(encoding="utf-8").partition("=")
        assert re.fullmatch(r"[\w.]+", before.strip()), file
        json.loads(data.strip().removesuffix(";"))
    scripts = list(hostile_site.rglob("*.data.js"))
    assert len(scripts) > 8
    for file in scripts:
        assert re.fullmatch(r'escalationGuide\.receive\("[\w./-]+","[A-Za-z0-9+/=]+"\);\n', file.read_text(encoding="utf-8")), file


def test_a_link_to_write_to_somebody_holds_the_address_and_nothing_else(hostile_site: Path) -> None:
    found = {
        link
        for page in hostile_site.rglob("*.html")
        for link in re.findall(r'href="(mailto:[^"]*)"', page.read_text(encoding="utf-8"))
    }
    assert any("bcc" in link for link in found)
    for link in found:
        assert re.fullmatch(
            r"mailto:([\w.~+'-]|%[0-9A-F]{2})+@[\w.-]*northmere\.example(\?subject=(?!.*%0[AD])[\w.~%-]*)?", unescape(link)
        ), link
    assert "mailto:duty?bcc=all&body=1%0aX#'=@northmere.example" in {
        unquote(unescape(link)).replace("%0A", "%0a") for link in found
    }


def test_the_map_and_every_drawing_are_whole_xml(hostile_site: Path, model: Model) -> None:
    files = {file.name: file for file in hostile_site.rglob("*.xml")}
    assert {"sitemap.xml", "changes.xml"} <= set(files)
    for file in files.values():
        ElementTree.fromstring(file.read_bytes())
    drawn = [
        svg
        for page in hostile_site.rglob("*.html")
        for svg in re.findall(r"<svg\b.*?</svg>", page.read_text(encoding="utf-8"), re.DOTALL)
    ]
    assert len(drawn) > 60
    for svg in drawn:
        names = {element.tag for element in ElementTree.fromstring(svg).iter()}
        assert not names & {ELEMENT, "script", "img", "foreignObject"}, svg[:200]
    assert list(out_of_place(qr_code(f"{ADDRESS}\"'><x-owned>", f"QR code of {NAME}"))) == []


def documents(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.docx"))


def test_word_documents_run_nothing_and_fetch_nothing(hostile_site: Path) -> None:
    assert len(documents(hostile_site)) == 4
    for file in documents(hostile_site):
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        holds_nothing_that_runs(parts, file.name)


def holds_nothing_that_runs(parts: dict[str, bytes], name: str) -> None:
    """Hold a Word document to fields that number pages, and to links that lead to this site."""
    assert not [part for part in parts if re.search(r"vba|embeddings|activeX|externalLink|attachedTemplate", part)], name
    for part, content in parts.items():
        if not part.endswith((".xml", ".rels")):
            continue
        for element in ElementTree.fromstring(content).iter():
            if element.tag == f"{WORD}instrText" or element.tag == f"{WORD}fldSimple":
                said = element.text or element.get(f"{WORD}instr") or ""
                assert said.split()[0] in ("PAGE", "NUMPAGES", "PAGEREF", "TOC"), said
            if element.get("TargetMode") == "External":
                assert element.get("Target", "").startswith(ADDRESS), element.attrib


def test_a_form_filled_in_with_attempts_is_a_document_that_holds_them_as_text(hostile_site: Path, model: Model) -> None:
    (form,) = (form for form in model.forms if form.available)
    blank = next(file for file in documents(hostile_site) if file.name.startswith(f"{FIRST}.{form.id}"))
    entries = {"name": " ".join(BEGINNINGS), "about": "\n".join(ENDINGS), "steps.0.1": ENDINGS[0]}
    asked = {"form": form.id, "entries": entries, "blank": b64encode(blank.read_bytes()).decode()}
    written = FORMS["write_form"](model, asked)["file"]
    assert re.fullmatch(r"[a-z0-9-]+\.docx", written["name"])
    with zipfile.ZipFile(BytesIO(b64decode(written["base64"]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    holds_nothing_that_runs(parts, written["name"])
    said = "".join(text.text or "" for text in ElementTree.fromstring(parts["word/document.xml"]).iter(f"{WORD}t"))
    assert all(attempt.splitlines()[-1] in said for attempt in (*BEGINNINGS, *ENDINGS))
    assert list(out_of_place(FORMS["show_form"](model, asked)["html"])) == []
    assert json.loads(FORMS["save_draft"](model, asked)["file"]["text"])["entries"] == entries


def test_no_cell_of_a_contact_list_is_a_formula_wherever_a_spreadsheet_cuts_it(hostile_site: Path) -> None:
    files = sorted(hostile_site.glob("assets/lists/*.csv"))
    assert len(files) == 2
    for file in files:
        text = file.read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(StringIO(text, newline="")))
        assert len({len(row) for row in rows}) == 1
        assert len(rows) > 10
        assert [cell for row in rows for cell in row if cell.lstrip().startswith(FORMULA) or cell[:1] in ("\t", "\r")] == []
        # Where a comma marks decimals, a spreadsheet cuts at semicolons.
        cut = list(csv.reader(StringIO(text, newline=""), delimiter=";"))
        assert [cell for row in cut for cell in row if cell.lstrip(' "\r\n').startswith(FORMULA)] == []


def test_a_calendar_holds_its_own_events_and_nothing_else(model: Model) -> None:
    file = DATES["write_calendar"](model, CASE, {**STAMP, "agreed": "2026-03-20"})["file"]
    assert re.fullmatch(r"[a-z0-9-]+\.ics", file["name"])
    events = Calendar.from_ical(file["text"]).walk("VEVENT")
    assert len(events) == file["text"].count("BEGIN:VEVENT\r\n") == properties(file["text"]).count("DTSTAMP")
    assert not {"ATTACH", "ATTENDEE", "ORGANIZER", "URL", "EMAIL"} & set(properties(file["text"]))
    assert not [one for one in Calendar.from_ical(file["text"]).walk("VALARM") if one["ACTION"] != "DISPLAY"]
    assert any(attempt.strip().splitlines()[0] in str(event["DESCRIPTION"]) for attempt in ENDINGS for event in events)
    assert all(len(line.encode()) <= 75 for line in file["text"].split("\r\n"))


def test_a_card_holds_its_own_contact_and_nothing_else(model: Model) -> None:
    listed = advise(model, CASE)["contacts"]
    assert {"looks-wrong", "odd-address"} <= {one["id"] for one in listed}
    for contact in listed:
        file = DATES["write_card"](model, CASE, {"contact": contact["id"], "today": "2026-03-02"})["file"]
        assert re.fullmatch(r"[a-z0-9-]+\.vcf", file["name"])
        card = vobject.readOne(file["text"])
        usable = contact["email"] if not contact["as_printed"] else []
        assert [one.value for one in card.contents.get("email", [])] == usable
        assert set(card.contents) <= {"version", "n", "fn", "org", "title", "role", "tel", "email", "note", "rev"}
        assert card.fn.value.startswith(contact["agency"].splitlines()[0])


def test_dates_are_drawn_with_nothing_that_a_text_made(model: Model) -> None:
    shown = DATES["show_dates"](model, CASE, {"agreed": "2026-03-20"})["html"]
    assert "<svg" in shown
    assert list(out_of_place(shown)) == []


def test_the_copy_for_a_disk_is_as_inert_as_the_site(hostile_site: Path) -> None:
    site = {page.relative_to(hostile_site).as_posix(): page.read_bytes() for page in hostile_site.rglob("*.html")}
    pages = {path: text.decode() for path, text in offline_files(site, is_fetched, "").items() if path.endswith(".html")}
    assert len(pages) > 60
    assert {path: wrong for path, text in pages.items() if (wrong := list(out_of_place(text, ALLOWED)))} == {}


def test_an_attempt_stays_readable_to_whoever_reviews_it(hostile_site: Path) -> None:
    """Escaped, and not taken out: what an author wrote is what a reader sees."""
    page = unescape((hostile_site / SECOND / "sources" / "index.html").read_text(encoding="utf-8"))
    assert hostile("The two workers speak to each other.").splitlines()[0] in page
    assert STRANGER in page
