"""The blank Word document of a form: a model and one of its forms in, the bytes of a .docx out, the same each time."""

from io import BytesIO

from helper.engine.filled.archive import read_parts, write_parts
from helper.engine.filled.markup import storable
from helper.engine.filled.places import places
from helper.engine.filled.sending import SENDING_TITLE, made_with, origin, sending
from helper.engine.model import Form, Model
from helper.publish.blank.body import Body
from helper.publish.blank.paper import add_footer, describe, new_document


def write_blank(model: Model, form: Form) -> bytes:
    """Make the blank of a form, with a marked place for every entry (`helper/engine/filled/word.py` fills them in)."""
    document = new_document()
    document.add_paragraph(storable(model.procedure.partnership), "Small")
    document.add_heading(storable(form.title), 1)
    document.add_paragraph(storable(origin(model)), "Small")
    if said := sending(model, form):
        document.add_heading(SENDING_TITLE, 2)
        for sentence in said:
            document.add_paragraph(storable(sentence), "List Bullet")
    Body(document, places(form)).add_fields(form)
    add_footer(document, made_with(model))
    describe(document, form.title, f"{model.procedure.document.title}, {model.procedure.partnership}")
    made = BytesIO()
    document.save(made)
    return write_parts(read_parts(made.getvalue()))
