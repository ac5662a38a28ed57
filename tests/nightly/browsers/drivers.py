"""Firefox and WebKitGTK behind one small face, so that each journey is written once and gone through in both."""

import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.tools import path_of

HERE = Path(__file__).parent
# puppeteer switches it off, and then pages from a disk may read each other, which no reader's Firefox lets them.
AS_READERS_HAVE_IT = {"security.fileuri.strict_origin_policy": True}
KEYS = {"Tab": Keys.TAB, "Enter": Keys.ENTER, "Space": Keys.SPACE}
# Of the Debian package libwebkit2gtk, in the folder of whatever version there is.
MINI_BROWSERS = "/usr/lib", "*/webkit2gtk-*/MiniBrowser"


LISTEN = """() => {
    globalThis.complaints = [];
    addEventListener("error", (event) => complaints.push(String(event.message)));
    addEventListener("unhandledrejection", (event) => complaints.push(String(event.reason)));
}"""


class Driver(Protocol):
    """A browser with one page in it. A script is a function as text; what it returns comes back as plain data."""

    def open(self, address: str) -> None:
        """Go to an address."""

    def run(self, script: str, *given: object) -> Any:
        """Run a function in the page, or in the frame that was entered."""

    def press(self, selector: str) -> None:
        """Click as a hand does."""

    def fill(self, selector: str, text: str) -> None:
        """Write into a field."""

    def key(self, name: str) -> None:
        """Press a key."""

    def enter(self, selector: str) -> None:
        """Go into a frame of the page."""

    def leave(self) -> None:
        """Go back to the page itself."""

    def size(self, width: int, height: int) -> None:
        """Give the page a size, in CSS pixels."""

    def picture(self, file: Path) -> None:
        """Take a picture of what is seen."""

    def complaints(self) -> list[str]:
        """Give what the page complained of since this was asked last."""

    def version(self) -> str:
        """Name the browser and its version."""


class Firefox:
    """Firefox over WebDriver BiDi, through a process of Node."""

    def __init__(self, preferences: Mapping[str, object]) -> None:
        node = shutil.which("node")
        assert node is not None
        given = json.dumps({**AS_READERS_HAVE_IT, **preferences})
        command = [node, str(HERE / "firefox.mjs"), path_of("firefox"), given]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _ask(self, *asked: object) -> Any:
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline() or '{"error": "Firefox is gone."}')
        assert "error" not in answer, f"{asked}: {answer['error']}"
        return answer.get("value")

    def open(self, address: str) -> None:
        self._ask("open", address)

    def run(self, script: str, *given: object) -> Any:
        return self._ask("run", script, given)

    def press(self, selector: str) -> None:
        self._ask("press", selector)

    def fill(self, selector: str, text: str) -> None:
        self._ask("fill", selector, text)

    def key(self, name: str) -> None:
        self._ask("key", name)

    def enter(self, selector: str) -> None:
        self._ask("enter", selector)

    def leave(self) -> None:
        self._ask("leave")

    def size(self, width: int, height: int) -> None:
        self._ask("size", width, height)

    def picture(self, file: Path) -> None:
        self._ask("picture", str(file))

    def complaints(self) -> list[str]:
        found: list[str] = self._ask("complaints")
        return found

    def version(self) -> str:
        return str(self._ask("version"))

    def close(self) -> None:
        """Close the browser."""
        self._process.communicate(timeout=60)


class WebKit:
    """WebKitGTK's own small browser over WebDriver. It tells nobody what a page complains of, so the page is listened to from
    the moment that it stands; what it complained of before that is not heard."""

    def __init__(self, display: str, log: Path) -> None:
        options = Options()
        folder, pattern = MINI_BROWSERS
        options.binary_location = str(next(Path(folder).glob(pattern)))
        options.add_argument("--automation")
        # As root it has no sandbox to put its pages into.
        around = {**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        service = Service(path_of("webkit"), log_output=str(log), env=around)
        with warnings.catch_warnings():  # of selenium's about itself
            warnings.simplefilter("ignore", DeprecationWarning)
            self._driver = webdriver.WebKitGTK(options=options, service=service)
        self._driver.set_script_timeout(60)

    def open(self, address: str) -> None:
        self._driver.get(address)
        self.run(LISTEN)

    def run(self, script: str, *given: object) -> Any:
        wait = (
            "const done = arguments[arguments.length - 1];"
            f"Promise.resolve(({script})(...arguments[0]))"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }));"
        )
        answer = self._driver.execute_async_script(wait, list(given))  # type: ignore[no-untyped-call]
        assert "error" not in answer, f"{script}: {answer['error']}"
        return answer.get("value")

    def press(self, selector: str) -> None:
        self._driver.find_element(By.CSS_SELECTOR, selector).click()

    def fill(self, selector: str, text: str) -> None:
        field = self._driver.find_element(By.CSS_SELECTOR, selector)
        field.clear()
        field.send_keys(text)

    def key(self, name: str) -> None:
        self._driver.switch_to.active_element.send_keys(KEYS[name])

    def enter(self, selector: str) -> None:
        self._driver.switch_to.frame(self._driver.find_element(By.CSS_SELECTOR, selector))

    def leave(self) -> None:
        self._driver.switch_to.default_content()

    def size(self, width: int, height: int) -> None:
        self._driver.set_window_size(width, height)

    def picture(self, file: Path) -> None:
        self._driver.save_screenshot(str(file))

    def complaints(self) -> list[str]:
        found: list[str] = self.run("() => (globalThis.complaints ?? []).splice(0)")
        return found

    def version(self) -> str:
        known = self._driver.capabilities
        return f"{known['browserName']} {known['browserVersion']}"

    def close(self) -> None:
        """Close the browser."""
        self._driver.quit()


@contextmanager
def firefox(**preferences: object) -> Iterator[Driver]:
    """Give a Firefox, with these preferences (a dot is written as two underscores)."""
    browser = Firefox({name.replace("__", "."): value for name, value in preferences.items()})
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def webkit(log: Path) -> Iterator[Driver]:
    """Give a WebKitGTK on a screen of its own; it logs into a file."""
    number, tell = os.pipe()
    screen = subprocess.Popen(
        [path_of("xvfb"), "-displayfd", str(tell), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=(tell,),
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    try:
        with os.fdopen(number) as said:
            display = f":{said.readline().strip()}"
        browser = WebKit(display, log)
        try:
            yield browser
        finally:
            browser.close()
    finally:
        screen.terminate()
        screen.wait(30)
