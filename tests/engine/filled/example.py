"""A form with a field of every type, at the invented partnership, and the blank that a hand would make of it."""

from dataclasses import replace
from typing import Any

from helper.engine.filled.archive import write_parts
from helper.engine.filled.places import places
from helper.engine.filled.word import ANSWER, OPEN
from helper.engine.model import Column, Field, Form, Statement
from tests.partnerships import invented

KINDS = (Column("Stage", "fixed"), Column("Date", "date"), Column("Agreed", "yes_no"), Column("Why", "choice", options=("A", "B")))
FORM = Form(
    id="notice",
    title="Notice <of> disagreement",
    section="1-1",
    available=True,
    summary=Statement("It records a disagreement.", "1-1"),
    keep=(Statement("Keep it locked.", "1-1"),),
    send_to=(Statement("It goes to the office.", "1-1", "inferred"),),
    copy_to=("office@example.org",),
    fields=(
        Field("day", "Date of notice", "date", offer="today"),
        Field("name", "1.", "text", group="Sent to:"),
        Field("copied", "cc'd in the office", "fixed", group="Sent to:"),
        Field("summary", "Summary", "long_text", help="Say what & why"),
        Field("need", "Level of need", "checks", options=("Early help", "Child in need", "Child protection")),
        Field("way", "Way", "choice", options=("By post", "By hand")),
        Field("agreed", "Agreed?", "yes_no"),
        Field("outcome", "Outcome", "table", columns=KINDS, rows=("Stage 3", "Stage 4")),
    ),
)
MODEL = replace(invented().partnerships["northmere"].model, forms=(FORM, replace(FORM, id="lost", available=False, fields=())))
FULL: dict[str, Any] = {
    "day": "2026-11-25",
    "name": "Żaneta Ŵyn",
    "summary": "One\n\ttwo  <b>&amp;</b>\n\nשלום",
    "need": ["Early help", "Child protection"],
    "way": "By hand",
    "agreed": "No",
    "outcome.0.1": "the day after",
    "outcome.0.2": "Yes",
    "outcome.1.3": "B",
}


def blank_by_hand(form: Form) -> bytes:
    """Make a blank with nothing in it but the marks."""
    marks = []
    for number, place in enumerate(places(form).values()):
        slot = f'<w:bookmarkStart w:id="{number}" w:name="{place.mark}"/><w:bookmarkEnd w:id="{number}"/>'
        boxes = [
            f'<w:sdt><w:tag w:val="{place.mark}.{at}"/><w14:checked w14:val="0"/><w:t>{OPEN}</w:t></w:sdt>'
            for at in range(len(place.options))
        ]
        marks += boxes or [f'<w:p><w:pPr><w:pStyle w:val="{ANSWER}"/></w:pPr>{slot}</w:p>']
    document = f"<w:body><w:p><w:r><w:t>Notice {OPEN}</w:t></w:r></w:p>{''.join(marks)}</w:body>"
    return write_parts({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})
