"""The blank of every form: what Word, LibreOffice and somebody who cannot see it need of it, and nothing that changes by itself."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby, pairwise

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from helper.engine.filled.archive import read_parts
from helper.engine.filled.places import places
from helper.engine.filled.sending import SENDING_TITLE, sending
from helper.engine.model import Form, Model
from helper.publish.blank import write_blank
from helper.publish.pipeline import is_fetched
from tests.engine.filled.example import FORM, MODEL
from tests.partnerships import real

EVERY = [(found.model, form) for found in real().partnerships.values() for form in found.model.forms if form.available] + [
    (MODEL, FORM)
]
each_form = pytest.mark.parametrize(("model", "form"), EVERY, ids=[f"{model.procedure.id}.{form.id}" for model, form in EVERY])
# In the order that ECMA-376 sets, which Word insists on; of each the children that a blank has.
ORDER = {
    "pPr": ("pStyle", "keepNext", "keepLines", "numPr", "pBdr", "tabs", "bidi", "spacing", "ind", "outlineLvl", "rPr"),
    "rPr": ("rFonts", "b", "bCs", "color", "sz", "szCs", "rtl", "lang"),
    "tblPr": ("tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"),
    "tcPr": ("tcW", "gridSpan", "shd"),
    "trPr": ("trHeight", "tblHeader"),
    "sdtPr": ("alias", "tag", "id", "checkbox"),
    "checkbox": ("checked", "checkedState", "uncheckedState"),
    "sdt": ("sdtPr", "sdtContent"),
    "tc": ("tcPr", "p"),
    "tr": ("trPr", "tc"),
    "tbl": ("tblPr", "tblGrid", "tr"),
    "style": ("name", "basedOn", "next", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr"),
}
FIRST = ("pPr", "rPr", "tblPr", "tcPr", "trPr", "sdtPr")


def opened(model: Model, form: Form) -> WordDocument:
    return Document(BytesIO(write_blank(model, form)))


def local(element: object) -> str:
    return str(getattr(element, "tag", "")).rpartition("}")[2]


def values(document: WordDocument, path: str, name: str = "val") -> list[str]:
    return [str(found.get(qn(f"w:{name}"))) for found in document.element.xpath(path)]


def second_headings(model: Model, form: Form) -> Iterator[str]:
    """Give what stands over a part of a blank: how to send it, each group, and each table of the form's own."""
    if sending(model, form):
        yield SENDING_TITLE
    for group, fields in groupby(form.fields, key=lambda field: field.group):
        if group:
            yield group
        yield from (field.label for field in fields if field.type == "table")


@each_form
def test_every_element_stands_where_word_wants_it(model: Model, form: Form) -> None:
    document = opened(model, form)
    for root in (document.element, document.styles.element, document.sections[0].footer._element):
        for element in root.iter("*"):
            children = [local(child) for child in element]
            assert all(children.index(name) == 0 for name in FIRST if name in children and local(element) != "style"), children
            if order := ORDER.get(local(element)):
                places_in_order = [order.index(child) for child in children]
                assert places_in_order == sorted(places_in_order), (local(element), children)


@each_form
def test_every_cell_ends_with_a_paragraph_and_no_two_tables_touch(model: Model, form: Form) -> None:
    document = opened(model, form)
    assert all(local(cell[-1]) == "p" for cell in document.element.iter(qn("w:tc")))
    body = [local(child) for child in document.element.body]
    assert ("tbl", "tbl") not in pairwise(body)
    assert body[-2:] == ["p", "sectPr"]
    assert document.paragraphs[-1].style.name == "Last"  # too small to open a page of its own


@each_form
def test_every_mark_has_a_name_and_a_number_of_its_own(model: Model, form: Form) -> None:
    document = opened(model, form)
    names = values(document, "//w:bookmarkStart", "name")
    tags, titles = values(document, "//w:sdtPr/w:tag"), values(document, "//w:sdtPr/w:alias")
    numbers = values(document, "//w:bookmarkStart", "id") + values(document, "//w:sdtPr/w:id")
    assert names == [place.mark for place in places(form).values() if not place.options]
    assert tags == [f"{place.mark}.{number}" for place in places(form).values() for number in range(len(place.options))]
    assert values(document, "//w:bookmarkEnd", "id") == values(document, "//w:bookmarkStart", "id")
    assert len(set(numbers)) == len(numbers)
    assert all(len(name) <= 64 for name in (*tags, *titles))
    assert all(titles)


@each_form
def test_it_has_the_forms_own_labels_and_options_in_its_own_order(model: Model, form: Form) -> None:
    said = iter([text.strip() for text in opened(model, form).element.xpath("//w:p/w:r/w:t/text()")])
    for field in form.fields:
        for text in (field.label, *field.options, *(column.label for column in field.columns), *field.rows):
            assert text in said, text


@each_form
def test_its_headings_are_headings_and_its_tables_are_named(model: Model, form: Form) -> None:
    document = opened(model, form)
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [form.title]
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 2"] == list(second_headings(model, form))
    assert document.styles["Heading 2"].paragraph_format.keep_with_next
    captions = values(document, "//w:tblCaption")
    assert len(captions) == len(document.tables)
    assert all(captions)


@each_form
def test_the_heading_row_of_a_table_of_the_form_is_repeated_on_every_page(model: Model, form: Form) -> None:
    document = opened(model, form)
    wanted = [[column.label for column in field.columns] for field in form.fields if field.type == "table"]
    rows = [row for row in document.element.iter(qn("w:tr")) if row.xpath("w:trPr/w:tblHeader")]
    assert [["".join(cell.xpath("w:p[1]//w:t/text()")) for cell in row.xpath("w:tc")] for row in rows] == wanted


@each_form
def test_it_says_whose_it_is_and_how_to_send_and_store_it(model: Model, form: Form) -> None:
    document = opened(model, form)
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for said in (model.procedure.partnership, model.procedure.document.title):
        assert said in text
    assert [p.text for p in document.paragraphs if p.style.name == "List Bullet"] == sending(model, form)
    footer = "".join(document.sections[0].footer._element.itertext())
    assert "The partnership does not run this guide." in footer
    assert [local(found) for found in document.sections[0].footer._element.iter(qn("w:fldSimple"))] == ["fldSimple", "fldSimple"]


@each_form
def test_it_is_a4_in_british_english_and_names_no_author_and_no_day(model: Model, form: Form) -> None:
    document = opened(model, form)
    page, about = document.sections[0], document.core_properties
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21, 29.7)
    assert [table._tbl.xpath("sum(w:tblGrid/w:gridCol/@w:w)") < 9640 for table in document.tables] == [True] * len(document.tables)
    assert (about.title, about.language) == (form.title, "en-GB")
    assert model.procedure.partnership in about.subject
    assert (about.author, about.created, about.modified, about.last_modified_by, about.comments) == ("", None, None, "", "")
    assert document.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["en-GB"]


@each_form
def test_it_holds_only_what_it_needs_stored_and_of_no_date(model: Model, form: Form) -> None:
    made = write_blank(model, form)
    assert sorted(read_parts(made)) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    entries = zipfile.ZipFile(BytesIO(made)).infolist()
    assert {(entry.compress_type, entry.date_time, entry.create_system) for entry in entries} == {(0, (1980, 1, 1, 0, 0, 0), 0)}
    assert entries[0].filename == "[Content_Types].xml"
    assert len(made) < 40_000


def test_every_style_that_is_used_is_there() -> None:
    document = opened(MODEL, FORM)
    there = {str(style.get(qn("w:styleId"))) for style in document.styles.element.iter(qn("w:style"))}
    footer = document.sections[0].footer._element
    used = {*values(document, "//w:pStyle | //w:tblStyle"), *(str(style.get(qn("w:val"))) for style in footer.iter(qn("w:pStyle")))}
    assert used <= there
    assert there - used <= {"Normal", "DefaultParagraphFont", "TableNormal"}


def test_a_list_is_a_list_of_bullets_and_not_signs_that_were_typed() -> None:
    document = opened(MODEL, FORM)
    (number,) = document.styles["List Bullet"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    numbering = document.part.numbering_part.element
    (kind,) = numbering.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    level = f"w:abstractNum[@w:abstractNumId='{kind}']/w:lvl"
    assert numbering.xpath(f"{level}/w:numFmt/@w:val") == ["bullet"]
    assert numbering.xpath(f"{level}/w:pStyle/@w:val") == ["ListBullet"]


def test_a_blank_is_fetched_by_scripts() -> None:
    assert is_fetched("assets/forms/northmere.notice.0a1b2c3d4e.docx")
