"""What python-docx has no name for: names and values in, the elements of WordprocessingML out."""

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from helper.engine.filled.markup import storable
from helper.engine.filled.word import OPEN, TICKED

LONGEST_NAME = 64  # what Word allows the title and the tag of a content control
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
FONT = "MS Gothic"  # Word draws both boxes in it; other programs take another that has them
BOX = f"""\
<w:sdt {nsdecls("w")} xmlns:w14="{W14}"><w:sdtPr><w:alias w:val=""/><w:tag w:val=""/><w:id w:val="0"/><w14:checkbox>\
<w14:checked w14:val="0"/><w14:checkedState w14:val="{ord(TICKED):X}" w14:font="{FONT}"/>\
<w14:uncheckedState w14:val="{ord(OPEN):X}" w14:font="{FONT}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>\
<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:hint="eastAsia"/></w:rPr>\
<w:t>{OPEN}</w:t></w:r></w:sdtContent></w:sdt>"""


def element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """Make one element, such as `w:shd`, with attributes of the same namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def bookmark(number: int, name: str) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """Make the begin and the end of a bookmark."""
    return element("w:bookmarkStart", id=str(number), name=name), element("w:bookmarkEnd", id=str(number))


def check_box(number: int, tag: str, title: str) -> BaseOxmlElement:
    """Make an open check box, which can be clicked in Word."""
    box: BaseOxmlElement = parse_xml(BOX)
    title = storable(title).replace("\n", " ")
    short = title if len(title) <= LONGEST_NAME else f"{title[: LONGEST_NAME - 1]}…"
    for name, value in (("alias", short), ("tag", tag), ("id", str(number))):
        box.find(f".//{qn(f'w:{name}')}").set(qn("w:val"), value)
    return box
