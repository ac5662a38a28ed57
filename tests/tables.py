"""The answer table of a partnership as its readers get it."""

from functools import cache
from pathlib import Path

from helper.publish.answers import answer_table
from helper.publish.read import Partnership
from tests.partnerships import invented


def table_of(site: Path, partnership: Partnership) -> str:
    """Give the table that the built site holds; the invented partnership stands in no site, so its table is made here."""
    if partnership.id in invented().partnerships:
        return _made(partnership.id)
    (file,) = (site / "assets/tables").glob(f"{partnership.id}.??????????.json")
    return file.read_text(encoding="utf-8")


@cache
def _made(name: str) -> str:
    return answer_table(invented().partnerships[name].model)
