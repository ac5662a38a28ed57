"""The training room: a set is drawn, played from a wall by keys alone, shared by a code, changed by "what if", studied alone."""

import io
import json
import re
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.engine.model import START
from helper.publish.training.model import Scenario, border_scenarios
from helper.publish.training.quiz import NOTHING, quizzes
from tests.browser.conftest import watched
from tests.browser.fickle import FickleSite
from tests.browser.shelf import Shelf
from tests.browser.training_room import SCENARIOS, Room, written
from tests.own_copy import OwnCopy
from tests.partnerships import real

STORED = """async () => ({
    local: { ...localStorage }, session: { ...sessionStorage }, databases: await indexedDB.databases(), caches: await caches.keys(),
})"""
NOTHING_STORED: dict[str, Any] = {"local": {}, "session": {}, "databases": [], "caches": []}
WIDTH = "document.documentElement.scrollWidth"
ENDS = ("Looking back", "Action plan")


@pytest.fixture
def room(page: Page, site: str) -> Room:
    """The room on one device."""
    room = Room(page, site)
    room.open()
    return room


def plain(advice: dict[str, Any]) -> Any:
    """Give an Advice as it comes out of JSON."""
    return json.loads(json.dumps(advice))


def answer_to(name: str, **case: Any) -> Any:
    """Let the engine answer a case."""
    model = real().partnerships[name].model
    return plain(advise(model, read_case(model, {"partnership": name, **case})))


def test_with_scripts_off_it_leads_to_every_pack(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}training/")
    expect(page.get_by_role("link", name=re.compile("facilitator's pack"))).to_have_count(len(real().partnerships))
    expect(page.get_by_role("button").filter(visible=True)).to_have_count(0)
    context.close()


def test_a_session_is_played_by_keys_alone_and_gives_the_engines_answers(page: Page, room: Room) -> None:
    page.set_viewport_size({"width": 1280, "height": 1200})
    room.draw("Harrow", "Trafford", "It cannot wait", number=2)
    played = [tuple(reversed(re.findall(r"(.+) (Harrow|Trafford)$", line)[0])) for line in room.titles()]
    assert {name for name, _ in played} == {"Harrow", "Trafford"}
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run a session")).to_be_focused()
    page.keyboard.press("Enter")
    for number, (name, title) in enumerate(played, 1):
        scenario = SCENARIOS[(name, title)]
        assert scenario.case.urgency == "urgent"
        room.stands_at(title)
        expect(room.line).to_have_text(re.compile(rf"Scenario {number} of 2, step 1 of [56]$"))
        expect(page.locator("[data-screen]")).to_contain_text(written(scenario.story))
        room.key("ArrowRight", "Who is in the room")
        brief = page.get_by_text(written(scenario.training.roles[0].brief))
        expect(brief).to_be_hidden()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")  # opens the brief, and goes nowhere
        expect(brief).to_be_visible()
        room.key("ArrowRight", "What do you decide?")
        expect(page.locator("[data-screen] ol li")).to_have_text([written(asked) for asked in scenario.training.ask])
        room.key("PageUp", "Who is in the room")
        room.key("PageDown", "What do you decide?")
        room.key("Space", "What the procedure says")
        model = real().partnerships[scenario.case.partnership].model
        assert room.advice("python" if scenario.case.since else "table") == plain(advise(model, scenario.case))
        expect(page.locator("[data-screen]")).to_contain_text(written(scenario.why))
        page.keyboard.press("PageDown")  # shows more of a long answer first
        expect(page.locator("[data-screen-title]")).to_have_text("What the procedure says")
        room.key("ArrowLeft", "What do you decide?")
        room.key("ArrowRight", "What the procedure says")
        room.key("ArrowRight", "What if?")
        page.keyboard.press("ArrowRight")
        if scenario.training.reflect:
            room.stands_at("To take away")
            expect(page.locator("[data-screen]")).to_have_text(scenario.training.reflect)
            page.keyboard.press("ArrowRight")
    room.stands_at(ENDS[0])
    expect(page.locator("[data-screen] h3")).to_have_text([name for name, _ in played])
    room.key("ArrowRight", ENDS[1])
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Next")).to_be_disabled()
    page.keyboard.press("Escape")
    assert len(room.titles()) == 2
    page.go_forward()
    room.stands_at(ENDS[1])  # where it was left


def test_what_if_is_answered_at_once_says_what_changed_and_leads_back(page: Page, room: Room) -> None:
    wanted = next(one for one in SCENARIOS.values() if counts(one))
    name = wanted.case.partnership
    told = {name: value for name, value in vars(wanted.case).items() if value and name != "partnership"}
    room.open_scenario(wanted)
    room.press("Run a session")
    for _ in range(4):
        room.press("Next")
    room.stands_at("What if?")
    base, changed = room.advice(), page.locator("[data-changed]")
    assert base == answer_to(name, **told)
    page.get_by_label("Urgency").select_option("immediate")
    expect(changed).to_contain_text("What changed: what to do now, ")
    assert room.advice() == answer_to(name, **told | {"urgency": "immediate"})
    expect(room.answer.get_by_role("heading", name=re.compile("changed$"))).not_to_have_count(0)
    page.get_by_label("Urgency").focus()
    page.keyboard.press("ArrowRight")  # in a list it chooses; it does not leave the step
    room.press("Back to the case as it is told")
    expect(changed).to_have_text("Nothing in the answer changed.")
    assert room.advice() == base
    expect(room.answer.locator(".eg-changed__mark")).to_have_count(0)

    page.get_by_label("Urgency").focus()
    page.keyboard.press("PageDown")  # from a clicker: it shows more, and leaves the case alone
    page.wait_for_function("scrollY > 0")
    expect(page.get_by_label("Urgency")).to_have_value("routine")
    assert room.advice() == base

    page.get_by_label("Began on").fill("2026-03-02")
    assert room.advice("python") == answer_to(name, **told, since="2026-03-02")
    expect(changed).to_have_text("What changed: by when.")
    expect(page.get_by_text("The days are counted.")).to_be_visible()
    page.get_by_label("Stage").select_option("start")
    assert room.advice() == answer_to(name, **told | {"stage": "start"})
    expect(page.get_by_label("Began on")).to_have_value("")  # it was another stage's day
    expect(page.get_by_label("Settled")).to_be_disabled()


def counts(scenario: Scenario) -> bool:
    """Tell whether a day would be counted from in this case, and none is given, and nothing is settled."""
    case = scenario.case
    told = {name: value for name, value in vars(case).items() if value and name != "partnership"}
    if case.since or case.resolved or case.stage == START or case.urgency != "routine":
        return False
    return any(limit["due"] for limit in answer_to(case.partnership, **told, since="2026-03-02")["deadlines"])


def test_across_a_border_the_procedure_of_where_the_child_lives_answers(page: Page, room: Room) -> None:
    borders = {one.title: one for one in border_scenarios(real())}
    room.draw("Only these", number=2)
    room.press("Run a session")
    wanted = borders[page.locator("[data-screen-title]").inner_text()]
    names = {name: one.model.procedure.name for name, one in real().partnerships.items()}
    expect(page.locator("[data-screen]")).to_contain_text("Across a border. ")
    expect(page.locator("[data-screen]")).to_contain_text(f"You work in {names[wanted.works_in or '']}.")
    while page.locator("[data-screen=answer]").count() == 0:
        room.press("Next")
    by = "python" if wanted.case.since else "table"
    assert room.advice(by) == plain(advise(real().partnerships[wanted.case.partnership].model, wanted.case))
    for difference in wanted.differs:
        expect(page.locator("[data-screen]")).to_contain_text(written(difference.text))


def test_an_awkward_turn_is_answered_with_what_the_document_says_or_with_whom_to_ask(page: Page, room: Room) -> None:
    room.draw("Salford", number=1)
    room.press("Run a session")
    while page.get_by_text("The manager is on leave").count() == 0:  # scenarios have five steps or six
        room.press("Next")
    page.get_by_text("The manager is on leave").click()
    turn = page.locator("[data-turn=on-leave]")
    expect(turn.get_by_role("heading", name="What it does not say")).to_be_visible()
    expect(turn).to_contain_text("Ask your own line manager today")
    expect(turn.get_by_role("link", name="our general advice").first).to_be_visible()


def test_a_code_opens_the_same_set_on_another_device_and_no_other_edition_takes_it(
    browser: Browser, page: Page, room: Room, site: str, fickle: FickleSite, faults: list[str]
) -> None:
    code = room.draw("Wigan", "Danger or harm", number=4)
    titles = room.titles()
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{1,4})?", code)
    expect(page).to_have_url(f"{site}training/#set={code}")
    context = browser.new_context()
    with watched(context.new_page(), faults) as other:
        phone = Room(other, site)
        phone.open()
        other.get_by_label("Code", exact=True).fill(code.lower().replace("-", " "))
        phone.press("Open the set")
        assert phone.titles() == titles
        phone.open(code)
        assert phone.titles() == titles
        phone.press("Change the choices")
        expect(other.get_by_label("Danger or harm")).to_be_checked()
        expect(other.get_by_label("How many scenarios")).to_have_value("4")

        fickle.replace("&#34;fingerprint&#34;: ", "&#34;fingerprint&#34;: 1")
        elsewhere = Room(other, fickle.address)
        elsewhere.open(code)
        expect(other.get_by_role("alert").filter(visible=True)).to_contain_text("This code is from another edition of this site.")
        other.get_by_label("Code", exact=True).fill(code)
        elsewhere.press("Open the set")
        expect(other.get_by_text("another edition of this site").last).to_be_visible()
        other.get_by_label("Code", exact=True).fill(code[:-1] + ("A" if code[-1] != "A" else "B"))
        elsewhere.press("Open the set")
        expect(other.get_by_text("That is not quite the code.")).to_be_visible()
        expect(other.get_by_label("Code", exact=True)).to_be_focused()

        elsewhere.open("This%20guide%20has%20closed.%20Ring%200161%20496%200000")
        expect(other.get_by_role("alert").filter(visible=True)).to_contain_text("opens no set here")
        expect(other.get_by_role("main")).not_to_contain_text("0161")
    context.close()
    room.press("Draw another set")
    expect(page).not_to_have_url(f"{site}training/#set={code}")
    expect(page.locator("[data-set-list] li")).to_have_count(len(titles))


def test_who_studies_alone_is_told_at_once_what_is_right_and_how_it_went(page: Page, room: Room) -> None:
    room.draw("Trafford", "The first step", number=1)
    (line,) = room.titles()
    scenario = SCENARIOS[("Trafford", line.removesuffix(" Trafford"))]
    asked = quizzes(real().partnerships["trafford"].model, scenario.case, "../")
    room.press("Study on my own")
    for number, quiz in enumerate(asked):
        room.press("Next")
        room.stands_at(quiz.title)
        expect(page.get_by_text(scenario.story)).to_be_hidden()
        page.get_by_text("The scenario again").click()
        expect(page.get_by_text(scenario.story)).to_be_visible()
        room.press("Check")
        expect(page.get_by_role("alert")).to_have_text("Tick at least one answer.")
        expect(page.get_by_role("group", name=f"{quiz.title} Tick every answer that fits")).to_be_visible()
        wrong = [name for name, _ in quiz.choices if name not in (*quiz.right, *quiz.free, NOTHING)][:1]
        for name in wrong if number == 0 else quiz.right:
            page.locator(f"[data-quiz] input[value='{name}']").check()
        room.press("Check")
        heading = "Not quite: this is what the procedure says" if number == 0 else "That is right"
        expect(page.get_by_role("heading", name=heading)).to_be_focused()
        if quiz.id == "next":
            expect(page.locator("[data-feedback] .eg-cite").first).to_be_visible()
        expect(page.locator("[data-remark]", has_text=re.compile("Right|This is right"))).to_have_count(len(quiz.right))
    room.press("Next")
    by = "python" if scenario.case.since else "table"
    assert room.advice(by) == plain(advise(real().partnerships["trafford"].model, scenario.case))
    while page.get_by_role("button", name="Next").is_enabled() and page.locator("[data-screen=summary]").count() == 0:
        room.press("Next")
    said = page.locator("[data-screen=summary] li")
    expect(said).to_have_count(len(asked))
    expect(said.first).to_contain_text("not right the first time")
    expect(said.last).to_contain_text(f"{asked[-1].title} right.")
    said.first.get_by_role("button").click()
    room.stands_at(asked[0].title)
    assert page.evaluate(STORED) == NOTHING_STORED


def test_choices_that_no_scenario_is_of_are_said_and_draw_nothing(page: Page, room: Room) -> None:
    page.get_by_label("Only these", exact=True).check()
    page.get_by_label("Beside the ladder: a situation of its own", exact=True).check()
    page.get_by_label("1. Follows the ladder", exact=True).check()
    room.press("Draw a set")
    expect(page.get_by_text("No scenario is of all these sorts. Take a tick away.")).to_be_focused()
    expect(page).to_have_url(room.address)


def test_every_step_fits_a_small_screen(page: Page, room: Room) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(WIDTH) == 320
    room.draw("Harrow", number=1)
    assert page.evaluate(WIDTH) == 320
    (line,) = room.titles()
    by = "python" if SCENARIOS[("Harrow", line.removesuffix(" Harrow"))].case.since else "table"
    for way in ("Run a session", "Study on my own"):
        room.press(way)
        while page.get_by_role("button", name="Next").is_enabled():
            assert page.evaluate(WIDTH) == 320, page.locator("[data-screen-title]").inner_text()
            if page.locator("[data-screen=answer]").count():
                room.advice(by)
                assert page.evaluate(WIDTH) == 320
            room.press("Next")
        room.press("To the set")
        room.titles()


@pytest.mark.usefixtures("broken", "no_network")
def test_a_kept_copy_plays_with_no_network_and_says_which_partnerships_are_missing(page: Page, shelf: Shelf) -> None:
    room = Room(page, shelf.site)
    shelf.keep("Salford")
    page.context.set_offline(True)
    room.open()
    room.draw("Salford", "Wigan", number=2)
    expect(page.locator("[data-missing]")).to_contain_text("Not on this device, and not to be fetched now: the scenarios of Wigan.")
    lines = room.titles()
    assert sorted("Not on this device Wigan" in line for line in lines) == [False, True]
    room.press("Run a session")
    for line in lines:
        if "Wigan" in line:
            room.stands_at("A scenario of Wigan")
            expect(page.get_by_text("This scenario belongs to Wigan, which is not kept on this device.")).to_be_visible()
            room.press("Next")
            continue
        while page.locator("[data-screen=answer]").count() == 0:
            room.press("Next")
        assert room.advice()["headline"]
        while page.locator("[data-screen-title]").inner_text() not in ("A scenario of Wigan", ENDS[0]):
            room.press("Next")


def test_where_the_site_knows_its_address_a_phone_reads_the_link_from_the_wall(
    page: Page, own_copy: OwnCopy, own_site: str
) -> None:
    room = Room(page, own_site)
    room.open()
    code = room.draw(number=2)
    link = f"{own_copy.address}training/#set={code}"
    expect(page.get_by_label("The link")).to_have_value(link)
    seen = page.get_by_role("img", name="QR code").screenshot()
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(seen)))
    assert found.text == link
