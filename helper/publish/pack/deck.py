"""The scenarios of a pack as numbered cards: a course and the scenarios at its borders in, cards in their order out."""

from dataclasses import dataclass

from helper.engine.case import Case
from helper.engine.model import Model
from helper.publish.site import Site
from helper.publish.training.model import Course, Scenario, Session


@dataclass(frozen=True)
class Dealt:
    """A scenario as a card: its number, where it belongs in a session (1 is its first scenario; None where it is one more),
    and the model of the partnership where the people work, where that is another than the child's."""

    number: int
    scenario: Scenario
    played: int | None
    works_in: Model | None = None

    @property
    def name(self) -> str:
        """Give what the card is called."""
        return f"Card {self.number}: {self.scenario.title}"


def deal(site: Site, course: Course) -> list[Dealt]:
    """Give the cards: those that a session plays, then the others from the easiest up, then those across a border."""
    first = chosen(course.scenarios, plays(course.session))
    others = sorted((one for one in course.scenarios if one not in first), key=lambda one: one.training.level)
    models = {model.procedure.id: model for model in site.models}
    here = [one for one in site.borders if one.case.partnership == course.model.procedure.id]
    own = [(one, place if place <= len(first) else None, None) for place, one in enumerate([*first, *others], 1)]
    across = [(one, None, models[one.works_in or ""]) for one in here]
    return [Dealt(number, *one) for number, one in enumerate([*own, *across], 1)]


def plays(session: Session) -> int:
    """Tell how many scenarios a session plays."""
    return max((part.scenario or 0 for part in session.timetable), default=0)


def chosen(scenarios: tuple[Scenario, ...], number: int) -> list[Scenario]:
    """Choose the scenarios of a session: the first of the easiest, then the first of the hardest, and so on."""
    easiest = sorted(scenarios, key=lambda one: one.training.level)[:1]
    hardest = sorted((one for one in scenarios if one not in easiest), key=lambda one: -one.training.level)
    return [*easiest, *hardest][:number]


def where(model: Model, case: Case) -> str:
    """Name where the child lives."""
    areas = {area.id: area.label for area in model.procedure.areas}
    return f"{areas[case.area]} ({model.procedure.name})" if case.area else model.procedure.name
