"""What a procedure is: frozen dataclasses, made from the plain data that the schemas describe.

The fields are documented in `schemas/*.schema.json`; here stand their types and the little that follows from them.
"""

from dataclasses import dataclass
from typing import Literal

Urgency = Literal["routine", "urgent", "significant_harm", "immediate"]
URGENCIES: tuple[Urgency, ...] = ("routine", "urgent", "significant_harm", "immediate")
Side = Literal["raising", "challenged"]
SIDES: tuple[Side, ...] = ("raising", "challenged")
START = "start"


@dataclass(frozen=True)
class When:
    """The cases a statement is for; an empty field means every value."""

    stage: tuple[str, ...] = ()
    urgency: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    you: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """One sentence of ours and where the source says it."""

    text: str
    section: str | None = None
    basis: Literal["stated", "inferred", "general"] = "stated"
    source: str | None = None
    when: When = When()


@dataclass(frozen=True)
class Gap(Statement):
    """Something the source does not say: `not_set`, or perhaps in a part we do not have: `not_readable`."""

    kind: Literal["not_set", "not_readable"] = "not_set"


@dataclass(frozen=True)
class Length:
    """How long a limit is, where the source says it in a second way as well."""

    amount: int
    unit: str


@dataclass(frozen=True)
class Limit(Statement):
    """A time the source sets: for what, how much, counted from when. `amount` and `unit` are None where it gives no number."""

    purpose: Literal["raise", "reply", "resolve", "report", "other"] = "other"
    amount: int | None = None
    unit: str | None = None
    counted_from: Literal["concern_arose", "stage_began", "other_event"] | None = None
    event: str | None = None
    equates: Length | None = None


@dataclass(frozen=True)
class FormUse(Statement):
    """That a form belongs to a step."""

    form: str = ""


@dataclass(frozen=True)
class Headline:
    """The one thing to do now, for each side of a disagreement."""

    raising: Statement
    challenged: Statement


@dataclass(frozen=True, kw_only=True)
class Step:
    """What a stage, a side route, a rule of urgency or a settled case asks of people."""

    who: tuple[Statement, ...] = ()
    notes: tuple[Statement, ...] = ()
    limits: tuple[Limit, ...] = ()
    record: tuple[Statement, ...] = ()
    inform: tuple[Statement, ...] = ()
    forms: tuple[FormUse, ...] = ()
    gaps: tuple[Gap, ...] = ()
    cautions: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Reach:
    """Whose contact a step needs, and who uses it; `own` where the reader's own agency's entry of the list is needed too."""

    whose: Literal["counterpart", "partnership", "nobody"]
    raising: Statement
    challenged: Statement
    own: Statement | None = None


@dataclass(frozen=True)
class Onward:
    """What moves a disagreement from one stage to the next."""

    to: str
    text: str
    section: str


@dataclass(frozen=True, kw_only=True)
class Stage(Step):
    """One rung of the ladder, under the source's own label."""

    id: str
    label: str
    title: str
    summary: Statement
    headline: Headline
    reach: Reach
    taken_by: Literal["reader", "partnership"] = "reader"
    onward: Onward | None = None


@dataclass(frozen=True, kw_only=True)
class SideRoute(Step):
    """A way beside the ladder, for one situation; `ladder` says how firmly the usual next stage stands beside it."""

    id: str
    label: str
    title: str
    choice: Literal["must", "may"]
    kind: Literal["side_route", "outside"]
    summary: Statement
    headline: Headline
    ladder: Literal["must", "may"] = "must"
    stages: tuple[str, ...] = ()


@dataclass(frozen=True)
class BeginAt:
    """A stage that an urgent case may, or must, begin at."""

    stage: str
    choice: Literal["must", "may"]
    text: str
    section: str
    headline: Headline
    basis: Literal["stated", "inferred"] = "stated"


@dataclass(frozen=True)
class Protection:
    """Where a danger to a child is reported, before and beside any ladder."""

    id: str
    label: str
    title: str
    standing: Statement
    headline: Statement
    contact: str | None = None


@dataclass(frozen=True, kw_only=True)
class UrgencyRule(Step):
    """What one degree of urgency adds to the rules of every less urgent one."""

    begin_at: tuple[BeginAt, ...] = ()
    protection: Protection | None = None


@dataclass(frozen=True)
class UrgencyRules:
    """The four rules, from the least urgent up; each adds to those before it, so urgency is never slower."""

    routine: UrgencyRule
    urgent: UrgencyRule
    significant_harm: UrgencyRule
    immediate: UrgencyRule

    def up_to(self, urgency: Urgency) -> tuple[UrgencyRule, ...]:
        """Give the rules that hold for an urgency: its own and every less urgent one, least urgent first."""
        return tuple(getattr(self, name) for name in URGENCIES[: URGENCIES.index(urgency) + 1])


@dataclass(frozen=True, kw_only=True)
class Ending(Step):
    """Where the ladder stops, and who decides then."""

    headline: Statement


@dataclass(frozen=True, kw_only=True)
class Settled(Step):
    """What is left to do once people agree."""

    headline: Statement


@dataclass(frozen=True)
class Section:
    """A section or paragraph of the source that a statement can point to."""

    id: str
    title: str
    short: str | None = None


@dataclass(frozen=True)
class PrintedDate:
    """A date as the source prints it; `day` is the same as YYYY-MM-DD, YYYY-MM or YYYY, `of` what it is the date of."""

    what: str
    printed: str
    section: str
    of: Literal["issue", "review", "next_review"] | None = None
    day: str | None = None


@dataclass(frozen=True)
class Corrections:
    """Where the source asks to be told of mistakes."""

    email: str
    text: str
    section: str


@dataclass(frozen=True)
class Abbreviation:
    """A short form that the document uses. `words` are the whole of it: the document's own where it is `stated`, and our reading
    where it is `inferred`; there are none where nobody can tell from the document. `meaning` is ours, in plain English."""

    short: str
    section: str
    words: str | None = None
    plural: str | None = None
    basis: Literal["stated", "inferred"] = "stated"
    meaning: str | None = None


@dataclass(frozen=True)
class Document:
    """The source document."""

    id: str
    title: str
    owner: Statement
    review: Statement
    sections: tuple[Section, ...]
    dates: tuple[PrintedDate, ...] = ()
    corrections: Corrections | None = None
    beside: tuple[Statement, ...] = ()
    not_held: tuple[Statement, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

    def name_section(self, section_id: str) -> str:
        """Name a section as shortly as a reader needs to find it."""
        section = next(section for section in self.sections if section.id == section_id)
        return section.short or section.title


@dataclass(frozen=True)
class Area:
    """One of several areas that a partnership covers."""

    id: str
    label: str


@dataclass(frozen=True)
class Procedure:
    """A partnership's escalation procedure."""

    id: str
    name: str
    partnership: str
    people: Literal["children", "adults"]
    document: Document
    summary: Statement
    scope: tuple[Statement, ...]
    principles: tuple[Statement, ...]
    urgency: UrgencyRules
    stages: tuple[Stage, ...]
    ending: Ending
    settled: Settled
    within_one_agency: Gap
    side_routes: tuple[SideRoute, ...] = ()
    always: Step = Step()
    borders: Step = Step()
    areas: tuple[Area, ...] = ()

    def stage(self, stage_id: str) -> Stage:
        """Give the stage with this id."""
        return next(stage for stage in self.stages if stage.id == stage_id)

    def side_route(self, route_id: str) -> SideRoute:
        """Give the side route with this id."""
        return next(route for route in self.side_routes if route.id == route_id)


@dataclass(frozen=True)
class Telephone:
    """A number as printed, and what the source says of using it."""

    number: str
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Someone, or a service, on a contact list."""

    id: str
    name: str
    role: str | None = None
    tel: tuple[Telephone, ...] = ()
    email: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    as_printed: bool = False
    notes: tuple[Statement, ...] = ()
    cautions: tuple[Statement, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Service(Contact):
    """A row of a contact list: a service, the agencies and stages it serves, and the people printed in it."""

    agencies: tuple[str, ...]
    stages: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    people: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class ContactList:
    """A partnership's contact list, or the reason why there is none."""

    title: str
    section: str
    age: Statement
    unlisted: Gap
    office: Service | None
    services: tuple[Service, ...]
    printed: str | None = None
    confirmed: str | None = None
    cautions: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Column:
    """One column of a table in a form."""

    label: str
    type: str
    help: str | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """One question of a form, under the form's own label."""

    id: str
    label: str
    type: str
    help: str | None = None
    options: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[str, ...] = ()
    group: str | None = None
    offer: Literal["today", "your_agency", "their_agency", "stage"] | None = None


@dataclass(frozen=True)
class Form:
    """A form of the source, field by field, or only its name where the source does not hold it."""

    id: str
    title: str
    section: str
    available: bool
    summary: Statement
    keep: tuple[Statement, ...] = ()
    send_to: tuple[Statement, ...] = ()
    copy_to: tuple[str, ...] = ()
    copy_section: str | None = None
    fields: tuple[Field, ...] = ()
    cautions: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Agency:
    """Who a reader would say they work for."""

    id: str
    label: str
    phrase: str


@dataclass(frozen=True)
class General:
    """Advice that is in none of the sources, and says so."""

    document: str
    emergency: Statement
    emergency_number: str
    harm: Statement
    ask: Statement
    ask_office: Statement
    elsewhere: Statement
    counting: Statement
    sooner: Statement
    disclaimer: Statement
    no_answer: Statement
    words: Statement
    own_points: Statement
    secure: Statement
    agree_day: Statement
    silence: Statement
    challenged: tuple[Statement, ...]


@dataclass(frozen=True)
class OurPoint:
    """A point of ours: what to say where a procedure asks for nothing in particular, and the line for it."""

    text: str
    say: str


@dataclass(frozen=True)
class Words:
    """Words to use in one way of speaking; the points come between their beginning and their end."""

    begin: str
    end: str
    subject: str | None = None


@dataclass(frozen=True)
class Frame:
    """Words of ours for one who speaks to another: face to face, by telephone, by e-mail."""

    id: str
    label: str
    talk: Words
    call: Words
    email: Words
    points: tuple[OurPoint, ...]


@dataclass(frozen=True)
class Point(Statement):
    """What a procedure asks people to say, and the line of ours for it."""

    say: str = ""


@dataclass(frozen=True)
class Use:
    """A frame, and what the procedure asks people to say in it; where that is nothing, the frame's own points stand in."""

    frame: str
    points: tuple[Point, ...] = ()
    with_ours: bool = False
    ours_first: bool = False


@dataclass(frozen=True)
class StageWords:
    """The words of one stage for each side, how the source would have people speak, and that it sets no day for an answer."""

    stage: str
    raising: tuple[Use, ...]
    challenged: tuple[Use, ...]
    how: tuple[Statement, ...] = ()
    no_answer: Gap | None = None


@dataclass(frozen=True)
class Wording:
    """Which words go with each stage of a procedure; `how` is for all of them, `challenged` for those who are challenged."""

    stages: tuple[StageWords, ...]
    ending: tuple[Use, ...]
    settled: tuple[Use, ...]
    how: tuple[Statement, ...] = ()
    challenged: tuple[Statement, ...] = ()

    def of(self, stage_id: str) -> StageWords:
        """Give the words of the stage with this id."""
        return next(words for words in self.stages if words.stage == stage_id)


@dataclass(frozen=True)
class BankHolidays:
    """The bank holidays of England and Wales that are known: date (YYYY-MM-DD) to name."""

    source: str
    days: dict[str, str]


@dataclass(frozen=True)
class Model:
    """All that one partnership's answers are made of."""

    procedure: Procedure
    contacts: ContactList
    forms: tuple[Form, ...]
    agencies: tuple[Agency, ...]
    general: General
    holidays: BankHolidays
    frames: tuple[Frame, ...]
    wording: Wording

    def frame(self, frame_id: str) -> Frame:
        """Give the words of ours with this id."""
        return next(frame for frame in self.frames if frame.id == frame_id)

    def form(self, form_id: str) -> Form:
        """Give the form with this id."""
        return next(form for form in self.forms if form.id == form_id)

    def everyone(self) -> dict[str, Service]:
        """Give every contact's id with the row of the list it stands in, the partnership's own office included."""
        rows = self.contacts.services + ((self.contacts.office,) if self.contacts.office else ())
        return {contact.id: row for row in rows for contact in (row, *row.people)}
