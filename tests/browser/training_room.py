"""The training room as those in it have it: choices by their label, steps by their heading."""

import json
import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from helper.publish.training.model import Scenario, courses
from tests.partnerships import real
from tests.publish.sets import draw, write_code

SCENARIOS: dict[tuple[str, str], Scenario] = {
    (course.model.procedure.name, one.title): one for course in courses(real()) for one in course.scenarios
}


def written(text: str) -> re.Pattern[str]:
    """Find a text on a screen, where a short form in it may be written out in brackets."""
    return re.compile(re.sub(r"([A-Z]{2,}s?)", r"\1(?: \\([^()]*\\))?", re.escape(text)))


class Room:
    """One device in the room."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.address = page, f"{site}training/"

    def open(self, code: str = "") -> None:
        """Open the room, or a set by its link."""
        self.page.goto("about:blank")
        self.page.goto(self.address + (f"#set={code}" if code else ""))

    def draw(self, *ticked: str, number: int = 3) -> str:
        """Draw a set with these choices, and give its code."""
        for label in ticked:
            self.page.get_by_label(label, exact=True).check()
        self.page.get_by_label("How many scenarios").select_option(str(number))
        self.press("Draw a set")
        return self.code()

    def open_scenario(self, wanted: Scenario) -> None:
        """Open a set of this scenario alone, by a code that Python has found for it."""
        self.open()
        known = json.loads(self.page.locator("[data-room]").get_attribute("data-room") or "")
        place = [one["id"] for one in known["partnerships"]].index(wanted.case.partnership)
        taught = next(one for one in courses(real()) if one.model.procedure.id == wanted.case.partnership)
        chosen = {"partnerships": [place], "kinds": 0, "levels": 0, "borders": 0, "number": 1}
        sets = ({**chosen, "seed": seed} for seed in range(1024))
        found = next(one for one in sets if taught.scenarios[draw(known, one)[0]["at"]] == wanted)
        self.open(write_code(known | {"partnerships": len(known["partnerships"])}, found))
        expect(self.page.locator("[data-set-list] li")).to_contain_text([wanted.title])

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def code(self) -> str:
        """Give the code of the set that is shown."""
        expect(self.page.get_by_role("heading", name=re.compile("A set of"))).to_be_focused()
        return self.page.locator("[data-code]").inner_text()

    def titles(self) -> list[str]:
        """List the set's scenarios, each with its partnership."""
        expect(self.page.get_by_role("heading", name=re.compile("A set of"))).to_be_focused()
        return self.page.locator("[data-set-list] li").all_inner_texts()

    def key(self, name: str, title: str) -> None:
        """Press a key, and wait for the step that it leads to."""
        self.page.keyboard.press(name)
        self.stands_at(title)

    def stands_at(self, title: str) -> None:
        """Make sure that a step is shown and read out."""
        expect(self.page.locator("[data-screen-title]")).to_have_text(title)
        expect(self.page.locator("[data-screen-title]")).to_be_focused()

    @property
    def line(self) -> Locator:
        """The line that says where the step stands."""
        return self.page.locator("[data-step]")

    @property
    def answer(self) -> Locator:
        """The answer on the screen."""
        return self.page.locator("[data-answer]")

    def advice(self, by: str = "table") -> dict[str, Any]:
        """Wait until this one has answered, and give the Advice. Where the case has a day, Python answers it in the end."""
        expect(self.answer).to_have_attribute("data-answered-by", by)
        found: dict[str, Any] = json.loads(self.answer.get_attribute("data-advice") or "")
        return found
