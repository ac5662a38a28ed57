"""`advise`: who to contact next, by when, with which form."""

import argparse
from pathlib import Path

from helper.engine.advise import advise
from helper.engine.case import read_case, unknown
from helper.publish.check import check
from helper.publish.commands.plain import as_json
from helper.publish.summary import summarise

NAME, HELP = "advise", "who to contact next, by when, with which form"
FIELDS = ("stage", "urgency", "side", "area", "situation", "you", "them", "since")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the fields of a case."""
    parser.add_argument("partnership")
    for name in FIELDS:
        parser.add_argument(f"--{name}")
    parser.add_argument("--resolved", action="store_true", help="it was resolved at that stage")
    parser.add_argument("--json", action="store_true", help="the Advice as JSON, alone")


def run(root: Path, asked: argparse.Namespace) -> str:
    """Answer a case."""
    partnerships = check(root).partnerships
    if asked.partnership not in partnerships:
        raise unknown("partnership", asked.partnership, tuple(partnerships))
    model = partnerships[asked.partnership].model
    answers = {name: getattr(asked, name) for name in ("partnership", *FIELDS, "resolved")}
    advice = advise(model, read_case(model, answers))
    return as_json(advice) if asked.json else summarise(model, advice)
