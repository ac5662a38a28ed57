"""How long a reader waits for the first answer, from the navigation until it stands painted, and what had arrived by then."""

from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext

from tests.performance.chromium import WATCH, Wire, fresh, opened
from tests.performance.device import PHONE_4G, PHONE_LIGHTHOUSE, PHONE_SLOW, UNTHROTTLED, Device, slow_network, slow_page
from tests.performance.figures import Figures, Row

PAGE = "salford/next-step/#stage=b&urgency=routine&them=police"
ANSWER, BYTES, PYTHON = "first answer", "bytes before the first answer", "answer confirmed by Python"
DEVICES = (UNTHROTTLED, PHONE_4G, PHONE_SLOW, PHONE_LIGHTHOUSE)
# Where Python, too, is waited for; on the slow line the bench of the engine says enough.
WITH_PYTHON = (UNTHROTTLED, PHONE_4G)
SAW = "(by) => globalThis.benchPainted?.[by]"


def measure(browser: Browser, site: str, runs: int, figures: Figures) -> Iterator[str]:
    """Visit the helper for the first time and again, on each device; say after each round how far it is."""
    with fresh(browser) as regular:
        for _ in range(2):
            _visit(regular, site, UNTHROTTLED, True)
        for run in range(runs):
            for device in DEVICES:
                waits = device in WITH_PYTHON
                with fresh(browser) as newcomer:
                    _note(figures, device, "cold", _visit(newcomer, site, device, waits))
                _note(figures, device, "warm", _visit(regular, site, device, waits))
            yield f"first answer, round {run + 1} of {runs}"


def _visit(context: BrowserContext, site: str, device: Device, waits: bool) -> dict[str, float]:
    """Open an answer from its link; return milliseconds and bytes by what they are of."""
    with opened(context) as (page, session):
        page.add_init_script(path=WATCH)
        wire = Wire(session)
        slow_network(session, device)
        slow_page(session, device)
        page.goto(site + PAGE, wait_until="commit")
        answer = page.wait_for_function(SAW, arg="table").json_value()
        bytes_then = wire.until((page.evaluate("() => performance.timeOrigin") + answer) / 1000)
        found = {ANSWER: answer, BYTES: bytes_then}
        if waits:
            found[PYTHON] = page.wait_for_function(SAW, arg="python").json_value()
        return found


def _note(figures: Figures, device: Device, state: str, found: dict[str, float]) -> None:
    for what, figure in found.items():
        figures.add(Row(what, "ours", device.name, state), figure)
