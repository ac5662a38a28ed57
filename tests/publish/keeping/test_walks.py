"""The page for those who keep the facts true shows what really happens: lines of real files, what is said, what is seen."""

import html
import re
from collections import defaultdict
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from helper.publish import read as read_module
from helper.publish.check import check
from helper.publish.keeping.examples import corrected, failing_examples
from helper.publish.keeping.page import FOLDER
from helper.publish.keeping.walk import Line, Walk, text_of
from helper.publish.keeping.walks import STEPS, walks
from helper.publish.pages import site_pages
from helper.publish.problems import Problems
from helper.publish.read import Library, Partnership, read_library
from helper.publish.search import plain_text
from helper.publish.site import Assets, Site
from helper.publish.training.model import courses
from tests.partnerships import ROOT, invented, put_invented, read_once, real

LIBRARIES = {"real": real, "invented": invented}
each_library = pytest.mark.parametrize("name", LIBRARIES)


@cache
def walks_of(name: str) -> dict[str, Walk]:
    """Make the changes of a library; those of the real one stand where the build of the site keeps them."""
    return walks(LIBRARIES[name](), ROOT / ".cache" / "keeping")


@cache
def page_of(name: str, with_walks: bool = True) -> str:
    """Fill in the page."""
    library = LIBRARIES[name]()
    file = {"address": "assets/x", "size": 1, "sha256": "0"}
    own = {one: {"table": file, "facts": file} for one in library.partnerships}
    found = {course.model.procedure.id: course for course in courses(library)}
    site = Site(
        tuple(course.model for course in found.values()),
        "Sunday 22 November 2026",
        Assets(defaultdict(str), {"worker": file}, own),
        courses=found,
        walks=walks_of(name) if with_walks else {},
    )
    return next(page.html for page in site_pages(site) if page.path == f"{FOLDER}index.md")


def lines_of(library: Library, file: str) -> tuple[str, ...]:
    sources = chain(*(found.files.values() for found in library.partnerships.values()))
    return next(source.lines for source in sources if source.name == file)


def changed(lines: tuple[str, ...], shown: tuple[Line, ...], added: bool) -> str:
    """Make the change that a window shows: its marked lines in the place of those that stand there, or added before them."""
    here = [line for line in shown if line.here]
    first, last = here[0].number, here[-1].number
    return text_of((*lines[: first - 1], *(line.text for line in here), *lines[first - 1 if added else last :]))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented partnership, in which a file is parsed only once while it stands as it stood."""
    monkeypatch.setattr(read_module, "read_source", read_once)
    put_invented(tmp_path)
    return tmp_path


def correct_examples(folder: Path, count: int) -> str:
    """Correct the worked examples that no longer hold, which are so many by what the check says; give the text of their file."""
    with pytest.raises(Problems) as raised:
        check(folder)
    assert len(set(re.findall(r'Scenario "([\w-]+)"', str(raised.value)))) == count
    made: Partnership = read_library(folder).partnerships["northmere"]
    scenarios = made.files["scenarios"]
    text = text_of(corrected(scenarios, list(failing_examples(made))))
    (folder / scenarios.name).write_text(text, encoding="utf-8")
    return text


@each_library
def test_every_change_is_shown(name: str) -> None:
    assert set(walks_of(name)) == set(STEPS)


@each_library
def test_the_lines_shown_are_the_lines_of_the_files(name: str) -> None:
    for walk in walks_of(name).values():
        windows = [(walk.file, walk.before), *([(walk.example.file, walk.example.before)] if walk.example else [])]
        for file, shown in windows:
            lines = lines_of(LIBRARIES[name](), file)
            assert [line.text for line in shown] == [lines[line.number - 1] for line in shown]
        unmarked = [line for line in (*walk.slip, *walk.after) if not line.here]
        assert {line.text for line in unmarked} <= set(lines_of(LIBRARIES[name](), walk.file))


@each_library
def test_the_page_shows_each_line_with_its_number_and_each_message_word_for_word(name: str) -> None:
    page = page_of(name)
    for walk in walks_of(name).values():
        assert walk.said in html.unescape(re.sub("</?(?:span|mark)[^>]*>", "", page))
        for shown in filter(None, (walk.before, walk.slip, walk.after)):
            assert f'<ol class="eg-window__lines" start="{shown[0].number}" data-file="{walk.file}">' in page
            assert [line.number for line in shown] == list(range(shown[0].number, shown[0].number + len(shown)))
            for line in shown:
                assert f"<code>{line.text}</code>" in html.unescape(page)


@pytest.mark.parametrize("kind", ["number", "person"])
def test_a_change_of_the_contact_list_does_on_a_copy_what_the_page_says(kind: str, folder: Path) -> None:
    walk, file = walks_of("invented")[kind], folder / walks_of("invented")[kind].file
    lines = tuple(file.read_text(encoding="utf-8").splitlines())
    file.write_text(changed(lines, walk.slip, kind == "person"), encoding="utf-8")
    with pytest.raises(Problems) as raised:
        check(folder)
    assert str(raised.value).startswith(walk.said)
    file.write_text(changed(lines, walk.after, kind == "person"), encoding="utf-8")
    if walk.example:
        correct_examples(folder, walk.example.failing)
    contacts = check(folder).partnerships["northmere"].model.contacts
    rows = [row for row in contacts.services if row.name == walk.subject]
    numbers = [tel.number for row in rows for one in (row, *row.people) for tel in one.tel]
    (new,) = {"number": ["0161 496 0123"], "person": ["0161 496 0124"]}[kind]
    assert new in numbers
    assert new in plain_text(walk.new)
    assert new not in plain_text(walk.old)


def test_a_change_of_a_stage_is_noticed_by_the_worked_examples_and_shown_to_readers(folder: Path) -> None:
    walk, file = walks_of("invented")["stage"], folder / walks_of("invented")["stage"].file
    assert walk.example
    lines = tuple(file.read_text(encoding="utf-8").splitlines())
    file.write_text(changed(lines, walk.after, added=True), encoding="utf-8")
    with pytest.raises(Problems) as raised:
        check(folder)
    assert str(raised.value).startswith(walk.said)
    text = correct_examples(folder, walk.example.failing)
    stage = check(folder).partnerships["northmere"].model.procedure.stages[0]
    assert stage.limits[-1].text == "This limit is invented, to show how one is written."
    assert stage.limits[-1].text in plain_text(walk.new)
    assert stage.limits[-1].text not in plain_text(walk.old)
    assert all(line.text in text for line in walk.example.after)


@each_library
def test_nothing_in_a_picture_can_be_rung_or_followed_or_found_by_the_search(name: str) -> None:
    figures = re.findall(r"<figure.*?</figure>", page_of(name), re.DOTALL)
    assert len(figures) > 15
    for figure in figures:
        assert figure.startswith('<figure class="eg-window" data-search-exclude>')
        assert "href" not in figure
        assert " id=" not in figure
        assert "<figcaption>" in figure
    outside = re.sub(r"<figure.*?</figure>", "", page_of(name), flags=re.DOTALL)
    assert "0161 496 01" not in outside


@each_library
def test_whatever_is_invented_says_so_where_it_stands(name: str) -> None:
    for figure in re.findall(r"<figure.*?</figure>", page_of(name), re.DOTALL):
        text = plain_text(figure)
        if re.search(r"0161 496 012|sam-example|day in this example", text) and "helper check" not in text:
            assert "nvented" in text or "expects" in text, text


def test_a_copy_with_nothing_to_show_it_on_says_how_in_words() -> None:
    page = page_of("invented", with_walks=False)
    assert "<figure" not in page
    for said in ("No list in this copy prints a number", "under <code>people:</code>", "under its <code>limits:</code>"):
        assert said in page


def test_what_is_written_in_a_file_stays_text(folder: Path) -> None:
    contacts = folder / "procedures/northmere/contacts.yml"
    text = contacts.read_text(encoding="utf-8").replace("name: Children's Front Door", 'name: "<b onload=x>&amp;"')
    contacts.write_text(text, encoding="utf-8")
    walk = STEPS["number"](read_library(folder))
    assert walk
    assert walk.subject == "<b onload=x>&amp;"
    assert "<b onload" not in walk.new
