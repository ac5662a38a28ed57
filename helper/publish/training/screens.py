"""What a session shows of a scenario, one screen per step: a scenario in, titles and markup out. The page puts the answer in."""

from collections.abc import Iterator, Mapping

from helper.engine.case import Case
from helper.engine.html import Child, Html, join, tag
from helper.engine.model import Model
from helper.publish.training.differing import cited_for, show_cited
from helper.publish.training.kinds import BORDER, LEVELS
from helper.publish.training.model import Role, Scenario
from helper.publish.training.quiz import Quiz, quizzes

Screen = tuple[str, Html]
STORY, ROLES, ASK, ANSWER, WHAT_IF, REFLECT = "story", "roles", "ask", "answer", "what-if", "reflect"
# Where the page puts the engine's answer, and the choices and turns that all scenarios of a partnership share.
ANSWER_PLACE = tag("div", data_answer_place=True)
WHAT_IF_PLACE = tag("div", data_what_if_place=True)


def screens(model: Model, scenario: Scenario, models: Mapping[str, Model], root: str) -> dict[str, Screen]:
    """Make every screen of a scenario by its name; `models` are those of all partnerships, by id."""
    again = tag("details", tag("summary", "The scenario again"), tag("p", scenario.story))
    quiz = {f"quiz-{one.id}": (one.title, join([again, _quiz(one)])) for one in quizzes(model, scenario.case, root)}
    reflect = scenario.training.reflect
    return {
        STORY: (scenario.title, _story(model, scenario, models)),
        ROLES: ("Who is in the room", _roles(model, scenario.training.roles)),
        ASK: ("What do you decide?", join([_asked(scenario.training.ask), again])),
        **quiz,
        ANSWER: ("What the procedure says", join([*_why(model, scenario, models, root), ANSWER_PLACE])),
        WHAT_IF: ("What if?", WHAT_IF_PLACE),
        **({REFLECT: ("To take away", tag("p", reflect, class_="eg-room__said"))} if reflect else {}),
    }


def ways_through(made: Mapping[str, Screen]) -> dict[str, list[str]]:
    """Give the screens in the order of a session, and in that of somebody who studies alone."""
    quiz = [name for name in made if name.startswith("quiz-")]
    after = [name for name in (ANSWER, WHAT_IF, REFLECT) if name in made]
    return {"session": [STORY, ROLES, ASK, *after], "study": [STORY, *quiz, *after]}


def place_of(model: Model, case: Case) -> str:
    """Name where a case is: the area, where one is known, and the partnership.

    The same for children and adults, whom some procedures are for.
    """
    area = next((one.label for one in model.procedure.areas if one.id == case.area), None)
    return f"{area}, {model.procedure.name}" if area else model.procedure.name


def _story(model: Model, scenario: Scenario, models: Mapping[str, Model]) -> Html:
    """Tell the case. Its kinds are left out: they would give away what the group is to find."""
    who = "The adult" if model.procedure.people == "adults" else "The child"
    works = f" You work in {models[scenario.works_in].procedure.name}." if scenario.works_in else ""
    you = scenario.training.roles[0]
    border = f"{BORDER}. " if scenario.works_in else ""
    level = scenario.training.level
    return join(
        [
            tag("p", f"{border}{who} lives in {place_of(model, scenario.case)}.{works}", class_="eg-room__where"),
            tag("p", scenario.story, class_="eg-room__said"),
            tag("p", f"Your side: {you.who}, {_agency(model, you)}.", class_="eg-room__where"),
            tag("p", f"Level {level} of {len(LEVELS)}: {_small(LEVELS[level])}.", class_="eg-room__where"),
        ]
    )


def _roles(model: Model, roles: tuple[Role, ...]) -> Html:
    cards = [
        tag(
            "li",
            tag("p", one.who[:1].upper(), one.who[1:], class_="eg-card__name"),
            tag("p", _agency(model, one), ". Your side." if index == 0 else None, class_="eg-card__role"),
            tag("details", tag("summary", "Brief", tag("span", f" for: {one.who}", class_="eg-unseen")), tag("p", one.brief)),
            class_="eg-card",
        )
        for index, one in enumerate(roles)
    ]
    return join([tag("p", "Give out the roles. Nobody plays themselves."), tag("ul", cards, class_="eg-cards")])


def _agency(model: Model, role: Role) -> str:
    return next(agency.label for agency in model.agencies if agency.id == role.agency)


def _small(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"


def _asked(questions: tuple[str, ...]) -> Html:
    return tag("ol", [tag("li", question) for question in questions], class_="eg-room__asked")


def _why(model: Model, scenario: Scenario, models: Mapping[str, Model], root: str) -> Iterator[Html]:
    """Say why in a line, and across a border what differs, above the answer, which is long."""
    yield tag("p", tag("b", "Why: "), scenario.why)
    if scenario.works_in:
        knows = models[scenario.works_in]
        yield tag("p", tag("b", f"What somebody who knows {knows.procedure.name} would get wrong:"))
        lines = [tag("li", one.text, " ", show_cited(cited_for(one, knows, model), root)) for one in scenario.differs]
        yield tag("ul", lines, class_="eg-list")


def _quiz(quiz: Quiz) -> Html:
    """Show a question to tick; what is right and what the procedure says are shown once it is answered."""
    choices: list[Child] = [
        tag(
            "label",
            tag("input", type="checkbox", name_=quiz.id, value=name, data_free=quiz.free.get(name)),
            tag("span", tag("b", label), tag("small", data_remark=True)),
        )
        for name, label in quiz.choices
    ]
    legend = tag(
        "legend",
        tag("span", f"{quiz.title} ", class_="eg-unseen"),
        "Tick every answer that fits: one, or several.",
        class_="eg-hint",
    )
    error = tag("p", class_="eg-error", role="alert", data_error=True, hidden=True)
    check = tag("p", tag("button", "Check", type="submit", class_="eg-button"), class_="eg-actions")
    said = tag("section", tag("h3", tabindex="-1"), quiz.said, class_="eg-section", data_feedback=True, hidden=True)
    fields = tag("fieldset", legend, tag("div", choices, class_="eg-radios"))
    return join([tag("form", fields, error, check, data_quiz=" ".join(quiz.right), novalidate=True), said])
