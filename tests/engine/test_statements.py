"""Where a statement comes from: the procedure's own document, an outside source, or our general advice."""

from helper.engine.model import Statement
from helper.engine.statements import state
from helper.engine.words import statement
from tests.partnerships import invented

MODEL = invented().partnerships["northmere"].model
DOCUMENT = MODEL.procedure.document.id


def test_a_statement_of_the_document_leads_to_its_section() -> None:
    said = state(MODEL, Statement("Talk.", "3-1", "inferred"))
    assert said == {"text": "Talk.", "citation": {"document": DOCUMENT, "section": "3-1"}, "basis": "inferred"}
    assert 'href="northmere/sources/#section-3-1"' in statement(MODEL, said, "")


def test_an_outside_source_is_named_and_is_no_part_of_the_procedure() -> None:
    said = state(MODEL, Statement("The law asks for it.", source="The Act of 1989"))
    assert said["citation"] == {"document": "The Act of 1989", "section": "outside"}
    assert said["basis"] == "general"
    assert statement(MODEL, said, "").endswith('<span class="eg-cite">not from the document: The Act of 1989</span></span>')
