"""`list`: the ids that a case may hold."""

import argparse
from pathlib import Path

from helper.engine.case import unknown
from helper.engine.listing import list_everything, list_partnership
from helper.publish.check import check
from helper.publish.commands.plain import as_json

NAME, HELP = "list", "the ids a case may hold"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may be asked."""
    parser.add_argument("partnership", nargs="?")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(root: Path, asked: argparse.Namespace) -> str:
    """List the partnerships, or what one of them knows."""
    models = {name: found.model for name, found in check(root).partnerships.items()}
    if asked.partnership is None:
        lists = list_everything(models)
    elif asked.partnership in models:
        lists = list_partnership(models[asked.partnership])
    else:
        raise unknown("partnership", asked.partnership, tuple(models))
    if asked.json:
        return as_json(lists)
    return "\n\n".join(
        f"{name}\n" + ("\n".join(f"  {one['id']:<34} {one['label']}" for one in found) or "  (none)")
        for name, found in lists.items()
    )
