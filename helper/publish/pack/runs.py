"""Lines of a pack as paragraphs of WordprocessingML: lines in, elements with runs, citations and links out.

They are written as text: python-docx looks every style up by its name, which takes ten times as long as all the rest.
"""

from html import escape
from itertools import count

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from helper.engine.filled.markup import storable
from helper.engine.filled.sending import name_place
from helper.engine.model import Model
from helper.engine.words import BASIS
from helper.publish.pack.blocks import Compared, Line, Link, Piece, Said, Strong
from helper.publish.training.differing import name_cited

SPACES = nsdecls("w", "r")
BOLD = "<w:b/><w:bCs/>"
PLACE = '<w:rStyle w:val="Place"/>'


class Writer:
    """Writes lines for one document; `address` is the site's own, and without it there are no links to the site."""

    def __init__(self, document: Document, model: Model, address: str) -> None:
        self._part, self._model, self._address, self._numbers = document.part, model, address, count(1)

    def paragraph(self, style: str, line: Line, anchor: str = "", page: bool = False) -> BaseOxmlElement:
        """Write a line as a paragraph of a style; links of the document lead to its anchor; `page` has it begin a page."""
        begins = "<w:pageBreakBefore/>" if page else ""
        runs = "".join(self._piece(piece) for piece in line)
        if anchor:
            number = next(self._numbers)
            runs = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
        made: BaseOxmlElement = parse_xml(f'<w:p {SPACES}><w:pPr><w:pStyle w:val="{style}"/>{begins}</w:pPr>{runs}</w:p>')
        return made

    def leads_out(self, line: Line) -> bool:
        """Tell whether the links of a line lead from this document to the site."""
        return bool(self._address) and not any(_inside(piece) for piece in line if isinstance(piece, Link))

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, Said):
            return self._statement(piece)
        if isinstance(piece, Link):
            return self._link(piece)
        if isinstance(piece, Compared):
            return _run(f"({name_cited(piece.cited)})", PLACE)
        return _run(piece.text, BOLD) if isinstance(piece, Strong) else _run(piece)

    def _statement(self, said: Said) -> str:
        plain = said.plain
        way = _run(f"{plain['way']}: ", BOLD) if plain.get("way") else ""
        basis = f"; {BASIS['inferred']}" if plain["basis"] == "inferred" else ""
        place = _run(f"({name_place(self._model, plain['citation'])}{basis})", PLACE)
        return f"{way}{_run(f'{plain["text"]} ')}{place}"

    def _link(self, link: Link) -> str:
        run = _run(link.text, '<w:rStyle w:val="Hyperlink"/>')
        if _inside(link):
            return f'<w:hyperlink w:anchor="{link.address[1:]}">{run}</w:hyperlink>'
        if not self._address:
            return _run(link.text)
        target = self._part.relate_to(f"{self._address}{link.address}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{target}">{run}</w:hyperlink>'


def _inside(link: Link) -> bool:
    return link.address.startswith("#")


def _run(text: str, properties: str = "") -> str:
    written = escape(storable(text), quote=False)
    how = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{how}<w:t xml:space="preserve">{written}</w:t></w:r>' if text else ""
