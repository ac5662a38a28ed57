"""The paper that a form is printed on: an empty A4 document in our own styles, its footer and its properties."""

from pathlib import Path

from docx import Document, document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from helper.engine.filled.markup import storable
from helper.publish.blank.marks import element

HERE = Path(__file__).parent
WIDTH = Cm(17)  # between the margins of an A4 page
# Parts of python-docx's own template that say nothing here, or say who made it and when.
KEPT = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
)


def new_document() -> document.Document:
    """Give an empty document of our own look, with nothing of the template's that it does not need."""
    made = Document()
    for rels in (made.part.rels, made.part.package.rels):
        for name in [name for name, rel in rels.items() if rel.reltype not in KEPT]:
            del rels[name]
    parts = {"styles": made.styles, "numbering": made.part.numbering_part, "settings": made.settings}
    for name, part in parts.items():
        part.element[:] = parse_xml((HERE / f"{name}.xml").read_bytes())[:]
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin, page.bottom_margin = Cm(1.8), Cm(2.2)
    page.header_distance = page.footer_distance = Cm(0.9)
    return made


def add_footer(made: document.Document, text: str) -> None:
    """Put a line at the foot of every page, and under it the number of the page."""
    first = made.sections[0].footer.paragraphs[0]
    first.style = made.styles["Footer"]
    first.add_run(storable(text))
    first.add_run().add_break()
    first.add_run("Page ")
    _add_number(first, "PAGE")
    first.add_run(" of ")
    _add_number(first, "NUMPAGES")


def describe(made: document.Document, title: str, subject: str) -> None:
    """Set what the document says of itself: a title, a subject and a language; no author, and no date."""
    properties = made.core_properties
    properties._element[:] = []
    properties.title, properties.subject, properties.language = storable(title)[:255], storable(subject)[:255], "en-GB"


def _add_number(paragraph: Paragraph, counted: str) -> None:
    """Add a number that Word works out; until then it is 1."""
    field = element("w:fldSimple", instr=f" {counted} ")
    run = paragraph.add_run("1")
    run._element.addprevious(field)
    field.append(run._element)
