"""What Lighthouse makes of the speed of some pages on its own phone: a site behind nginx in, its scores out. A report only."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.nightly.lighthouse import check
from tests.performance.stage import PARTNERSHIP
from tests.servers import nginx
from tests.tools import missing

ROUNDS = 3
PAGES = {
    "the first page": "",
    "an answer": f"{PARTNERSHIP}/next-step/#stage=b&urgency=routine&them=police",
    "a contact list": f"{PARTNERSHIP}/contacts/",
}


@dataclass
class Scores:
    """The scores from 0 to 100 of each page, one a round, and the version that gave them."""

    of: dict[str, list[int]] = field(default_factory=dict)
    version: str = ""


def measure(site: Path, work: Path, scores: Scores) -> Iterator[str]:
    """Let it open each page some times; say what comes out."""
    if lacking := missing(("nginx", "lighthouse")):
        yield f"Lighthouse was not asked. Missing: {lacking}"
        return
    told = (site / "server/nginx.conf").read_text(encoding="utf-8")
    work.mkdir()
    with nginx(site, work, told) as address:
        for _ in range(ROUNDS):
            for what, path in PAGES.items():
                found = check(address + path, ("performance",))
                scores.version = found.version
                scores.of.setdefault(what, []).append(round(found.scores["performance"] * 100))
                yield f"Lighthouse, {what}: {scores.of[what][-1]}"


def section(scores: Scores) -> str:
    """Write it down; empty where nothing was measured."""
    if not scores.of:
        return ""
    rows = [f"| {what} | {median(found):.0f} | {min(found)} - {max(found)} | {len(found)} |" for what, found in scores.of.items()]
    head = ("| page | median | spread | n |", "| --- | --- | --- | --- |")
    said = f"Performance by Lighthouse {scores.version}, its mobile setting, of 100. A report, not a target."
    return f"## Lighthouse\n\n{said}\n\n" + "\n".join((*head, *rows)) + "\n"
