"""Whatever happens to a procedure file: problems that name their place and their mend, or a model that answers. Never a site."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as any_
from mkdocs.exceptions import PluginError

from helper.publish import hook
from helper.publish.problems import Problem
from tests.partnerships import ROOT
from tests.publish.fuzzed import Fuzzed
from tests.publish.mutations import KINDS, mutate, put_elsewhere
from tests.publish.traps import BOMBS

NAMES = sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "procedures").rglob("*.yml"))
PROCEDURE = "procedures/salford/procedure.yml"
# Drawn the same at every run. Nothing is made smaller, since what fails is told by its kind and seed, and tried again by them.
lot = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
)
changes = (any_.sampled_from(NAMES), any_.sampled_from(sorted(KINDS)), any_.binary(min_size=8, max_size=8))


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        yield Fuzzed(tmp_path_factory.mktemp("fuzzed"), patch)


@settings(lot, max_examples=500)
@given(*changes)
def test_a_changed_file_is_answered_with_problems_or_with_a_model(fuzzed: Fuzzed, name: str, kind: str, seed: bytes) -> None:
    fuzzed.hold(name, mutate(fuzzed.whole[name], kind, seed))


# What got through once, or took for ever.
TRAPS = {
    "a number of 5,000 figures": "x: " + "9" * 5_000,
    "a number of 4,000 figures to another base": "x: 0x" + "f" * 4_000,
    "fields merged from elsewhere": "<<: {x: y}",
    "a list of fields to merge": "<<: [{x: y}, {z: y}]",
    "a character that there is not": 'x: "\\U00110000"',
    "half a character": '"\\ud800": x',
    "a name that is a list in a list": "? " * 40 + "a",
    "a name written as a number and as text": "1: a\n'1': b",
    "lists in lists in lists": "[" * 100_000,
    "another version of YAML": "%YAML 1.1",
    "a line that ends in a way that not everybody sees": "x: y\u2028z: [",
    "a text that a search for addresses reads again and again": f"x: {'a' * 400_000}@",
}


@pytest.mark.parametrize("line", TRAPS.values(), ids=TRAPS)
def test_a_trap_is_a_problem_in_its_own_line(fuzzed: Fuzzed, line: str) -> None:
    before = fuzzed.whole[PROCEDURE]
    found = fuzzed.hold(PROCEDURE, before + f"{line}\n".encode())
    assert min(problem.line for problem in found) > before.count(b"\n")


@pytest.mark.parametrize("lines", BOMBS)
def test_nothing_is_taken_from_what_yaml_can_do_beyond_writing_things_down(fuzzed: Fuzzed, lines: str) -> None:
    assert fuzzed.hold(PROCEDURE, fuzzed.whole[PROCEDURE] + f"{lines}\n".encode())


@pytest.mark.parametrize("how", ["nothing", "folder", "link to nothing", "link round"])
@pytest.mark.parametrize("name", [PROCEDURE, "procedures/agencies.yml"])
def test_what_is_no_file_is_a_file_that_is_missing(fuzzed: Fuzzed, name: str, how: str) -> None:
    with fuzzed.put_right(name):
        put_elsewhere(fuzzed.root / name, how)
        found = fuzzed.outcome()
    assert (name, "This file is missing.") in {(problem.file, problem.what) for problem in found}


def test_a_text_is_not_too_long_for_the_reader_of_a_problem() -> None:
    line = f"id: {'x' * 5_000}"
    said = str(Problem("a.yml", 1, 4_000, f'The id is "{"x" * 5_000}".', "Write another.", line))
    assert len(said) < 3_000
    shown, mark = said.splitlines()[1:3]
    assert mark.index("^") <= len(shown)


def test_a_problem_can_be_printed_whatever_the_file_holds() -> None:
    said = str(Problem("a.yml", 1, 5, 'It is "\ud800\x1b[2J".', "Write\u202e it.", "id: \u2066x"))
    assert said.count("\N{REPLACEMENT CHARACTER}") == 4
    said.encode()


@pytest.mark.parametrize("kind", ["cut", "encoded", "plant_line", "replaced"])
def test_no_file_of_a_site_is_made_while_there_is_a_problem(fuzzed: Fuzzed, kind: str) -> None:
    content = mutate(fuzzed.whole[PROCEDURE], kind, b"seed")
    config = SimpleNamespace(config_file_path=str(fuzzed.root / "mkdocs.yml"), site_name="x", site_url="", extra={})
    with fuzzed.changed(PROCEDURE, content):
        files: list[Any] = []
        with pytest.raises(PluginError, match=r"Nothing was published\."):
            hook.on_files(cast(Any, files), cast(Any, config))
        assert (files, config.extra) == ([], {})
