"""A device and its network in, a page of Chromium made as slow as that out."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page

# How long a process runs in one turn when it is slowed; as short as a timer keeps well.
TURN = 0.005


@dataclass(frozen=True)
class Device:
    """`down` and `up` in kbit/s, `latency` in milliseconds for each request, `slower` of the processor; 0 is as fast as it goes."""

    name: str
    down: float = 0
    up: float = 0
    latency: float = 0
    slower: int = 1


UNTHROTTLED = Device("unthrottled")
# As WebPageTest sets 4G, and Lighthouse its "slow 4G".
PHONE_4G = Device("4G", 9000, 9000, 170, 4)
PHONE_SLOW = Device("slow 4G", 1600, 750, 150, 4)
# How Lighthouse itself makes up for what DevTools leaves out, such as the handshakes of a connection.
PHONE_LIGHTHOUSE = Device("slow 4G, as Lighthouse sets DevTools for it", 1474.56, 675, 562.5, 4)


def slow_network(session: CDPSession, device: Device) -> None:
    """Let all that the page and its workers fetch arrive as slowly as on the device."""
    # Without this, what workers fetch would not be told to this session either.
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": device.latency,
            "downloadThroughput": device.down * 125 or -1,
            "uploadThroughput": device.up * 125 or -1,
        },
    )


def slow_page(session: CDPSession, device: Device) -> None:
    """Slow the page's own thread, as DevTools does. Workers and compilers go on at full speed."""
    session.send("Emulation.setCPUThrottlingRate", {"rate": device.slower})


@contextmanager
def slow_processes(browser: Browser, page: Page, device: Device) -> Iterator[None]:
    """Slow everything that runs for the page, workers and compilers too: its process stands still for most of each turn."""
    if device.slower == 1:
        yield
        return
    before = renderers(browser)
    over = threading.Event()
    turns = threading.Thread(target=_take_turns, args=(before, device.slower, over))
    turns.start()
    try:
        yield
    finally:
        over.set()
        turns.join()
    assert page.evaluate("() => performance.now()") > 0, "The page did not survive being slowed."


def renderers(browser: Browser) -> list[int]:
    """Give the processes that run pages."""
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [process["id"] for process in found if process["type"] == "renderer"]


def _take_turns(processes: list[int], slower: int, over: threading.Event) -> None:
    while not over.is_set():
        for process in processes:
            _tell(process, signal.SIGSTOP)
        time.sleep(TURN * (slower - 1))
        for process in processes:
            _tell(process, signal.SIGCONT)
        time.sleep(TURN)


def _tell(process: int, what: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # a page of an earlier round may end this moment
        os.kill(process, what)
