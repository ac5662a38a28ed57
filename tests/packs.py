"""The packs that tests look at: every partnership's, real and invented, made of a site as a build has it, but for its files."""

from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument

from helper.publish.pack import make_pack, show_front, show_parts, write_pack
from helper.publish.pack.blocks import Pack
from helper.publish.read import Library
from helper.publish.site import Assets, Host, Site
from helper.publish.training.model import Course, border_scenarios, courses
from tests.partnerships import invented, real

BUILT = "Sunday 22 November 2026"


def site_of(library: Library, address: str = "") -> Site:
    """Give a site with the courses of a library."""
    found = {course.model.procedure.id: course for course in courses(library)}
    models = tuple(course.model for course in found.values())
    return Site(models, BUILT, Assets({}, {}, {}), Host(address=address), found, border_scenarios(library))


@cache
def sites() -> dict[str, Site]:
    """Give the site that each partnership is in."""
    return {name: site for site in (site_of(real()), site_of(invented())) for name in site.courses}


def course_of(name: str) -> Course:
    """Give the course of a partnership."""
    return sites()[name].courses[name]


@cache
def pack_of(name: str) -> Pack:
    """Give the pack of a partnership."""
    return make_pack(sites()[name], course_of(name))


@cache
def page_of(name: str) -> str:
    """Give the markup of a pack's page."""
    model = course_of(name).model
    return show_front(model, pack_of(name), "../../") + show_parts(model, pack_of(name), "../../")


@cache
def word_of(name: str) -> bytes:
    """Give the Word document of a pack."""
    return write_pack(course_of(name).model, pack_of(name), BUILT)


def opened(name: str) -> WordDocument:
    """Open the Word document of a pack."""
    return Document(BytesIO(word_of(name)))


def word_text(document: WordDocument) -> str:
    """Give all that stands in a Word document, a paragraph a line."""
    paragraphs = document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    return "\n".join("".join(paragraph.xpath(".//w:t/text()")) for paragraph in paragraphs)
