"""The facilitator's pack of a partnership, as a page and as a Word document, both made of the same blocks."""

from typing import Any

from helper.engine.model import Model
from helper.publish.pack.make import TITLE, make_pack
from helper.publish.pack.page import show_front, show_parts
from helper.publish.pack.word import write_pack
from helper.publish.published import Published, publish
from helper.publish.site import Site

ROOT = "../../"
Own = tuple[str, str, str, dict[str, Any]]


def word_packs(site: Site) -> dict[str, Published]:
    """Make the Word document of each partnership's pack: a file for people, which no script asks for."""
    return {
        name: publish(
            "assets/packs", name, "docx", write_pack(course.model, make_pack(site, course), site.built, site.host.address)
        )
        for name, course in site.courses.items()
    }


def pack_page(site: Site, model: Model) -> Own:
    """Give the page of a pack: its folder, template, title and what the template needs."""
    pack = make_pack(site, site.courses[model.procedure.id])
    shown = {"front": show_front(model, pack, ROOT), "parts_of_pack": show_parts(model, pack, ROOT), "pack_title": pack.title}
    return "pack/", "pack.html", TITLE, shown | {"word": site.packs.get(model.procedure.id)}
