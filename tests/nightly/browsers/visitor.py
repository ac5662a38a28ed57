"""What a reader does in any browser: looks for a thing by the name that it shows, presses it, and waits for what follows."""

import json
import time
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.publish.questions import questions
from tests.nightly.browsers.drivers import Driver
from tests.partnerships import real

PATIENCE = 90  # seconds: Python starts in one of three browsers, on a busy machine
HERE = "[data-visitor]"
# Marks the one thing that a reader sees under a name, so that the driver can press it as a hand does.
FIND = """(kind, name) => {
    const say = ($one) => ($one.innerText || $one.getAttribute("aria-label") || "").replace(/\\s+/g, " ").trim();
    const $all = [...document.querySelectorAll(kind)].filter(($one) => $one.getClientRects().length > 0);
    const $found = $all.find(($one) => say($one) === name) ?? $all.find(($one) => say($one).startsWith(name));
    for (const $old of document.querySelectorAll("[data-visitor]")) $old.removeAttribute("data-visitor");
    $found?.setAttribute("data-visitor", "");
    $found?.scrollIntoView({ block: "center" });
    return !!$found;
}"""
ADVICE = """(by) => {
    const $answer = document.querySelector("[data-answer]");
    return $answer && !$answer.hidden && $answer.dataset.answeredBy === by ? $answer.dataset.advice : null;
}"""


class Visitor:
    """One reader in one browser."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        """Go to an address, from a page that knows nothing of it."""
        self.driver.open("about:blank")
        self.driver.open(address)

    def wait(self, script: str, *given: object) -> Any:
        """Wait until a function gives something, and give that."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if found := self.driver.run(script, *given):
                return found
            time.sleep(0.1)
        raise AssertionError(f"never: {script} {given}\n{self.text('body')[:2000]}")

    def press(self, name: str, kind: str = "button, a[href], summary, label") -> None:
        """Press what shows a name, or begins with it."""
        self.wait(FIND, kind, name)
        self.driver.press(HERE)

    def reads(self, text: str, kind: str = "body") -> None:
        """Wait until a text is seen."""
        self.wait(
            "(kind, text) => [...document.querySelectorAll(kind)].some(($one) => ($one.innerText ?? '').includes(text))", kind, text
        )

    def text(self, selector: str) -> str:
        """Give what is seen of an element."""
        return str(self.driver.run("(selector) => document.querySelector(selector)?.innerText ?? ''", selector))

    def enter(self, name: str, value: str) -> None:
        """Put a value into a field by its name in the page, as a picker of the browser's own does."""
        done = """(name, value) => {
            const $field = document.querySelector(`[name="${name}"]`);
            if (!$field?.getClientRects().length) return false;
            $field.value = value;
            for (const type of ["input", "change"]) $field.dispatchEvent(new Event(type, { bubbles: true }));
            return true;
        }"""
        self.wait(done, name, value)

    def choose(self, label: str, value: str) -> None:
        """Choose in a list by its label, once the page offers it."""
        done = """(label, value) => {
            const $list = [...document.querySelectorAll("select")].find(
                ($one) => $one.getClientRects().length && $one.labels[0]?.textContent.trim() === label && !$one.disabled,
            );
            if (![...($list?.options ?? [])].some(($one) => $one.value === value)) return false;
            $list.value = value;
            for (const type of ["input", "change"]) $list.dispatchEvent(new Event(type, { bubbles: true }));
            return true;
        }"""
        self.wait(done, label, value)

    def answer(self, partnership: str, **answers: str) -> None:
        """Answer the questions of a partnership as they are asked."""
        asked = {question.id: question for question in questions(real().partnerships[partnership].model)}
        for name, value in answers.items():
            self.reads(asked[name].title, "h2")
            if name == "since":
                day, _, hour = value.partition("T")
                self.enter("since-date", day)
                self.enter("since-time", hour)
            elif asked[name].groups:
                self.enter(name, value)
            else:
                self.press(next(option.label for option in asked[name].options if option.id == value), "label")
            self.press("Continue", "button")

    def advice(self, by: str = "python") -> dict[str, Any]:
        """Wait until this one has answered, and give the Advice."""
        found: dict[str, Any] = json.loads(self.wait(ADVICE, by))
        return found


def expected(partnership: str, **case: object) -> dict[str, Any]:
    """Give what CPython answers, as it comes out of JSON."""
    model = real().partnerships[partnership].model
    answered: dict[str, Any] = json.loads(json.dumps(advise(model, read_case(model, {"partnership": partnership, **case}))))
    return answered
