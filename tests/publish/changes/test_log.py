"""What is recorded for readers: entries that the check reads, that name no person, and that the page and the feed show."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from helper.publish.changes.feed import feed
from helper.publish.changes.log import Entry, entries_for, read_entries
from helper.publish.changes.record import KEPT, entry_of
from helper.publish.check import check
from helper.publish.command import run
from helper.publish.pages import site_pages
from helper.publish.read import read_log
from helper.publish.site import Assets, Host, Site
from tests.partnerships import ROOT, invented, put_invented, real
from tests.publish.changes.small import edit
from tests.publish.changes.test_differing import CHANGES

WHY = "The number was printed wrongly here."


def site(entries: tuple[Entry, ...], host: Host = Host()) -> Site:  # noqa: B008  a host is never changed
    model = invented().partnerships["northmere"].model
    fetched = defaultdict(lambda: defaultdict(dict))
    return Site((model,), "Thursday 26 November 2026", Assets(defaultdict(str), {}, fetched), host, log=entries)


def page_of(entries: tuple[Entry, ...], path: str = "changes/index.md") -> str:
    return next(page.html for page in site_pages(site(entries)) if page.path == path)


def entries() -> tuple[Entry, ...]:
    return read_entries(invented().log)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Record a changed number of a person, on a day that has an entry already."""
    folder = tmp_path_factory.mktemp("recorded")
    old, new = folder / "old", folder / "new"
    for place in (old, new):
        put_invented(place)
    edit(new / "procedures" / "northmere" / "contacts.yml", *CHANGES["a contact"][1:])
    said: list[str] = []
    arguments = ["diff", str(old), str(new), "--record", "--date", "2022-06-01", "--why", WHY]
    assert run(arguments, said.append, said.append, new) == 0
    return new, said


def test_an_entry_is_written_that_the_check_accepts(recorded: tuple[Path, list[str]]) -> None:
    root, said = recorded
    assert "Recorded in procedures/changes/2022-06-01-2.yml." in said[0]
    first, before = read_entries(check(root).log)
    assert (first.id, before.id) == ("2022-06-01-2", "2022-06-01")
    (part,) = first.partnerships
    assert first.why == WHY
    assert part.changed == sum(line.cases for line in part.lines) == 2688


def test_an_entry_names_no_person_and_keeps_no_number(recorded: tuple[Path, list[str]]) -> None:
    text = (recorded[0] / "procedures" / "changes" / "2022-06-01-2.yml").read_text(encoding="utf-8")
    assert 'what: "Police (Tier 1): telephone"' in text
    assert "Rowan" not in text
    assert not re.search(r"0161|@", text)


def test_no_entry_of_this_guide_names_a_person() -> None:
    people = {one.name for found in real().partnerships.values() for row in found.model.everyone().values() for one in row.people}
    text = " ".join(one for source in read_log(ROOT)[0].values() for one in source.lines)
    assert text
    assert not [name for name in people if name in text]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--why", WHY], "helper: Nothing changed from {root} to {root}, so there is nothing to record.\n"),
        ([], "helper: Say with --why, in a sentence for readers, what changed in the document or what had been misread.\n"),
        (
            ["--why", f"{WHY}\u202e"],
            "helper: Say with --why, in a sentence for readers, what changed in the document or what had been misread.\n",
        ),
        (["--why", WHY, "--date", "26.11.2026"], "helper: '26.11.2026' is no date. Write YYYY-MM-DD.\n"),
    ],
    ids=["nothing changed", "no reason", "a reason that cannot be seen", "no date"],
)
def test_what_cannot_be_recorded_is_said_in_a_sentence(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    put_invented(tmp_path)
    said: list[str] = []
    assert run(["diff", str(tmp_path), str(tmp_path), "--record", *arguments], said.append, said.append, tmp_path) == 2
    assert said[-1] == sentence.format(root=tmp_path)


def test_of_more_changes_than_anybody_reads_the_first_are_kept_and_the_rest_counted() -> None:
    line = {"topic": "notes", "about": "", "aspect": "text", "where": ["in every case"], "before": None, "contact": ""}
    lines = [
        line | {"cases": number, "after": {"text": f"Note {number}.", "section": None, "place": ""}} for number in range(1, 71)
    ]
    part = {"id": "a", "name": "A", "status": "changed", "changed": 70, "cases": 99, "only_old": 0, "only_new": 0, "lines": lines}
    comparison = {"partnerships": [part | {"structure": [], "beside": {}, "problems": []}]}
    (kept,) = entry_of(comparison, "2026-11-26", WHY, True, ())["partnerships"]
    assert (len(kept["lines"]), kept["left_out"]) == (KEPT, 10)


def test_the_page_shows_what_stood_there_before_and_after() -> None:
    page = page_of(entries())
    assert '<h2 id="on-2022-06-01">Wednesday 1 June 2022</h2>' in page
    assert "25,200 of 338,688 answers changed." in page
    before, after = re.findall(r"<dt>(?:Before|After)</dt><dd>(.*?)</dd>", page)
    assert before.startswith("10 working days to resolve it. ")
    assert after.startswith("5 working days to resolve it. ")
    assert after.endswith('<a class="eg-cite" href="../northmere/sources/#section-3-1">Paragraph 3.1, Tier 1</a>')
    assert page.index("Tier 1.</b>") < page.index("<details") < page.index("Police (Tier 1): telephone.</b>")


@pytest.mark.parametrize(("left", "said"), [(10, "10 more changes, of less weight, are not listed."), (1, "1 more change, of")])
def test_what_is_not_listed_is_counted_also_where_nothing_is_folded_away(left: int, said: str) -> None:
    (entry,) = entries()
    (part,) = entry.partnerships
    limits = replace(part, lines=tuple(line for line in part.lines if line.topic == "limit"), left_out=left)
    page = page_of((replace(entry, partnerships=(limits,)),))
    assert '<details class="eg-more"' not in page.partition("on-2022-06-01")[2].partition("<footer")[0]
    assert said in page


def test_a_partnerships_own_page_leads_to_its_last_change() -> None:
    page = page_of(entries(), "northmere/index.md")
    assert 'href="../changes/#on-2022-06-01-northmere"' in page
    assert 'id="on-2022-06-01-northmere"' in page_of(entries())
    assert "changes/#" not in page_of((), "northmere/index.md")


def test_where_nothing_is_recorded_the_page_says_so() -> None:
    assert "No change is recorded for this partnership yet." in page_of(entries_for(entries(), ("southmere",)))


def test_what_an_entry_says_is_text_and_no_markup() -> None:
    (entry,) = entries()
    assert "&lt;b&gt;" in page_of((replace(entry, why="A <b>bold</b> reason."),))


def test_the_feed_is_there_where_the_sites_address_is() -> None:
    assert feed(site(entries())) == {}
    (text,) = feed(site(entries(), Host("North & Mere", "https://guide.northmere.example/"))).values()
    atom = ElementTree.fromstring(text)
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert atom.findtext("a:title", "", space) == "North & Mere: what changed"
    assert atom.findtext("a:entry/a:title", "", space) == "Wednesday 1 June 2022: Northmere"
    link = atom.find("a:entry/a:link", space)
    assert link is not None
    assert link.get("href") == "https://guide.northmere.example/changes/#on-2022-06-01"


def test_days_are_those_of_the_files_and_none_is_to_come() -> None:
    log, found = read_log(ROOT)
    assert not found
    assert all(date.fromisoformat(entry.date) <= date.today() for entry in read_entries(log))


def test_what_changed_of_one_contact_in_the_same_answers_is_one_line() -> None:
    line = {
        "topic": "contacts",
        "about": "",
        "where": ["in every case"],
        "cases": 9,
        "before": None,
        "after": None,
        "contact": "Police",
    }
    part = {"id": "a", "name": "A", "status": "changed", "changed": 9, "cases": 9, "only_old": 0, "only_new": 0}
    lines = [line | {"aspect": aspect} for aspect in ("name", "telephone", "telephone")] + [line | {"aspect": "name", "cases": 8}]
    comparison = {"partnerships": [part | {"lines": lines, "structure": [], "beside": {}, "problems": []}]}
    (kept,) = entry_of(comparison, "2026-11-26", WHY, True, ("Police",))["partnerships"]
    assert [(one["what"], one["cases"]) for one in kept["lines"]] == [("Police: name, telephone", 9), ("Police: name", 8)]
