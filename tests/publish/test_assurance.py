"""What a reader is told of how the guide was checked is counted, and of what nobody has looked at nothing is claimed."""

import html
import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from helper.engine.advise import advise
from helper.engine.case import Case, choices
from helper.engine.door import canonical
from helper.engine.model import SIDES, START, URGENCIES, Gap, Limit, Model, PrintedDate
from helper.publish.answers import answer_table
from helper.publish.assurance.count import Counted, count_answers
from helper.publish.assurance.doubts import doubts_of, things
from helper.publish.assurance.figures import figures_of
from helper.publish.assurance.proof import FILE, SCRIPT, Proof, compared, read_proof
from helper.publish.assurance.way_up import way_up
from helper.publish.bundle import NotBuildable
from helper.publish.pages import Page, site_pages
from helper.publish.search import plain_text
from helper.publish.site import Build, Host, Site
from tests.partnerships import every_partnership, invented
from tests.publish.markup import as_written
from tests.publish.test_poster import site_of

EVERY = {partnership.id: partnership.model for partnership in every_partnership()}
MODEL = invented().partnerships["northmere"].model
TODAY = date(2026, 11, 26)
each = pytest.mark.parametrize("model", EVERY.values(), ids=EVERY)


def site(model: Model, build: Build, host: Host = Host()) -> Site:  # noqa: B008  it is frozen
    return replace(site_of(model), build=build, host=host)


@cache
def pages_of(name: str, contact: str = "") -> dict[str, Page]:
    build = Build(TODAY, "9.8.7", {name: Counted(12_345, 678)}, {name: 91})
    made = site_pages(site(EVERY[name], build, Host(contact=contact)))
    return {page.path: replace(page, html=as_written(page.html)) for page in made}


def assurance(name: str, contact: str = "") -> str:
    return plain_text(pages_of(name, contact)["assurance/index.md"].html)


def small() -> Model:
    """Give the invented partnership with so few agencies that all of its cases can be asked one by one."""
    return replace(MODEL, agencies=MODEL.agencies[:2], procedure=replace(MODEL.procedure, areas=(), stages=MODEL.procedure.stages))


def test_cases_and_different_answers_are_counted_as_if_each_were_asked() -> None:
    model = small()
    known = choices(model)
    optional = [(None, *known[name]) for name in ("situation", "you", "them")]
    answers, cases = set(), 0
    for stage, resolved, urgency, side, situation, you, them in product(known["stage"], (False, True), URGENCIES, SIDES, *optional):
        if not (resolved and stage == START):
            case = Case(model.procedure.id, stage, urgency, resolved, side, None, situation, you, them)  # type: ignore[arg-type]
            cases += 1
            answers.add(canonical(advise(model, case)))
    assert count_answers(json.loads(answer_table(model))) == Counted(cases, len(answers))
    assert cases > len(answers) > 50


@each
def test_doubts_are_all_there_are_in_the_files_each_once(model: Model) -> None:
    doubts = doubts_of(model)
    found = list(things((model.procedure, model.contacts, model.forms, model.wording)))
    gaps = {gap.text for gap in found if isinstance(gap, Gap)}
    assert {gap.text for gap in (*doubts.not_set, *doubts.not_readable)} == gaps
    assert doubts.gaps == len(gaps)
    inferred = [one for one in found if getattr(one, "basis", "") == "inferred"]
    readings = {one.text if hasattr(one, "text") else f"{one.short}: {one.words}" for one in inferred}
    assert {one.text for one in doubts.readings} == readings
    assert len(doubts.readings) == len(readings)
    assert len({one.text for one in doubts.cautions}) == len(doubts.cautions)


@each
def test_every_doubt_that_is_counted_stands_on_the_sources_page_where_the_count_leads(model: Model) -> None:
    page, doubts = pages_of(model.procedure.id)[f"{model.procedure.id}/sources/index.md"].html, doubts_of(model)
    lists = {
        "gaps": doubts.not_set,
        "not-readable": doubts.not_readable,
        "cautions": doubts.cautions,
        "readings": doubts.readings,
        "not-held": doubts.not_held,
    }
    for anchor, said in lists.items():
        shown = page.partition(f'<h2 id="{anchor}">')[2].partition("</section>")[0]
        assert shown.count("<li>") == len(said), anchor
        assert all(html.escape(one.text, quote=True) in shown for one in said), anchor


def test_the_longest_way_up_adds_up_ceilings_alone_and_counts_its_days() -> None:
    way = way_up(MODEL, date(2026, 11, 20))  # a Friday
    assert [(one.stage.id, one.length) for one in way.ceilings] == [("tier-1", "5 working days"), ("tier-2", "1 week")]
    assert way.total == "5 working days and 1 week"
    assert way.by == "Friday 4 December 2026"
    assert (way.last.stage.id, way.last.length, way.without) == ("tier-3", "", ())
    text = assurance("northmere")
    assert "5 working days and 1 week, from the day Tier 1 begins until Tier 3, the last one, begins" in text
    assert "For Tier 3 itself no number is set to resolve it." in text


def test_a_stage_without_a_ceiling_is_named_and_no_sum_is_made() -> None:
    first, second, last = MODEL.procedure.stages
    replying = tuple(limit for limit in second.limits if limit.purpose != "resolve")
    model = replace(MODEL, procedure=replace(MODEL.procedure, stages=(first, replace(second, limits=replying), last)))
    way = way_up(model, TODAY)
    assert (way.total, way.without, way.by) == ("", ("Tier 2",), "")


def test_two_ceilings_of_one_stage_are_not_added_up() -> None:
    first, *rest = MODEL.procedure.stages
    more = Limit("Or four weeks.", "3-1", purpose="resolve", amount=4, unit="week", counted_from="stage_began")
    model = replace(MODEL, procedure=replace(MODEL.procedure, stages=(replace(first, limits=(*first.limits, more)), *rest)))
    assert way_up(model, TODAY).total == "5 working days or 4 weeks, then 1 week"


def dated(*dates: PrintedDate) -> Model:
    return replace(MODEL, procedure=replace(MODEL.procedure, document=replace(MODEL.procedure.document, dates=dates)))


ISSUED = PrintedDate("Issued", "June 2016", "cover", "issue", "2016-06")
DUE = PrintedDate("Review due", "26.11.2025", "cover", "next_review", "2025-11-26")
LATER = PrintedDate("Review due", "November 2026", "footer", "next_review", "2026-11")


@pytest.mark.parametrize(
    ("dates", "document", "age"),
    [
        ((), "the document prints no date", "no date to count from"),
        ((ISSUED,), "Issued: June 2016", "10 years old"),
        ((ISSUED, DUE), "Issued: June 2016, review overdue since 26.11.2025", "10 years old; review overdue for 1 year"),
        ((LATER, ISSUED), "Issued: June 2016", "10 years old"),  # the month is not over
        ((PrintedDate("Printed", "Spring", "cover"),), "Printed: Spring", "no date to count from"),
    ],
)
def test_age_and_overdue_reviews_are_counted_to_the_day_of_the_build(
    dates: tuple[PrintedDate, ...], document: str, age: str
) -> None:
    figures = figures_of(site(dated(*dates), Build(TODAY)), dated(*dates))
    assert (figures.document, figures.age) == (document, age)


def test_a_review_falls_overdue_only_after_its_last_day() -> None:
    assert not figures_of(site(dated(DUE), Build(date(2025, 11, 26))), dated(DUE)).dates[0].is_overdue
    assert figures_of(site(dated(DUE), Build(date(2025, 11, 27))), dated(DUE)).dates[0].is_overdue


@each
def test_contacts_are_counted_as_their_page_shows_them(model: Model) -> None:
    listed, page = figures_of(site(model, Build()), model).listed, pages_of(model.procedure.id)
    shown = page[f"{model.procedure.id}/contacts/index.md"].html
    assert listed.no_telephone == shown.count("No telephone is printed")
    assert listed.no_email == shown.count("No e-mail is printed")
    assert listed.unconfirmed == (0 if model.contacts.confirmed else listed.all)


@each
def test_the_page_has_every_partnerships_figures_and_the_overview_and_each_foot_its_own(model: Model) -> None:
    name, doubts = model.procedure.id, doubts_of(model)
    text = assurance(name)
    assert "12,345" in text
    assert "678" in text
    assert "version 9.8.7, built" in text
    assert model.procedure.document.review.text in text
    assert all(said.text in text for said in doubts.not_held)
    line = f"Checked: 12,345 cases, {doubts.gaps} gaps, {len(doubts.cautions)} cautions;"
    for path, page in pages_of(name).items():
        if page.partnership and path != f"{name}/index.md":
            assert line in plain_text(page.html), path
            assert f'href="{"../" * path.count("/")}assurance/#{name}"' in page.html, path
    overview = pages_of(name)[f"{name}/index.md"].html
    assert '<h2 id="checked">' in overview
    assert "12,345 cases" in plain_text(overview)


def test_what_was_not_counted_is_not_claimed() -> None:
    page = plain_text(next(one.html for one in site_pages(site(MODEL, Build())) if one.path == "assurance/index.md"))
    assert "not counted" in page
    assert "No run of the tests is on record for these answers, so nothing is claimed here." in page
    assert "version" not in page


PROVED = {"python": "3.13.0", "browser_python": "3.13.2", "pyodide": "0.29.5", "by_python": 4, "by_table": 20, "day": "2026-11-20"}


def laid_out(folder: Path, written: str) -> Path:
    for file, text in ((FILE, written), (SCRIPT, "join")):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def test_a_proof_holds_for_the_very_files_that_were_compared_and_for_no_others(tmp_path: Path) -> None:
    root = laid_out(tmp_path, "{}")
    (root / FILE).write_text(json.dumps({"northmere": PROVED | compared(root, "t", "l")}), encoding="utf-8")
    proof = Proof("Friday 20 November 2026", "3.13.0", "3.13.2", "0.29.5", 4, 20)
    assert read_proof(root, {"northmere": "t", "southmere": "t"}, "l") == {"northmere": proof}
    assert read_proof(root, {"northmere": "another"}, "l") == {}
    assert read_proof(root, {"northmere": "t"}, "another") == {}
    (root / SCRIPT).write_text("join otherwise", encoding="utf-8")
    assert read_proof(root, {"northmere": "t"}, "l") == {}
    said = next(one.html for one in site_pages(site(MODEL, Build(proved={"northmere": proof}))) if one.path == "assurance/index.md")
    assert "Friday 20 November 2026: a run of the tests worked the whole table of answers out twice" in plain_text(said)


@pytest.mark.parametrize("written", ["{", "[]", '{"northmere": 5}', '{"northmere": {"table": "t"}}'])
def test_a_record_that_was_spoilt_is_named_with_its_mend_or_claims_nothing(tmp_path: Path, written: str) -> None:
    root = laid_out(tmp_path, written)
    try:
        assert read_proof(root, {"northmere": "t"}, "l") == {}
    except NotBuildable as problem:
        assert re.fullmatch(r"docs/proof/equal.json is not as the tests write it\. Mend: .*", str(problem))  # noqa: PT017


CONTACT = "guide@northmere.example"


@each
def test_every_page_says_who_is_told_of_a_mistake_and_which_page_it_is(model: Model) -> None:
    for path, page in pages_of(model.procedure.id, CONTACT).items():
        assert page.html.count("<summary>Something wrong here?</summary>") == 1, path
        text = plain_text(page.html)
        title = page.title if page.listed or not page.partnership else f"{model.procedure.name}: Get my next step"
        assert f"“{title}”, built" in text, path
        subjects = {html.unescape(one) for one in re.findall(r'href="mailto:[^"?]*\?subject=([^"]*)"', page.html)}
        assert len(subjects) == 1, path
        assert CONTACT in text.replace(" ", ""), path


@each
def test_a_partnerships_pages_name_what_its_document_prints_for_corrections_and_invent_nothing(model: Model) -> None:
    corrections, office = model.procedure.document.corrections, model.contacts.office
    for path in (f"{model.procedure.id}/index.md", "assurance/index.md", f"{model.procedure.id}/check/index.md"):
        text = plain_text(pages_of(model.procedure.id)[path].html)
        is_whole = model.contacts.unlisted.kind == "not_set"
        document = "The document" if is_whole else "Our copy of the document"
        assert (f"{document} prints no address for corrections." in text) == (corrections is None)
        no_one = corrections is None and model.contacts.office is None
        assert ("prints no office to ask either. A part that we do not have may." in text) == (no_one and not is_whole)
        assert "names nobody to tell" in text
        if corrections:
            assert corrections.text in text
        if office:
            printed = [*(one.number for one in office.tel), *office.email]
            assert all(one.replace(" ", "") in text.replace(" ", "") for one in printed)
            assert all(said.text in text for said in office.cautions)
