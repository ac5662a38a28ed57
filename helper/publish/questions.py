"""The questions that the page asks, with their choices: a model in, questions out. The page itself holds none."""

from dataclasses import dataclass

from helper.engine.listing import SIDE_LABELS, START_LABEL, URGENCY_LABELS
from helper.engine.model import SIDES, START, URGENCIES, Agency, Model, Stage

URGENCY_HINTS = {
    "routine": "There is time to take one step after the other.",
    "urgent": "Waiting for the usual steps would be too slow for this child.",
    "significant_harm": "You fear that a child may come to significant harm.",
}


@dataclass(frozen=True)
class Option:
    """One choice. "I am not sure" is answered as if `means` had been chosen, and `explain` says so beside the answer.

    `known` is what a form may take over from it, in words.
    """

    id: str
    label: str
    short: str
    hint: str | None = None
    means: str | None = None
    explain: str = ""
    known: str = ""


@dataclass(frozen=True)
class Question:
    """One question; long ones are grouped into a drop-down list whose first entry is `unsure`.

    `unless` (field=value) is the answer that makes it idle; `default` is what a link means that leaves it out;
    `clears` is the question that another answer to this one makes void.
    """

    id: str
    short: str
    title: str
    hint: str | None = None
    options: tuple[Option, ...] = ()
    groups: tuple[tuple[str, tuple[Option, ...]], ...] = ()
    unsure: Option | None = None
    optional: bool = False
    unless: str | None = None
    default: str | None = None
    clears: str | None = None


def questions(model: Model) -> tuple[Question, ...]:
    """List the questions for one partnership, in the order in which they are asked."""
    area = (_area(model),) if model.procedure.areas else ()
    situation = (_situation(model),) if model.procedure.side_routes else ()
    return (*area, _stage(model), _resolved(), _urgency(model), _them(model), _side(), _you(model), *situation, _since())


def _not_sure(means: str, explain: str, short: str = "Not sure") -> Option:
    return Option("unsure", "I am not sure", short, means=means, explain=explain)


def _stage(model: Model) -> Question:
    ladder = model.procedure.stages
    explain = (
        f"You were not sure which stage was reached, so this answer starts at the beginning, {ladder[0].label}."
        " If that has been tried already, change your answer."
    )
    options = (
        Option(START, START_LABEL, START_LABEL, "Nobody has raised it with the other agency."),
        *(_stage_option(one) for one in ladder),
        _not_sure(START, explain, "Stage not sure"),
    )
    return Question(
        "stage",
        "Stage",
        "What is the last stage that has begun?",
        "Go by what happened, whatever people called it.",
        options,
        clears="since",
    )


def _stage_option(stage: Stage) -> Option:
    name = f"{stage.label}: {stage.title}"
    return Option(stage.id, name, stage.label, stage.summary.text, known=name)


def _resolved() -> Question:
    explain = "You were not sure whether it was settled, so this answer takes it as still open."
    options = (
        Option("false", "No, it is still open", "Not settled"),
        Option("true", "Yes, people agree now", "Settled"),
        _not_sure("false", explain, "Not sure if settled"),
    )
    return Question(
        "resolved", "Settled", "Was it settled at that stage?", options=options, unless=f"stage={START}", default="false"
    )


def _urgency(model: Model) -> Question:
    """Ask how urgent it is; what the document has reported as a danger is said beside the choice that leads to it."""
    explain = (
        "You were not sure how urgent it is, so this answer follows the rule for cases that cannot wait."
        " The usual next step is in it too."
    )
    hints = URGENCY_HINTS | {"immediate": model.general.emergency.text}
    for name in URGENCIES:
        if protection := getattr(model.procedure.urgency, name).protection:
            hints[name] = f"{hints[name]} {protection.standing.text}"
    options = tuple(Option(name, URGENCY_LABELS[name], URGENCY_LABELS[name], hints[name]) for name in URGENCIES)
    unsure = _not_sure("urgent", explain, "Urgency not sure")
    return Question("urgency", "Urgency", "How urgent is it for the child?", options=(*options, unsure))


def _agencies(agencies: tuple[Agency, ...]) -> tuple[Option, ...]:
    return tuple(Option(agency.id, agency.label, agency.label) for agency in agencies)


def _them(model: Model) -> Question:
    agencies = _agencies(model.agencies)
    services = tuple(Option(row.id, row.name, row.name) for row in model.contacts.services if row.agencies)
    return Question(
        "them",
        "You disagree with",
        "Whom do you disagree with?",
        "Choose the agency, or the very service if it is on the partnership's contact list.",
        (*agencies, *services),
        (("Agencies", agencies), *((("Services on the contact list", services),) if services else ())),
        Option("", "I am not sure, or not here", "Not said"),
        optional=True,
    )


def _you(model: Model) -> Question:
    agencies = _agencies(model.agencies)
    unsure = Option("", "I would rather not say, or not here", "Not said")
    return Question("you", "You work for", "Who do you work for?", None, agencies, (("", agencies),), unsure, optional=True)


def _area(model: Model) -> Question:
    explain = "You were not sure which area the child lives in, so this answer shows the route of every area."
    options = (*(Option(area.id, area.label, area.label) for area in model.procedure.areas), _not_sure("", explain))
    return Question("area", "Area", "Which area does the child live in?", options=options, default="unsure")


def _side() -> Question:
    explain = "You were not sure which side you are on, so this answer is for the side that raises it."
    options = (*(Option(name, SIDE_LABELS[name], SIDE_LABELS[name]) for name in SIDES), _not_sure("raising", explain))
    return Question("side", "Your side", "Which side are you on?", options=options, optional=True)


def _situation(model: Model) -> Question:
    explain = (
        "You were not sure whether a special situation applies, so this answer is the usual one."
        " The other situations are on the page of the stages."
    )
    routes = (Option(route.id, route.label, route.label, route.summary.text) for route in model.procedure.side_routes)
    none = Option("none", "None of these", "None", means="")
    options = (*routes, none, _not_sure("", explain))
    return Question("situation", "Situation", "Is it one of these situations?", options=options, optional=True)


def _since() -> Question:
    hint = (
        "If nothing was tried yet: when the concern arose. It stays on this page and is in no link."
        " Leave it empty if you are not sure."
    )
    return Question("since", "Began on", "When did that stage begin?", hint, optional=True)
