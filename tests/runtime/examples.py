"""The examples in the engine's docstrings and the worked examples of every partnership, as the browser would run them.

Docstrings are left out of what the browser loads, so they are read from the sources; the functions are the browser's.
"""

import ast
import doctest
import importlib
from pathlib import Path

import pytest

from helper.publish.checks.rehearse import rehearse
from helper.publish.read import Partnership
from tests.partnerships import every_partnership

ENGINE = Path(__file__).parents[2] / "helper" / "engine"


@pytest.mark.parametrize("file", sorted(ENGINE.rglob("*.py")), ids=lambda file: file.stem)
def test_the_examples_in_the_docstrings_are_right(file: Path) -> None:
    name = ".".join(file.relative_to(ENGINE).with_suffix("").parts)
    module = importlib.import_module(f"helper.engine.{name}".removesuffix(".__init__"))
    runner = doctest.DocTestRunner()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and (said := ast.get_docstring(node)):
            test = doctest.DocTestParser().get_doctest(said, dict(vars(module)), file.stem, str(file), 0)
            assert runner.run(test).failed == 0


@pytest.mark.parametrize("partnership", every_partnership(), ids=lambda partnership: partnership.id)
def test_every_worked_example_is_answered_as_its_author_expects(partnership: Partnership) -> None:
    assert partnership.scenarios
    assert list(rehearse(partnership)) == []
