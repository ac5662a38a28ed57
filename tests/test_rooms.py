"""The house is as its plan says: which room may import which, and who may read, print, or know the site generator."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from helper.publish.read import folders
from tests.partnerships import ROOT

HELPER = ROOT / "helper"
FILES = sorted(file for file in HELPER.rglob("*.py") if "node_modules" not in file.parts)
WEB = sorted(file for ending in ("js", "mjs") for file in (HELPER / "web").rglob(f"*.{ending}"))
# In the engine a module may import those that stand after it in this list, and those of its own place.
LADDER = (("door",), ("advise", "render", "filled.acts", "dates.acts"), ("workdays",), ("model",))


def name_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(file): file for file in FILES}


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imports(file: Path) -> Iterator[str]:
    """Name every module that a file imports, wherever in the file."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: an import says where it is from"
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else str(node.module) for name in whole)


def calls(file: Path) -> Iterator[str]:
    """Name every function that a file calls: `open`, `path.read_text`, `print`."""
    return (ast.unparse(node.func) for node in ast.walk(tree(file)) if isinstance(node, ast.Call))


def named(file: Path) -> set[str]:
    """Give every name that a file mentions, called or handed on."""
    return {node.id for node in ast.walk(tree(file)) if isinstance(node, ast.Name)}


GRAPH = {name: {other for other in imports(file) if other.startswith("helper")} for name, file in MODULES.items()}


def reaches(name: str) -> set[str]:
    """Give every module of ours that a module leads to."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        for other in GRAPH.get(ahead.pop(), set()) - found:
            found.add(other)
            ahead.append(other)
    return found


def room(name: str) -> str:
    return ".".join(name.split(".")[:2])


each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: name_of(file))
each_engine_file = pytest.mark.parametrize(
    "file", [file for name, file in MODULES.items() if room(name) == "helper.engine"], ids=lambda file: name_of(file)
)


def test_imports_never_run_in_a_circle() -> None:
    try:
        TopologicalSorter(GRAPH).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


@each_engine_file
def test_the_engine_imports_only_the_standard_library_and_itself(file: Path) -> None:
    foreign = [
        name for name in imports(file) if room(name) != "helper.engine" and name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert foreign == []


@each_engine_file
def test_the_engine_has_no_clock_no_network_and_opens_nothing(file: Path) -> None:
    away = {
        "time",
        "socket",
        "ssl",
        "http",
        "urllib",
        "os",
        "io",
        "pathlib",
        "subprocess",
        "random",
        "asyncio",
        "threading",
        "js",
        "pyodide",
    }
    said = {name.split(".")[0] for name in imports(file)}
    assert not said & away - ({"io"} if "from io import BytesIO\n" in file.read_text(encoding="utf-8") else set())
    asked = [call for call in calls(file) if re.search(r"(^|\.)(open|now|today|utcnow|read_text|write_text|input|print)$", call)]
    assert asked == []


def test_the_engine_runs_one_way_from_the_door_to_the_model() -> None:
    names = [[f"helper.engine.{name}" for name in step if f"helper.engine.{name}" in MODULES] for step in LADDER]
    for index, step in enumerate(names):
        above = {name for higher in names[:index] for name in higher}
        for name in step:
            assert not reaches(name) & above, f"{name} leads back up"
    assert reaches("helper.engine.model") == set()
    assert {name for steps in names[1:] for name in steps} <= reaches("helper.engine.door")


@pytest.mark.parametrize("name", ["advise", "render", "filled.acts", "dates.acts", "workdays", "model"])
def test_nothing_but_the_page_and_the_tests_needs_the_door(name: str) -> None:
    assert "helper.engine.door" not in reaches(f"helper.engine.{name}")


def test_publishing_runs_from_the_hook_through_the_pipeline() -> None:
    hook, pipeline = "helper.publish.hook", "helper.publish.pipeline"
    publish = {name for name in MODULES if room(name) == "helper.publish"}
    assert pipeline in GRAPH[hook]
    for name in publish - {hook, pipeline, "helper.publish.command"}:
        assert not reaches(name) & {hook, pipeline}, f"{name} leads back up"


@each_file
def test_only_the_hook_knows_the_site_generator(file: Path) -> None:
    if name_of(file) != "helper.publish.hook":
        assert not [name for name in imports(file) if name.split(".")[0] in ("mkdocs", "material")]


@each_file
def test_only_the_reader_opens_procedure_files(file: Path) -> None:
    if name_of(file) != "helper.publish.plain_yaml":  # it is given their text
        assert "ruamel" not in {name.split(".")[0] for name in imports(file)}
    if name_of(file) not in ("helper.publish.read", "helper.publish.source"):
        said = [node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        assert not [text for text in said if re.fullmatch(r"(procedures/)?[\w*/-]*\.ya?ml", text)]
        assert "read_source" not in named(file)


@each_file
def test_only_the_command_line_prints(file: Path) -> None:
    if name_of(file) != "helper.__main__":
        assert "print" not in named(file)
        assert not [call for call in calls(file) if call.startswith(("sys.stdout", "sys.stderr"))]


@each_file
def test_a_module_says_in_one_sentence_what_it_is(file: Path) -> None:
    said = ast.get_docstring(tree(file))
    assert said, file
    assert said.splitlines()[0].rstrip().endswith((".", ":"))


@each_file
def test_no_module_is_a_drawer_for_odds_and_ends(file: Path) -> None:
    assert file.stem not in ("utils", "helpers", "common", "misc", "manager", "base")


@each_file
def test_a_file_is_short_enough_to_read(file: Path) -> None:
    if name_of(file) != "helper.engine.model":  # a list of what there is, with next to nothing done to it
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 240


@pytest.mark.parametrize("file", WEB, ids=lambda file: file.name)
def test_the_page_knows_no_stage_urgency_or_partnership(file: Path) -> None:
    """The page looks up and joins: no id of a procedure stands in its code."""
    text = file.read_text(encoding="utf-8")
    partnerships = folders(ROOT / "procedures")
    ids = ["significant_harm", "same_working_day", "working_day", *partnerships]
    assert [name for name in ids if re.search(rf"['\"`]{re.escape(name)}['\"`]", text)] == []


@pytest.mark.parametrize("file", WEB, ids=lambda file: file.name)
def test_no_python_stands_inside_javascript(file: Path) -> None:
    assert not re.search(r"^\s*(def \w+\(|from [\w.]+ import )", file.read_text(encoding="utf-8"), re.MULTILINE)
