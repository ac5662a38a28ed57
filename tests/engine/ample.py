"""What Northmere lacks and is held word for word: forms at its stages, short forms in names, doubtful rows, limits."""

from dataclasses import replace

from helper.engine.model import (
    Abbreviation,
    Contact,
    FormUse,
    Gap,
    Limit,
    Model,
    Service,
    Statement,
    Step,
    Telephone,
    UrgencyRule,
    When,
)
from tests.engine.filled.example import MODEL

# Words to use are long, and are held in other texts.
STAGES = tuple(replace(one, raising=(), challenged=()) for one in MODEL.wording.stages)
WITH_FORMS = replace(MODEL, frames=(), wording=replace(MODEL.wording, stages=STAGES, ending=(), settled=()))
OLD, WRONG = Statement("The list is old.", "5-1"), Statement("The address looks wrong.", "5-1", "inferred")
ASKED = (FormUse("Put it on the notice.", "3-1", form="notice"), FormUse("Then on the other.", "3-2", "inferred", form="lost"))
SHORT = (
    Abbreviation("Sgt", "5-1", "Sergeant"),
    Abbreviation("CFD", "5-1", "Children's Front Desk", basis="inferred"),
    Abbreviation("LHT", "5-1"),
    Abbreviation("MAT", "5-1", "Mere Area Team"),
)
ROWS = (
    Service(
        id="doubtful",
        name="CFD, LHT",
        role="On duty",
        agencies=("police",),
        tel=(Telephone("0161 496 0140", "office hours"),),
        email=("desk@,northmere.example",),
        copy_to=("copy@northmere.example",),
        as_printed=True,
        notes=(Statement("Ask for the desk.", "5-1"),),
        cautions=(OLD, WRONG),
        people=(Contact(id="one", name="Sgt C. Oak", role="CFD", tel=(Telephone("0161 496 0141"),), cautions=(OLD,)),),
    ),
    Service(
        id="nobody-first",
        name="Mere Area Team (MAT)",
        agencies=("gp",),
        cautions=(OLD,),
        people=(
            Contact(id="two", name="D. Elm", email=("elm@northmere.example",), cautions=(WRONG,)),
            Contact(id="three", name="E. Fir", copy_to=("fir@northmere.example",)),
        ),
    ),
)


def ample() -> Model:
    """Give Northmere with forms at two stages, and with rows in front of its list of which much is said."""
    first, second, *rest = WITH_FORMS.procedure.stages
    stages = (replace(first, forms=ASKED), replace(second, forms=ASKED[::-1]), *rest)
    document = replace(WITH_FORMS.procedure.document, abbreviations=SHORT)
    contacts = replace(WITH_FORMS.contacts, services=(*ROWS, *WITH_FORMS.contacts.services))
    return replace(WITH_FORMS, procedure=replace(WITH_FORMS.procedure, stages=stages, document=document), contacts=contacts)


def bare() -> Model:
    """Give Northmere with an empty list, and with no rule for a danger."""
    urgency = replace(WITH_FORMS.procedure.urgency, significant_harm=UrgencyRule(), immediate=UrgencyRule())
    contacts = replace(WITH_FORMS.contacts, services=(), office=None)
    return replace(WITH_FORMS, procedure=replace(WITH_FORMS.procedure, urgency=urgency), contacts=contacts)


def hurried() -> Model:
    """Give Northmere with limits of every unit, purpose and event, a way outside, and no number to report to."""
    more = (
        Limit("Answer within 24 hours.", "3-1", "inferred", purpose="reply", amount=24, unit="hour", counted_from="stage_began"),
        Limit("Raise it straight away.", "3-1", "inferred", purpose="raise", unit="straight_away", counted_from="concern_arose"),
        Limit(
            "Report it in a week.", "3-1", purpose="report", amount=1, unit="week", counted_from="other_event", event="the visit"
        ),
        Limit("Settle it the same day.", "3-1", purpose="resolve", unit="same_working_day", counted_from="stage_began"),
        Limit("Settle it in good time.", "3-1", purpose="other"),
    )
    steps = tuple(replace(step, limits=(*more[at : at + 3], *step.limits)) for at, step in enumerate(WITH_FORMS.procedure.stages))
    rules = WITH_FORMS.procedure.urgency
    assert rules.significant_harm.protection
    grave = replace(rules.significant_harm, protection=replace(rules.significant_harm.protection, contact=None))
    rules = replace(rules, significant_harm=grave)
    routes = tuple(replace(one, kind="outside", choice="may") for one in WITH_FORMS.procedure.side_routes)
    procedure = replace(WITH_FORMS.procedure, stages=steps, urgency=rules, side_routes=routes)
    return replace(WITH_FORMS, procedure=procedure)


# Of one side or one urgency alone, so that it matters which case is asked about.
OURS, URGENT = When(side=("raising",)), When(urgency=("urgent",))
BESIDE = Step(
    limits=(
        Limit("Answer a letter within 2 working days.", "3-1", "inferred", None, OURS, "reply", 2, "working_day", "concern_arose"),
        Limit("Tell the office in good time.", "3-1", when=OURS),
        Limit("Tell it at once.", "3-1", when=URGENT, unit="straight_away"),
    ),
    gaps=(
        Gap("No number of days is set for a reply.", "3-1", when=URGENT),
        Gap("It does not say by when to write.", "3-2", "inferred", kind="not_readable"),
    ),
    cautions=(Statement("It is unclear from when to count.", "3-2"),),
    notes=(Statement("The law asks for it too.", source="The Act of 1989"),),
)
# Of urgent cases, which need not be those of a danger; and of what is left to do at the top.
TODAY = Limit("Say it the same day.", "3-1", purpose="raise", unit="same_working_day", counted_from="stage_began")
AGAIN = Limit("Ask again in a week.", "3-3", purpose="other", amount=1, unit="week", counted_from="stage_began")
# Of rows with people in them, those that say one thing of their own.
DUTY = Service(id="", name="Mere Duty Team", agencies=("police",))
ASH = Contact(id="", name="F. Ash")
SPEAKING = (
    replace(DUTY, id="telephone", tel=(Telephone("0161 496 0150"),), people=(replace(ASH, id="ash-telephone"),)),
    replace(DUTY, id="letter", email=("duty@northmere.example",), people=(replace(ASH, id="ash-letter"),)),
    replace(DUTY, id="note", notes=(Statement("Ask first.", "5-1"),), people=(replace(ASH, id="ash-note"),)),
)


def odd() -> Model:
    """Give Northmere with its words, limits and gaps that hold for some cases only, doubts about counting, and long labels."""
    model = MODEL
    procedure = model.procedure
    first, second, *rest = procedure.stages
    first = replace(first, cautions=(*BESIDE.cautions, *first.cautions), gaps=(*BESIDE.gaps, *first.gaps), forms=ASKED)
    own = Limit("Settle it within 36 hours.", "3-1", "stated", None, OURS, "resolve", 36, "hour", "stage_began")
    second = replace(second, label="Step Two", limits=(own, *second.limits[1:], *BESIDE.limits[1:]), taken_by="partnership")
    (jump,) = procedure.urgency.urgent.begin_at
    faster = (jump, replace(jump, stage="tier-3", text="It may go to the top.", basis="inferred"))
    grave = procedure.urgency.significant_harm
    grave = replace(grave, begin_at=(*grave.begin_at, replace(jump, stage="tier-3", choice="must", text="It goes to the top.")))
    now = replace(procedure.urgency.immediate, limits=BESIDE.limits[:1])
    urgent = replace(procedure.urgency.urgent, begin_at=faster, limits=(TODAY,))
    rules = replace(procedure.urgency, urgent=urgent, significant_harm=grave, immediate=now)
    document = replace(procedure.document, dates=())
    procedure = replace(procedure, stages=(first, second, *rest), always=BESIDE, urgency=rules, document=document)
    procedure = replace(procedure, ending=replace(procedure.ending, limits=(AGAIN,)))
    form = model.forms[0]
    form = replace(form, send_to=_either(form.send_to), keep=_either(form.keep), cautions=_either((OLD,)), copy_to=())
    words = {one.stage: one for one in model.wording.stages}
    again = replace(words["tier-3"], raising=words["tier-1"].raising)
    wording = replace(model.wording, stages=tuple(again if one.stage == "tier-3" else one for one in model.wording.stages))
    contacts = replace(model.contacts, services=(*SPEAKING, *model.contacts.services))
    return replace(model, procedure=procedure, forms=(form, *model.forms[1:]), wording=wording, contacts=contacts)


def _either(said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Give the same for the side that raises it alone, and something else for an urgent case alone."""
    return (*(replace(one, when=OURS) for one in said), Statement("Ask before you do.", "3-2", when=URGENT))
