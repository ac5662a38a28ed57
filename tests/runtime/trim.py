"""`make trim`: run the engine's tests inside Pyodide and write down which files of its standard library they need."""

from pathlib import Path

from helper.publish.runtime.library import KEEP
from helper.publish.runtime.node import all_in_pyodide, in_pyodide
from tests.runtime.tools import tools

ROOT = Path(__file__).parents[2]
SUITE = "tests.runtime.suite"
# Every file Python needs to say what went wrong, too: a question that is no JSON, and one that asks for nothing there is.
WRONG = ("{", '{"do": "nothing"}', '{"do": "advise"}', "[]")
HEAD = """\
# The files of Pyodide's standard library that the browser gets. Written by `make trim`, which runs the engine's whole test
# suite inside Pyodide: what its start loads, and what is imported while the engine is at work. Not to be edited by hand.
"""


def main() -> None:
    """Write keep.txt."""
    names = in_pyodide(ROOT, (SUITE, "record", ()), **tools(ROOT))
    # In a Python that has not run the tests' own tools: of the modules it holds then, the engine needs each.
    asked = [("helper.engine.door", "handle", (request,)) for request in WRONG]
    *_, files = all_in_pyodide(ROOT, [*asked, (SUITE, "files_for", names)])
    KEEP.write_text(HEAD + "".join(f"{name}\n" for name in files["reply"]), encoding="utf-8")


if __name__ == "__main__":
    main()
