"""`python -m helper COMMAND`: arguments in, an exit status out; what is printed goes through the given writers."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from helper.engine.case import CaseProblem
from helper.publish.commands import advising, checking, differing, listing, monthly, starting
from helper.publish.commands.plain import as_json
from helper.publish.problems import Problems

ROOT = Path(__file__).parents[2]
# Each has NAME, HELP, arguments(parser) and run(root, asked), which gives what is said or raises Problems or a CaseProblem.
COMMANDS = (listing, advising, checking, starting, monthly, differing)
Write = Callable[[str], object]


class _Parser(argparse.ArgumentParser):
    """Raises what it cannot read as a CaseProblem, so that every slip is answered in the same way."""

    def error(self, message: str) -> NoReturn:
        raise CaseProblem("arguments", message, (), f"{message[:1].upper()}{message[1:]}. See: python -m helper --help")


def run(arguments: list[str], say: Write, complain: Write, root: Path = ROOT) -> int:
    """Run one command; 0 when it worked, 1 when the procedures have problems, 2 when the arguments do."""
    try:
        asked = _parser().parse_args(arguments)
        say(asked.run(root, asked))
        return 0
    except Problems as problems:
        complain(f"{problems}\n")
        return 1
    except CaseProblem as problem:
        say(as_json(problem.plain()))
        complain(f"helper: {problem.sentence}\n")
        return 2


def _parser() -> _Parser:
    parser = _Parser(
        prog="python -m helper", description="Ask the escalation procedures a question, check them, and keep them true."
    )
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    for command in COMMANDS:
        own = commands.add_parser(command.NAME, help=command.HELP)
        command.arguments(own)
        own.set_defaults(run=command.run)
    return parser
