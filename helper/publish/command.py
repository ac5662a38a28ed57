"""`python -m helper list | advise | check`: arguments in, an exit status out; what is printed goes through the given writers."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from helper.engine.advise import advise
from helper.engine.case import CaseProblem, read_case, unknown
from helper.engine.listing import list_everything, list_partnership
from helper.publish.check import check
from helper.publish.problems import Problems, report
from helper.publish.read import Library
from helper.publish.summary import summarise

ROOT = Path(__file__).parents[2]
Write = Callable[[str], object]


class _Parser(argparse.ArgumentParser):
    """Raises what it cannot read as a CaseProblem, so that every slip is answered in the same way."""

    def error(self, message: str) -> NoReturn:
        raise CaseProblem("arguments", message, (), f"{message[:1].upper()}{message[1:]}. See: python -m helper --help")


def run(arguments: list[str], say: Write, complain: Write) -> int:
    """Run one command; 0 when it worked, 1 when the procedures have problems, 2 when the arguments do."""
    try:
        asked = _parser().parse_args(arguments)
        library = check(ROOT)
        if asked.command == "check":
            say(f"{report(())} {len(library.partnerships)} procedure(s) checked.")
            return 0
        say(_list(library, asked) if asked.command == "list" else _advise(library, asked))
        return 0
    except Problems as problems:
        complain(f"{problems}\n")
        return 1
    except CaseProblem as problem:
        say(_json(problem.plain()))
        complain(f"helper: {problem.sentence}\n")
        return 2


def _parser() -> _Parser:
    parser = _Parser(prog="python -m helper", description="Ask the escalation procedures a question, or check them.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    listing = commands.add_parser("list", help="the ids a case may hold")
    listing.add_argument("partnership", nargs="?")
    listing.add_argument("--json", action="store_true", help="as JSON")
    asking = commands.add_parser("advise", help="who to contact next, by when, with which form")
    asking.add_argument("partnership")
    for name in ("stage", "urgency", "side", "area", "situation", "you", "them", "since"):
        asking.add_argument(f"--{name}")
    asking.add_argument("--resolved", action="store_true", help="it was resolved at that stage")
    asking.add_argument("--json", action="store_true", help="the Advice as JSON, alone")
    commands.add_parser("check", help="every problem in procedures/, with file, line, column and mend")
    return parser


def _list(library: Library, asked: argparse.Namespace) -> str:
    models = {name: found.model for name, found in library.partnerships.items()}
    if asked.partnership is None:
        lists = list_everything(models)
    elif asked.partnership in models:
        lists = list_partnership(models[asked.partnership])
    else:
        raise unknown("partnership", asked.partnership, tuple(models))
    if asked.json:
        return _json(lists)
    return "\n\n".join(
        f"{name}\n" + ("\n".join(f"  {one['id']:<34} {one['label']}" for one in found) or "  (none)")
        for name, found in lists.items()
    )


def _advise(library: Library, asked: argparse.Namespace) -> str:
    if asked.partnership not in library.partnerships:
        raise unknown("partnership", asked.partnership, tuple(library.partnerships))
    model = library.partnerships[asked.partnership].model
    answers = {name: value for name, value in vars(asked).items() if name not in ("command", "json")}
    advice = advise(model, read_case(model, answers))
    return _json(advice) if asked.json else summarise(model, advice)


def _json(plain: Any) -> str:
    return json.dumps(plain, indent=2, ensure_ascii=False)
