"""Ask whether a pinned package has a known weakness: `make audit`. Exit status 0: none; 1: some; 3: not all could be asked about.

PyPI and npm know of weaknesses; both are told the names and versions in the lock files, and nothing else. A package of which nobody
could be asked is named: silence is not "clean".
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PIP_AUDIT = ROOT / ".cache" / "audit" / "bin" / "pip-audit"
CLEAN, FOUND, NOT_ASKED = 0, 1, 3
PATIENCE = "20"  # seconds for one answer
LATER = "Try again where the network lets it through."


@dataclass(frozen=True)
class Answer:
    """What was said of a lock file: of how many packages, the weaknesses, and of how many others nothing was said, and why."""

    file: str
    asked: int = 0
    weaknesses: tuple[str, ...] = ()
    unknown: int = 0
    why: str = ""

    def __str__(self) -> str:
        """Say it in a line, and a line for each weakness."""
        lines = [f"{self.file}: {self.asked} packages asked about, {len(self.weaknesses)} known weaknesses."]
        lines += [f"  {weakness}" for weakness in self.weaknesses]
        if self.unknown or self.why:
            which = f"about {self.unknown} packages" if self.unknown else "about any package"
            lines.append(f"  Nobody could be asked {which}: {self.why}")
        return "\n".join(lines)


Run = Callable[[list[str]], subprocess.CompletedProcess[str]]


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command in the project's folder."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def answers(root: Path = ROOT, run: Run = run) -> Iterator[Answer]:
    """Ask about every lock file of the project."""
    for file in sorted(root.glob("requirements*.txt")):
        command = [str(PIP_AUDIT), "--disable-pip", "--require-hashes", "--progress-spinner=off", f"--timeout={PATIENCE}"]
        yield of_pip(file.name, run([*command, "--format=json", f"--requirement={file}"]))
    for file in (path for path in sorted(root.rglob("package-lock.json")) if "node_modules" not in path.parts):
        yield of_npm(file.relative_to(root).as_posix(), run(["npm", "audit", "--json", f"--prefix={file.parent}"]))


def of_pip(file: str, done: subprocess.CompletedProcess[str]) -> Answer:
    """Read what pip-audit found. It calls clean what it could not ask about, so each package is looked at."""
    plain = _json(done.stdout)
    if "dependencies" not in plain:
        return Answer(file, why=f"{_last(done.stderr)} {LATER}")
    known = [one for one in plain["dependencies"] if "skip_reason" not in one]
    skipped = [one for one in plain["dependencies"] if "skip_reason" in one]
    weak = tuple(
        f"{one['name']} {one['version']}: {weakness['id']}, mended in {', '.join(weakness['fix_versions']) or 'no version yet'}"
        for one in known
        for weakness in one["vulns"]
    )
    why = f"{skipped[0]['skip_reason']}. {LATER}" if skipped else ""
    return Answer(file, len(known), weak, len(skipped), why)


def of_npm(file: str, done: subprocess.CompletedProcess[str]) -> Answer:
    """Read what npm found."""
    plain = _json(done.stdout)
    if "vulnerabilities" not in plain:
        return Answer(file, why=f"{plain.get('message') or _last(done.stderr)}. {LATER}")
    asked = plain.get("metadata", {}).get("dependencies", {}).get("total", 0)
    weak = (f"{name} {one.get('range', '')}: {one['severity']}" for name, one in sorted(plain["vulnerabilities"].items()))
    return Answer(file, asked, tuple(weak))


def status(given: list[Answer]) -> int:
    """Tell how it ended: a weakness outweighs a silence, and a silence is not clean."""
    if any(one.weaknesses for one in given):
        return FOUND
    return NOT_ASKED if not given or any(one.why for one in given) else CLEAN


def _json(text: str) -> dict[str, Any]:
    try:
        plain = json.loads(text)
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}


def _last(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "It gave no answer."


ENDS = {
    CLEAN: "Clean: no package has a known weakness.",
    FOUND: "Mend: take a version without it in pyproject.toml or package.json, then make lock and make test.",
    NOT_ASKED: "Not known: somebody could not be asked. This is not the same as clean.",
}


def main() -> int:
    """Ask, say what was answered, and return how it ended."""
    given = []
    for answer in answers():
        given.append(answer)
        print(answer, flush=True)
    print(ENDS[status(given)])
    return status(given)


if __name__ == "__main__":
    sys.exit(main())
