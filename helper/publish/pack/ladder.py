"""The procedure in short, for the five minutes in which a facilitator shows it: a model in, a part of the pack out."""

from helper.engine.model import Form, Model, Stage
from helper.engine.statements import state
from helper.engine.words import NO_LIMIT, NOT_HELD
from helper.publish.fast_routes import fast_routes
from helper.publish.pack.blocks import Block, Grid, Heading, Line, Link, Part, Points, Said, Strong, Text, all_said, say
from helper.publish.saying import say_length, stated

TAKEN = "The partnership takes this stage, not you."
COPIES = "A copy goes to others as well. Their addresses stand beside the form in the guide."
HEADER = ("Stage", "What happens", "By when", "Which form")


def ladder(model: Model) -> Part:
    """Write the stages as a table, the ways that are faster, where it ends, and what the whole text leaves open."""
    procedure = model.procedure
    rows = tuple(_row(model, stage) for stage in procedure.stages)
    summary = Text((Said(state(model, procedure.summary)),))
    sooner = Text((Said(state(model, model.general.sooner)),), "small")
    blocks: list[Block] = [summary, Grid("The stages in short", HEADER, (3, 5.5, 5, 3.5), rows)]
    blocks += [sooner] if any(stage.limits for stage in procedure.stages) else []
    if fast := _fast(model):
        blocks += [Heading(3, "When it cannot wait"), Points(fast)]
    blocks += [Heading(3, "If the last stage does not resolve it"), Text((Said(state(model, procedure.ending.headline)),))]
    blocks += [Heading(3, "Once it is settled"), Text((Said(state(model, procedure.settled.headline)),))]
    for form in model.forms:
        blocks += [Heading(3, f"Form: {form.title}", f"form-{form.id}"), Points(_form(model, form))]
    blocks.append(Text((Link("The whole procedure, stage by stage", f"{procedure.id}/"),), "small", online=True))
    return Part("The procedure in short", "ladder", tuple(blocks))


def _row(model: Model, stage: Stage) -> tuple[tuple[Line, ...], ...]:
    name = (say(Strong(f"{stage.label}: {stage.title}")),)
    taken = [say(TAKEN)] if stage.taken_by == "partnership" else []
    limits = tuple(say(Strong(f"{say_length(limit)}. "), Said(stated(model, limit))) for limit in stage.limits) or (say(NO_LIMIT),)
    forms = tuple(say(Said(stated(model, use) | {"text": model.form(use.form).title})) for use in stage.forms)
    return name, (say(Said(state(model, stage.summary))), *taken), limits, forms or (say("None named"),)


def _form(model: Model, form: Form) -> tuple[Line, ...]:
    """Say what is said of a form itself; the addresses that it goes to stand on its page, where they do not grow old."""
    said = [stated(model, one) for one in (form.summary, *form.send_to, *form.keep, *form.cautions)]
    copies = [say(COPIES)] if form.copy_to else []
    held = [] if form.available else [say(NOT_HELD)]
    return (*all_said(said), *copies, *held)


def _fast(model: Model) -> tuple[Line, ...]:
    document = model.procedure.document.id
    return tuple(
        say(
            Strong(f"{way['label']}. "),
            Said({"text": way["text"], "citation": {"document": document, "section": way["section"]}, "basis": way["basis"]}),
        )
        for way in fast_routes(model)
    )
