"""Google's own check of a page, as its phone sees it: an address in, what it found out."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Any

from tests.tools import path_of

FLAGS = ["--headless=new", "--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
HELD = ("accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Checked:
    """What was found of a page: each category's score from 0 to 1, and the names of the audits that cost something, by category."""

    scores: dict[str, float]
    costly: dict[str, list[str]]
    version: str


def check(address: str, categories: tuple[str, ...] = HELD) -> Checked:
    """Let Lighthouse open a page and judge it."""
    command = [path_of("lighthouse"), address, "--quiet", "--output=json", f"--only-categories={','.join(categories)}"]
    chromium = next(
        path for name in (os.environ.get("CHROMIUM_PATH"), "chromium", "google-chrome") if name and (path := shutil.which(name))
    )
    environment = {**os.environ, "CHROME_PATH": chromium}
    # It takes part in no statistics: the flag answers the question that it would ask.
    command += ["--no-enable-error-reporting", f"--chrome-flags={' '.join(FLAGS)}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return _read(json.loads(done.stdout))


def _read(report: dict[str, Any]) -> Checked:
    assert "runtimeError" not in report, report.get("runtimeError")
    categories = report["categories"]
    scores = {name: category["score"] for name, category in categories.items()}
    costly = {
        name: [
            one["id"]
            for one in category["auditRefs"]
            if one["weight"]
            and (report["audits"][one["id"]]["score"] or 0) < 1
            and report["audits"][one["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
        ]
        for name, category in categories.items()
    }
    return Checked(scores, costly, report["lighthouseVersion"])
