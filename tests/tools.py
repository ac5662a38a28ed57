"""Programs beside Python that some tests need: a name in, whether it is here and how to get it out.

`@pytest.mark.needs("nginx")` skips a test where the program is missing, and says so by name in the last line of all;
with CI=true, where everything should be there, it fails.
"""

import os
import shutil
from dataclasses import dataclass

# Debian keeps servers where only root's path leads.
WHERE = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))


@dataclass(frozen=True)
class Tool:
    """A program: what it may be called, and the packages of Debian that bring it."""

    names: tuple[str, ...]
    packages: str

    def path(self) -> str | None:
        """Say where it is, or that it is missing."""
        return next((found for name in self.names if (found := shutil.which(name, path=WHERE))), None)


TOOLS = {
    "nginx": Tool(("nginx",), "nginx libnginx-mod-http-brotli-static"),
    "caddy": Tool(("caddy",), "caddy"),
    "apache": Tool(("apache2",), "apache2-bin"),
    "firefox": Tool(("firefox-esr", "firefox"), "firefox-esr"),
    "webkit": Tool(("WebKitWebDriver",), "webkit2gtk-driver"),
    "xvfb": Tool(("Xvfb",), "xvfb"),
    "libreoffice": Tool(("soffice",), "libreoffice-writer-nogui"),
    "pdftotext": Tool(("pdftotext",), "poppler-utils"),
    "wrk": Tool(("wrk",), "wrk"),
}


def path_of(name: str) -> str:
    """Say where a tool is; for a test that is marked as needing it."""
    found = TOOLS[name].path()
    assert found is not None, f"mark the test: @pytest.mark.needs({name!r})"
    return found


def missing(names: tuple[str, ...]) -> str:
    """Name those that are not here, with how to get them; empty when all are."""
    lacking = [name for name in names if TOOLS[name].path() is None]
    return ", ".join(f"{name} (apt-get install {TOOLS[name].packages})" for name in lacking)
