"""The site behind nginx on this machine: how many answers it gives a second, and what a first and a second visit weigh.

Bounded: every round takes a few seconds, and nothing leaves the machine.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, expect

from tests.performance.chromium import PATIENCE, fresh
from tests.performance.sizes import before_the_answer, engine
from tests.performance.stage import PARTNERSHIP
from tests.servers import nginx
from tests.tools import missing, path_of

SECONDS, CONNECTIONS = 5, 32
CASE = "#stage=b&urgency=routine&them=police"
# What wrk asks for in turn.
IN_TURN = """local paths, at = {{ {paths} }}, 0
request = function() at = at % #paths + 1 return wrk.format("GET", paths[at]) end
"""
MONTH = 30 * 24 * 3600
# Twenty-two working days of eight hours: when professionals ask.
AT_WORK = 22 * 8 * 3600
VISITS = 1_000_000


@dataclass(frozen=True)
class Rate:
    """What was asked for, over and over: answers a second, bytes a second, and how many answers were no success."""

    what: str
    answers: float
    bytes: float
    failed: int


@dataclass(frozen=True)
class Visit:
    """A visit from the navigation until Python has answered: the requests, and the bytes sent for them, headers too."""

    state: str
    requests: int
    bytes: int


@dataclass
class Load:
    """All that was measured."""

    rates: list[Rate] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)


def measure(browser: Browser, site: Path, work: Path, load: Load) -> Iterator[str]:
    """Measure the visits, then let wrk ask; say what comes out."""
    if lacking := missing(("nginx", "wrk")):
        yield f"The load was not measured. Missing: {lacking}"
        return
    told = (site / "server/nginx.conf").read_text(encoding="utf-8")
    log = work / "bytes.log"
    with nginx(site, _folder(work, "visits"), told, log=log) as address, fresh(browser) as context:
        for state in ("cold", "warm"):
            log.write_bytes(b"")
            _visit(context, address)
            sent = [int(line) for line in log.read_text(encoding="utf-8").split()]
            load.visits.append(Visit(state, len(sent), sum(sent)))
            yield f"a {state} visit: {len(sent)} requests, {sum(sent):,} bytes"
    answer = [one.path for one in before_the_answer(site, PARTNERSHIP)]
    python = [one.path for one in engine(site, PARTNERSHIP)]
    asked = {"the first page": [""], "what an answer needs": answer, "Python": python}
    with nginx(site, _folder(work, "wrk"), told) as address:
        for what, paths in asked.items():
            load.rates.append(_ask(address, what, paths, work / "paths.lua"))
            yield f"{what}: {load.rates[-1].answers:,.0f} answers a second"


def section(load: Load) -> str:
    """Write what was measured, and what a million visits would take; empty where nothing was."""
    if not load.rates:
        return ""
    cold, warm = load.visits
    text = "## Load\n\nnginx with the configuration that the site offers, one process, asked by `wrk` on the same machine"
    text += f" ({CONNECTIONS} connections, {SECONDS} s each). Both share its processor, so a server alone gives more.\n\n"
    rows = [f"| {one.what} | {one.answers:,.0f} | {one.bytes / 1e6:,.1f} MB | {one.failed} |" for one in load.rates]
    text += "\n".join(("| asked for, in turn | answers a second | sent a second | failed |", "| --- | --- | --- | --- |", *rows))
    text += "\n\nA visit to the helper, until Python has answered; bytes as nginx sent them, headers too:\n\n"
    visits = [f"| {one.state} | {one.requests} | {one.bytes:,} |" for one in load.visits]
    return (
        text
        + "\n".join(("| visit | requests | bytes |", "| --- | --- | --- |", *visits))
        + f"\n\n{_a_million(cold, warm, load)}\n\n"
    )


def _a_million(cold: Visit, warm: Visit, load: Load) -> str:
    """Say it in a paragraph, every number from what was measured."""
    busy = VISITS / AT_WORK
    answers = {rate.what: rate.answers for rate in load.rates}
    return (
        f"A million visits a month, if every one were a first visit: {cold.bytes * VISITS / 1e12:.2f} TB a month, which is"
        f" {cold.bytes * 8 * VISITS / MONTH / 1e6:.0f} Mbit/s on average, or {cold.bytes * 8 * busy / 1e6:.0f} Mbit/s"
        " if all of them come in office hours (22 days of 8 hours:"
        f" {busy:.1f} visits and {busy * cold.requests:.0f} requests a second)."
        f" If every one were a second visit: {warm.bytes * VISITS / 1e9:.1f} GB and {warm.requests} requests each."
        f" The one process above gave {answers['what an answer needs']:,.0f} answers a second, of what an answer needs."
        " All of it is files, and those that weigh have names that never change, so any CDN holds them at its edge and asks the"
        " server itself for little more than the pages. There is nothing to compute and nothing to scale."
    )


def _visit(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}{PARTNERSHIP}/next-step/{CASE}")
    expect(page.locator("[data-answer]")).to_have_attribute("data-answered-by", "python", timeout=PATIENCE)
    page.close()


def _ask(address: str, what: str, paths: list[str], script: Path) -> Rate:
    """Let wrk ask for some paths in turn, as a browser that takes brotli."""
    script.write_text(IN_TURN.format(paths=", ".join(f'"/{path}"' for path in paths)), encoding="utf-8")
    command = [
        path_of("wrk"),
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{SECONDS}s",
        "-H",
        "Accept-Encoding: br, gzip",
        "-s",
        str(script),
        address,
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS + 60).stdout
    return read_rate(what, said)


def read_rate(what: str, said: str) -> Rate:
    """Read what wrk says."""
    answers = re.search(r"Requests/sec:\s+([\d.]+)", said)
    sent = re.search(r"Transfer/sec:\s+([\d.]+)([KMG]?)B", said)
    assert answers, said
    assert sent, said
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return Rate(what, float(answers[1]), float(sent[1]) * 1024 ** " KMG".index(sent[2] or " "), int(failed[1]) if failed else 0)


def _folder(work: Path, name: str) -> Path:
    (work / name).mkdir()
    return work / name
