"""How long each Python takes from being asked for until the procedure is open in it; then how long one answer takes."""

import json
import random
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from helper.engine.case import OPTIONAL, choices
from helper.engine.model import START
from helper.publish.read import read_library
from tests.performance.chromium import fresh, opened
from tests.performance.device import PHONE_4G, PHONE_SLOW, UNTHROTTLED, Device, slow_network, slow_page, slow_processes
from tests.performance.figures import Figures, Row
from tests.performance.stage import PARTNERSHIP, ROOT

READY, ASKED = "engine ready", "one answer by Python"
CONTENDERS = ("ours", "stock", "micropython")
# The same device, but only the page's own thread is slow, as DevTools has it.
PAGE_ONLY = ", page's thread only"
MANY = 40
START_ONE, TIME_ANSWERS = "() => bench.start()", "(requests) => bench.time(requests)"


def measure(browser: Browser, site: str, runs: int, figures: Figures) -> Iterator[str]:
    """Start every contender in turn, round after round; say after each round how far it is."""
    requests = _requests()
    with ExitStack() as regulars:
        known = {who: regulars.enter_context(fresh(browser)) for who in CONTENDERS}
        for who in CONTENDERS * 2:
            start(browser, known[who], site, who, UNTHROTTLED)
        for run in range(runs):
            for device in (UNTHROTTLED, PHONE_4G):
                for who in CONTENDERS:
                    with fresh(browser) as newcomer:
                        figures.add(Row(READY, who, device.name, "cold"), start(browser, newcomer, site, who, device))
                    figures.add(Row(READY, who, device.name, "warm"), start(browser, known[who], site, who, device))
            answers = {who: _answers(known[who], site, who, requests, figures) for who in ("ours", "stock")}
            assert answers["ours"] == answers["stock"], "The contenders do not do the same work."
            yield f"engines, round {run + 1} of {runs}"
        for run in range(max(1, runs // 2)):
            _slow_lines(browser, site, figures)
            yield f"engines on slow lines, round {run + 1} of {max(1, runs // 2)}"


def start(browser: Browser, context: BrowserContext, site: str, who: str, device: Device, only_page: bool = False) -> float:
    """Start one contender in a page that stands already; return the milliseconds that it took."""
    with opened(context) as (page, session):
        page.goto(f"{site}bench/{who}.html")
        slow_network(session, device)
        if only_page:
            slow_page(session, device)
            return float(page.evaluate(START_ONE))
        with slow_processes(browser, page, device):
            return float(page.evaluate(START_ONE))


def _slow_lines(browser: Browser, site: str, figures: Figures) -> None:
    """What takes longest, in fewer rounds."""
    for who in CONTENDERS:
        with fresh(browser) as newcomer:
            took = start(browser, newcomer, site, who, PHONE_4G, only_page=True)
            figures.add(Row(READY, who, PHONE_4G.name + PAGE_ONLY, "cold"), took)
        with fresh(browser) as newcomer:
            figures.add(Row(READY, who, PHONE_SLOW.name, "cold"), start(browser, newcomer, site, who, PHONE_SLOW))


def _answers(context: BrowserContext, site: str, who: str, requests: list[str], figures: Figures) -> str:
    """Put the same questions to a contender that was started just now; return its last answer."""
    with opened(context) as (page, _):
        page.goto(f"{site}bench/{who}.html")
        page.evaluate(START_ONE)
        page.evaluate(TIME_ANSWERS, requests[:2])  # what is only done once
        found: dict[str, Any] = page.evaluate(TIME_ANSWERS, requests)
        figures.add(Row(ASKED, who, UNTHROTTLED.name, "warm"), *found["took"])
        return str(found["said"])


def _requests() -> list[str]:
    """Make the same questions each time: cases of the partnership, chosen by lot."""
    known, lot = choices(read_library(ROOT).partnerships[PARTNERSHIP].model), random.Random(1)
    made = []
    for _ in range(MANY):
        case: dict[str, object] = {name: lot.choice(values) for name, values in known.items() if name not in OPTIONAL}
        case |= {name: lot.choice(known[name]) for name in OPTIONAL if known[name] and lot.random() < 0.5}
        case["resolved"] = case["stage"] != START and lot.random() < 0.2
        made.append(json.dumps({"do": "advise", "case": case, "root": "../../"}))
    return made
