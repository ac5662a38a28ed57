"""How many changes of the engine a test notices: `make mutants`, or a part of it, ARGS="helper.engine.workdays.*".

mutmut changes the engine in one place at a time, in its own copy of the project in mutants/, and runs the tests that come by that
place. What it found stands in mutants/ and is read from there; `tests/nightly/survivors.md` is written from it.
"""

import ast
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path

from tests.nightly.survivors import reason_for

ROOT = Path(__file__).parents[2]
COPY = ROOT / "mutants"
REPORT = ROOT / "tests" / "nightly" / "survivors.md"
# As mutmut writes it down: a test failed, or took for ever; every test passed; no test comes by.
KILLED, SURVIVED, UNTESTED = (1, 3, 36, -24, 24, 152, 255), 0, 33
HEAD = """# Changes of the engine that no test notices

Written by `make mutants` (docs/decisions/0029-hard-to-break.md). A change that a test notices is killed; so is one that
takes for ever. Of the others, each is here with why it may be.
"""


@dataclass(frozen=True)
class Mutant:
    """One change: the module it is in, its name, and how it ended as mutmut writes it down; None where it was not tried."""

    module: str
    name: str
    ended: int | None


def run(names: list[str]) -> None:
    """Try the changes with these names, or all of them; what was tried before is not tried again unless it is named."""
    # Which test comes by which change is asked anew, in a minute: a test that was changed may come by others.
    (COPY / "mutmut-stats.json").unlink(missing_ok=True)
    subprocess.run([str(Path(sys.executable).with_name("mutmut")), "run", *names], cwd=ROOT, check=True)


def found() -> list[Mutant]:
    """Read what became of every change."""
    mutants = []
    for file in sorted((COPY / "helper" / "engine").rglob("*.meta")):
        module = file.relative_to(COPY / "helper" / "engine").as_posix().removesuffix(".py.meta")
        ended = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        mutants += [Mutant(module, name, code) for name, code in ended.items()]
    return mutants


def share_killed(mutants: list[Mutant]) -> float:
    """Give the share of those tried that a test noticed."""
    tried = [mutant for mutant in mutants if mutant.ended is not None]
    return sum(mutant.ended in KILLED for mutant in tried) / len(tried) if tried else 0.0


def change(mutant: Mutant) -> tuple[str, str]:
    """Give the lines that a change takes out of a function, and those that it puts in their place."""
    name = mutant.name.rpartition(".")[2]
    original = f"{name.rpartition('__mutmut_')[0]}__mutmut_orig"
    text = (COPY / "helper" / "engine" / f"{mutant.module}.py").read_text(encoding="utf-8")
    functions = {node.name: node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)}
    before, after = (
        (ast.get_source_segment(text, functions[one]) or "").replace(one, "f", 1).splitlines() for one in (original, name)
    )
    lines = list(ndiff(before, after))
    return tuple(" ".join(line[2:].strip() for line in lines if line.startswith(sign)) for sign in "-+")  # type: ignore[return-value]


def report(mutants: list[Mutant]) -> Iterator[str]:
    """Say in Markdown how many changes of each module were noticed, and list the others, each with why it may be."""
    yield HEAD
    yield "| module | changes | killed | survived | no test comes by | not tried |\n| --- | --: | --: | --: | --: | --: |"
    for module in sorted({mutant.module for mutant in mutants}):
        yield _row(module, [mutant for mutant in mutants if mutant.module == module])
    yield _row("all", mutants)
    yield f"\nKilled of those tried: {share_killed(mutants):.1%}.\n"
    for mutant in mutants:
        if mutant.ended in (SURVIVED, UNTESTED):
            before, after = change(mutant)
            yield f"- `{mutant.module}`: `{before}` became `{after}`. {reason_for(mutant.module, before, after)}"


def _row(name: str, mutants: list[Mutant]) -> str:
    ended = Counter("killed" if mutant.ended in KILLED else mutant.ended for mutant in mutants)
    return f"| {name} | {len(mutants)} | {ended['killed']} | {ended[SURVIVED]} | {ended[UNTESTED]} | {ended[None]} |"


def main(names: list[str]) -> int:
    """Run, write the report, and say how it went."""
    run(names)
    mutants = found()
    REPORT.write_text("\n".join(report(mutants)) + "\n", encoding="utf-8")
    sys.stdout.write(f"{share_killed(mutants):.1%} of the changes tried are noticed; see {REPORT.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
