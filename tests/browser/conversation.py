"""The conversation as its reader has it: questions by their title, choices by their label, answers by their headline."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from helper.publish.questions import Question, questions
from tests.partnerships import real

NOT_SURE = "I am not sure"
# Every worked example of the real partnerships: the partnership, and the case.
EXAMPLES = [
    pytest.param(name, scenario["case"], id=f"{name}-{scenario['id']}")
    for name, partnership in real().partnerships.items()
    for scenario in partnership.scenarios
]


class Conversation:
    """One reader at the next-step page of one partnership."""

    def __init__(self, page: Page, site: str, partnership: str = "salford") -> None:
        self.page = page
        self.address = f"{site}{partnership}/next-step/"
        self.model = real().partnerships[partnership].model
        self.questions = {question.id: question for question in questions(self.model)}

    def open(self, answers: str = "") -> None:
        """Open the page, or a link into it."""
        self.page.goto(self.address + (f"#{answers}" if answers else ""))

    def heading(self, name: str) -> Locator:
        """Give the heading of a question."""
        return self.page.get_by_role("heading", name=self.questions[name].title)

    def choice(self, name: str, value: str) -> Locator:
        """Give the radio button of a choice, by the label that a reader sees."""
        return self.page.get_by_role("group", name=self.questions[name].title).get_by_label(self._label(name, value))

    def give(self, name: str, value: str) -> None:
        """Answer the question that is asked, which has to be this one."""
        expect(self.heading(name)).to_be_visible()
        if self._is_list(self.questions[name]):
            self.page.get_by_role("combobox", name=self.questions[name].short).select_option(value)
        elif self.questions[name].options:
            self.choice(name, value).check()
        else:
            day, _, time = value.partition("T")
            self.page.get_by_label("Date", exact=True).fill(day)
            self.page.get_by_label("Time, if you know it").fill(time)
        self.press("Continue")

    def answer_all(self, **answers: str) -> dict[str, Any]:
        """Answer the questions as they are asked, and give the Advice."""
        for name, value in answers.items():
            self.give(name, value)
        return self.advice()

    def press(self, name: str) -> None:
        """Press a button by its name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def change(self, name: str) -> None:
        """Go back to a question through the line of answers given."""
        button = self.page.get_by_role("button", name=re.compile(f"(Change|Add) {self.questions[name].short}", re.I))
        if not button.is_visible():
            self.page.get_by_text("Your answers:").click()
        button.click()
        expect(self.heading(name)).to_be_focused()

    @property
    def headline(self) -> Locator:
        """The headline of the answer."""
        return self.answer.get_by_role("heading", level=2)

    @property
    def answer(self) -> Locator:
        """The answer as a whole."""
        return self.page.locator("[data-answer]")

    def advice(self, by: str = "python") -> dict[str, Any]:
        """Wait until this one (`table` or `python`) has answered, and give the Advice."""
        expect(self.headline).to_be_focused()
        expect(self.answer).to_have_attribute("data-answered-by", by)
        found: dict[str, Any] = json.loads(self.answer.get_attribute("data-advice") or "")
        expect(self.headline).to_have_text(found["headline"]["text"])
        return found

    def _label(self, name: str, value: str) -> str:
        return next(option.label for option in self.questions[name].options if option.id == value)

    @staticmethod
    def _is_list(question: Question) -> bool:
        return bool(question.groups)
