"""Programs beside Python that some tests need: a name in, whether it is here and how to get it out.

`@pytest.mark.needs("nginx")` skips a test where the program is missing, and says so by name in the last line of all;
with CI=true, where everything should be there, it fails.
"""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

# Debian keeps servers where only root's path leads; what comes from npm for the night stands in a folder of its own.
NIGHTLY = Path(__file__).parent / "nightly/node/node_modules/.bin"
WHERE = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin", str(NIGHTLY), str(Path(sys.executable).parent)))


@dataclass(frozen=True)
class Tool:
    """A program: what it may be called, and the command that brings it."""

    names: tuple[str, ...]
    how: str

    def path(self) -> str | None:
        """Say where it is, or that it is missing."""
        return next((found for name in self.names if (found := shutil.which(name, path=WHERE))), None)


TOOLS = {
    "nginx": Tool(("nginx",), "apt-get install nginx libnginx-mod-http-brotli-static"),
    "caddy": Tool(("caddy",), "apt-get install caddy"),
    "apache": Tool(("apache2",), "apt-get install apache2-bin"),
    "firefox": Tool(("firefox-esr", "firefox"), "apt-get install firefox-esr"),
    "webkit": Tool(("WebKitWebDriver",), "apt-get install webkit2gtk-driver"),
    "xvfb": Tool(("Xvfb",), "apt-get install xvfb"),
    "libreoffice": Tool(("soffice",), "apt-get install libreoffice-writer-nogui"),
    "pdftotext": Tool(("pdftotext",), "apt-get install poppler-utils"),
    "wrk": Tool(("wrk",), "apt-get install wrk"),
    "lighthouse": Tool(("lighthouse",), "make nightly"),
    "mutmut": Tool(("mutmut",), "make nightly"),
}


def path_of(name: str) -> str:
    """Say where a tool is; for a test that is marked as needing it."""
    found = TOOLS[name].path()
    assert found is not None, f"mark the test: @pytest.mark.needs({name!r})"
    return found


def missing(names: tuple[str, ...]) -> str:
    """Name those that are not here, with how to get them; empty when all are."""
    lacking = [name for name in names if TOOLS[name].path() is None]
    return ", ".join(f"{name} ({TOOLS[name].how})" for name in lacking)
