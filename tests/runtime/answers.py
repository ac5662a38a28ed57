"""Runs inside Pyodide, and here: the answer table of a partnership, and fingerprints of the answers to many cases."""

import hashlib
import importlib
import json
import sys
from pathlib import Path

from helper.engine.door import handle
from helper.engine.model import Model
from helper.engine.plain import from_plain

PUBLISH = str(Path(__file__).parents[2] / "helper")


def table(plain: str) -> str:
    """Work out the answer table of a partnership, given as the text of its facts."""
    if PUBLISH not in (path := sys.modules["helper"].__path__):
        path.append(PUBLISH)  # what the site is built with is not in the browser's library
    answers = importlib.import_module("helper.publish.answers")
    return str(answers.answer_table(from_plain(Model, json.loads(plain))))


def fingerprints(plain: str, cases: str, root: str) -> list[str]:
    """Answer each case through the door, and give a fingerprint of each whole reply: the Advice and its markup."""
    handle(f'{{"do":"open","model":{plain}}}')
    replies = (handle(json.dumps({"do": "advise", "case": case, "root": root})) for case in json.loads(cases))
    return [hashlib.sha256(reply.encode()).hexdigest() for reply in replies]
