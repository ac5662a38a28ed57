"""The offline copy as its receiver has it: unzipped, opened from the disk, with no network at all."""

import hashlib
import html
import os
import re
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched
from tests.browser.conversation import Conversation
from tests.browser.desk import HARD_LONG, Desk
from tests.browser.training_room import Room
from tests.partnerships import real
from tests.thorough import THOROUGH, some

ELSEWHERE = ("http:", "https:", "mailto:", "tel:", "data:")
CASE = "stage=b&urgency=routine&them=police"


def make_offline(root: Path, folder: Path, only: str = "") -> tuple[Path, str]:
    """Run `make offline` and give the zip that it writes, with what it prints."""
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MFLAGS")}
    command = ["make", "--silent", "offline", f"ONLY={only}", f"DIST={folder}"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.glob("*.zip")
    return made, done.stdout


def unzipped(made: Path) -> Path:
    """Unzip a copy as a reader does, in a folder of the sort that readers have."""
    folder = made.parent / "Kate's stick #1, 100% é"
    with zipfile.ZipFile(made) as archive:
        archive.extractall(folder)
    return folder / "escalation-guide"


@pytest.fixture(scope="session")
def two(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The zip of two partnerships, and the line that was printed; tests/nightly/test_offline_copy_of_all.py has all of them."""
    return make_offline(root, tmp_path_factory.mktemp("two"), "salford,pan-cheshire")


@pytest.fixture(scope="session")
def folder(two: tuple[Path, str]) -> Path:
    """The copy, unzipped."""
    return unzipped(two[0])


@pytest.fixture
def reader(browser: Browser, faults: list[str]) -> Iterator[Page]:
    """A page with the network cut, which may not even try to reach it."""
    context = browser.new_context(offline=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    with watched(context.new_page(), faults) as page:
        yield page
    context.close()
    assert [address for address in asked if urlsplit(address).scheme not in ("file", "blob", "data")] == []


class Sheet(HTMLParser):
    """The ids of a page, and the addresses that it leads to or loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        self.addresses += [given[name] for name in ("href", "src", "action", "xlink:href") if name in given]


@cache
def sheet(file: Path) -> Sheet:
    """Read a page once."""
    return Sheet(file.read_text(encoding="utf-8"))


def leads_nowhere(file: Path, address: str, top: Path) -> bool:
    """Tell whether an address on a page names no file of the copy, or no place in that file."""
    parts = urlsplit(address)
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    if not target.is_file() or not target.is_relative_to(top):
        return True
    anchor = unquote(parts.fragment)
    return bool(anchor) and target.suffix == ".html" and not is_answer(target, anchor) and anchor not in sheet(target).ids


def is_answer(page: Path, anchor: str) -> bool:
    """Tell whether an anchor is a link into the helper or a comparison, which holds choices and no place in the page."""
    return page.parent.name in ("next-step", "compare") and "=" in anchor


def is_as_it_is_told(made: Path, said: str) -> None:
    """Hold a zip against what was printed of it, and against the file beside it."""
    content = made.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    assert said.strip() == f"{made}  {len(content) / 1e6:.1f} MB  sha256 {digest}"
    assert made.with_name(f"{made.name}.sha256").read_text() == f"{digest}  {made.name}\n"


def broken_links(top: Path) -> list[str]:
    """Name every link of every page that leads to no file of the copy."""
    pages = sorted(top.rglob("*.html"))
    assert len(pages) > 9
    links = [(page, address) for page in pages for address in sheet(page).addresses if not address.startswith(ELSEWHERE)]
    return [f"{page.relative_to(top)}: {link}" for page, link in links if leads_nowhere(page, link, top)]


def test_what_is_printed_tells_its_name_size_and_hash(two: tuple[Path, str]) -> None:
    is_as_it_is_told(*two)
    assert re.fullmatch(r"escalation-guide-pan-cheshire-salford-\d{4}-\d{2}-\d{2}\.zip", two[0].name)


def test_every_link_of_every_page_leads_to_a_file(folder: Path) -> None:
    assert broken_links(folder) == []


def test_every_page_says_when_it_was_made_and_what_is_known_of_its_contacts(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "Page built " in text, page
        own = real().partnerships.get(page.relative_to(folder).parts[0])
        assert (own.model.contacts.age.text if own else "what is known of the age of its contacts") in html.unescape(text), page


def test_no_page_complains_or_reaches_for_the_network(reader: Page, folder: Path) -> None:
    own = folder / "salford"
    like_another = {
        page for page in own.rglob("*.html") if (folder / "pan-cheshire" / page.relative_to(own)).exists() and not THOROUGH
    }
    answers = sorted({*folder.rglob("next-step/*/*/index.html")} - like_another)
    assert len(answers) > 9
    for page in sorted({*folder.rglob("*.html")} - like_another - {*answers}) + some(answers):
        reader.goto(page.as_uri())
        expect(reader.get_by_role("heading", level=1)).to_be_visible()
        if reader.locator("[data-conversation]").count():  # its page goes on loading once it stands
            reader.wait_for_load_state("networkidle")


def test_a_reader_finds_a_number_and_a_word_and_follows_them(reader: Page, folder: Path) -> None:
    reader.goto((folder / "index.html").as_uri())
    reader.get_by_role("banner").get_by_role("link", name="Search").click()
    reader.get_by_role("searchbox").fill("603 4500")
    result = reader.get_by_role("dialog").get_by_role("link").first
    expect(result).to_contain_text("Bridge")
    reader.get_by_role("searchbox").fill("dispute")
    expect(result).not_to_contain_text("Bridge")
    # Which partnership's words come first is the search's own affair.
    result = reader.get_by_role("dialog").locator("a[href*='salford/']").first
    assert re.search(r"/index\.html(#|$)", result.get_attribute("href") or "")
    result.click()
    expect(reader).to_have_url(re.compile(r"^file:.*/(salford|pan-cheshire)/(\w+/)?index\.html"))
    reader.goto((folder / "salford/index.html").as_uri())
    reader.get_by_role("navigation", name="Salford").get_by_role("link", name="Flowchart").click()
    drawing = reader.get_by_role("group", name="Flowchart: Salford").filter(visible=True)
    drawing.get_by_role("link").first.click()
    expect(reader).to_have_url(re.compile(r"/salford/index\.html#"))


def test_python_answers_and_counts_the_days(reader: Page, folder: Path) -> None:
    conversation = Conversation(reader, f"{folder.as_uri()}/", "pan-cheshire")
    conversation.address += "index.html"
    conversation.open("stage=start&urgency=urgent")
    conversation.advice()
    folders = conversation.answer.locator("a:is([href$='/'], [href*='/#'])")
    expect(folders).to_have_count(0)
    conversation.change("since")
    advice = conversation.answer_all(since="2026-03-02")
    assert "2026-03-03" in [limit["due"] for limit in advice["deadlines"]]


def test_the_helper_alone_works_from_a_disk_too(reader: Page, folder: Path) -> None:
    alone = (folder / "embed/index.html").as_uri()
    reader.goto(f"{alone}?partnership=atlantis#stage=b&urgency=routine")
    expect(reader.get_by_role("alert")).to_contain_text('The address says "atlantis", which is none of these.')
    reader.get_by_role("link", name="Salford").click()
    conversation = Conversation(reader, f"{folder.as_uri()}/")
    conversation.advice()
    assert re.search(r"/embed/index\.html\?partnership=salford", reader.url)
    cited = conversation.answer.get_by_role("link", name=re.compile("^Section")).first
    assert re.search(r"sources/index\.html#", cited.get_attribute("href") or "")
    assert cited.get_attribute("target") == "_blank"


def test_a_form_is_filled_in_and_taken_away_from_a_disk(reader: Page, folder: Path, tmp_path: Path) -> None:
    reader.goto((folder / "salford/forms/notice/index.html").as_uri())
    desk = Desk(reader, "notice")
    desk.fill({"summary": HARD_LONG})
    desk.look()
    cells = [cell.text for table in Document(str(desk.save("Word document", tmp_path))).tables for cell in table._cells]
    assert HARD_LONG in cells
    with reader.expect_download() as download:
        reader.get_by_role("link", name="The empty form as a Word document").click()
    download.value.save_as(tmp_path / "blank.docx")
    assert HARD_LONG not in [cell.text for table in Document(str(tmp_path / "blank.docx")).tables for cell in table._cells]


def test_a_session_is_played_from_a_disk_and_shared_by_its_code(reader: Page, folder: Path) -> None:
    room = Room(reader, f"{folder.as_uri()}/")
    room.address += "index.html"
    room.open()
    code = room.draw(number=2)
    titles = room.titles()
    expect(reader.get_by_role("img", name="QR code")).to_have_count(0)
    room.open(code.lower())
    assert room.titles() == titles
    room.press("Run a session")
    while reader.locator("[data-screen=answer]").count() == 0:
        room.press("Next")
    assert room.advice()["headline"]["text"] == room.answer.get_by_role("heading", level=2).inner_text()
    room.press("Next")
    reader.get_by_label("Began on").fill("2026-03-02")
    assert room.advice()["headline"]
    expect(reader.locator("[data-screen] a:is([href$='/'], [href*='/#'])")).to_have_count(0)


def test_the_table_answers_where_python_is_missing(reader: Page, folder: Path, faults: list[str]) -> None:
    reader.context.route(re.compile(r"assets/engine/.*\.data\.js"), lambda route: route.abort())
    reader.goto(f"{(folder / 'salford/next-step/index.html').as_uri()}#{CASE}")
    expect(reader.locator("[data-answer]")).to_have_attribute("data-answered-by", "table")
    expect(reader.locator("[data-answer]").get_by_role("heading", level=2).first).to_be_focused()
    faults.clear()


def test_a_link_into_the_copy_is_passed_on_to_its_partnership(reader: Page, folder: Path) -> None:
    reader.goto(f"{(folder / 'next-step/index.html').as_uri()}#partnership=salford&{CASE}")
    expect(reader).to_have_url(re.compile(r"/salford/next-step/index\.html#"))
    reader.goto("about:blank")
    reader.goto(f"{(folder / 'salford/next-step/index.html').as_uri()}#partnership=atlantis&{CASE}")
    expect(reader).to_have_url(re.compile(r"/escalation-guide/next-step/index\.html#"))
    expect(reader.get_by_role("heading", name="Where does the child live?")).to_be_visible()


def test_a_copy_of_three_months_says_so_and_where_to_get_another(reader: Page, folder: Path) -> None:
    said = re.search(r'<meta name="built" content="([\d-]+)"', (folder / "index.html").read_text(encoding="utf-8"))
    assert said
    built = datetime.fromisoformat(said[1]).replace(hour=12, tzinfo=UTC)
    notice = reader.get_by_role("complementary", name="Age of this page")
    for days, is_old in ((89, False), (91, True)):
        reader.clock.set_fixed_time(built + timedelta(days=days))
        reader.goto((folder / "salford/contacts/index.html").as_uri())
        expect(notice).to_be_visible(visible=is_old)
    expect(notice).to_contain_text(", 91 days ago.")
    expect(notice).to_contain_text("Get a new copy", use_inner_text=True)
    expect(notice).not_to_contain_text("reload this page", use_inner_text=True)
