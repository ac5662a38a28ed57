"""What nobody has confirmed for a while: models, a day and a number of days in, the contacts and documents to ask about out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from helper.engine.model import Contact, Model, Service
from helper.publish.ages import last_day, say_years

# A copy of the site that is older says so on every page; what stands in it should not be older unasked.
USUAL_DAYS = 90


@dataclass(frozen=True)
class Ask:
    """A contact to ask about, in its row of the list; of a row that is asked about itself, both are the same."""

    model: Model
    service: Service
    contact: Contact

    @property
    def id(self) -> str:
        """Give an id that no other contact of any partnership has."""
        return f"{self.model.procedure.id}-{self.contact.id}"

    @property
    def name(self) -> str:
        """Name the contact, with its row where it is a person or post in one."""
        is_row = self.contact is self.service
        return self.service.name if is_row else f"{self.contact.name} ({self.service.name})"

    @property
    def to(self) -> tuple[str, ...]:
        """List the addresses that an e-mail can go to: none that looks wrong."""
        return () if self.contact.as_printed else tuple(one for one in self.contact.email if one.isascii())

    @property
    def doubts(self) -> list[str]:
        """Say what is doubtful about the contact or its row."""
        rows = (self.contact,) if self.contact is self.service else (self.service, self.contact)
        return [said.text for row in rows for said in row.cautions]

    @property
    def page(self) -> str:
        """Give the address of its place on the site, from the site's root."""
        return f"{self.model.procedure.id}/contacts/#contact-{self.service.id}"


@dataclass(frozen=True)
class Listed:
    """A contact list that is due, why, and everybody on it."""

    model: Model
    why: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True)
class Aged:
    """A document of which nobody can tell that it is current, and why."""

    model: Model
    why: str


@dataclass(frozen=True)
class Round:
    """All that is due on a day, as older than a number of days."""

    today: date
    days: int
    lists: tuple[Listed, ...]
    documents: tuple[Aged, ...]


def find_due(models: Iterable[Model], today: date, days: int) -> Round:
    """Find what was never confirmed, or longer ago than that many days, and the documents without a review to come."""
    known = tuple(models)
    return Round(today, days, tuple(_lists(known, today, days)), tuple(_documents(known, today)))


def _lists(models: Iterable[Model], today: date, days: int) -> Iterator[Listed]:
    for model in models:
        asks = tuple(_asks(model))
        if asks and (why := _why(model, today, days)):
            yield Listed(model, why, asks)


def _why(model: Model, today: date, days: int) -> str:
    """Say why a list is due, or nothing where it is not."""
    listed = model.contacts
    if listed.confirmed is None:
        return f"never confirmed; {f'printed {listed.printed}' if listed.printed else 'no date printed'}"
    age = (today - date.fromisoformat(listed.confirmed)).days
    if age < 0:
        return f"confirmed on {listed.confirmed}, a day that is still to come: a slip"
    return f"last confirmed {age} {'day' if age == 1 else 'days'} ago, on {listed.confirmed}" if age > days else ""


def _asks(model: Model) -> Iterator[Ask]:
    """List the people of each row, and the row itself where it has a number or address of its own or nobody in it."""
    office = model.contacts.office
    for service in (*model.contacts.services, *((office,) if office else ())):
        if service.tel or service.email or service.copy_to or not service.people:
            yield Ask(model, service, service)
        yield from (Ask(model, service, person) for person in service.people)


def _documents(models: Iterable[Model], today: date) -> Iterator[Aged]:
    for model in models:
        reviews = [one for one in model.procedure.document.dates if one.of == "next_review" and one.day]
        passed = [one for one in reviews if last_day(one.day or "") < today]
        if not reviews:
            yield Aged(model, "prints no date for its next review")
        elif passed:
            said = " and ".join(f"{one.printed} ({say_years(last_day(one.day or ''), today)} ago)" for one in passed)
            others = [one.printed for one in reviews if one not in passed]
            yield Aged(model, f"its review was due in {said}" + (f"; it also prints {' and '.join(others)}" if others else ""))
