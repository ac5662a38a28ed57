"""A partnership's figures: a site and a model in; what was counted of its answers, doubts, contacts and dates out."""

from dataclasses import dataclass
from datetime import date

from helper.engine.model import Model, PrintedDate
from helper.engine.persons import describe
from helper.engine.workdays import say_day
from helper.publish.ages import last_day, say_years
from helper.publish.assurance.count import Counted
from helper.publish.assurance.doubts import Doubts, doubts_of
from helper.publish.assurance.proof import Proof
from helper.publish.assurance.way_up import WayUp, way_up
from helper.publish.site import Site


@dataclass(frozen=True)
class Listed:
    """The contacts of a list, people and services, and how many of them have no number, no e-mail address, nobody's word for it."""

    all: int
    no_telephone: int
    no_email: int
    unconfirmed: int


@dataclass(frozen=True)
class Dated:
    """A printed date, and how long ago it was or how long it is overdue, in words; empty where that cannot be counted."""

    date: PrintedDate
    said: str
    is_overdue: bool


@dataclass(frozen=True)
class Figures:
    """What is counted of a partnership; `document` and `age` sum up its dates; the same `fingerprint` means the same answers.

    `confirmed` is the day on which the partnership said that its pages are right, as a reader says it, or empty.
    """

    model: Model
    counted: Counted | None
    scenarios: int
    doubts: Doubts
    listed: Listed
    dates: tuple[Dated, ...]
    document: str
    age: str
    way: WayUp
    proof: Proof | None
    fingerprint: str
    confirmed: str = ""


def figures_of(site: Site, model: Model) -> Figures:
    """Count."""
    name, build = model.procedure.id, site.build
    dates = tuple(_dated(one, build.day) for one in model.procedure.document.dates)
    return Figures(
        model,
        build.counted.get(name),
        build.scenarios.get(name, 0),
        doubts_of(model),
        _listed(model),
        dates,
        _document(dates),
        _age(dates),
        way_up(model, build.day),
        build.proved.get(name),
        site.assets.answers[name]["table"]["sha256"][:10] if name in site.assets.answers else "",
        next((say_day(day) for id_, day in site.host.confirmed if id_ == name), ""),
    )


def _listed(model: Model) -> Listed:
    """Count whoever stands in the list as the contact page shows it, the partnership's own office included."""
    rows = dict.fromkeys(model.everyone().values())
    found = [plain for row in rows for plain in describe(model, row, row.id, {})]
    lacking = {name: sum(name in plain["missing"] for plain in found) for name in ("telephone", "e-mail")}
    return Listed(len(found), lacking["telephone"], lacking["e-mail"], 0 if model.contacts.confirmed else len(found))


def _dated(printed: PrintedDate, today: date | None) -> Dated:
    if not printed.day or not today:
        return Dated(printed, "", False)
    day = last_day(printed.day)
    is_due = printed.of == "next_review"
    if day >= today:
        return Dated(printed, "not past yet" if is_due else "", False)
    years = say_years(day, today)
    return Dated(printed, f"overdue for {years}" if is_due else f"{years} ago", is_due)


def _newest(dates: tuple[Dated, ...], *of: str) -> Dated | None:
    """Give the newest date of these kinds, with which nothing is said to be older or longer overdue than is sure."""
    return max((one for one in dates if one.date.of in of), key=lambda one: last_day(one.date.day or ""), default=None)


def _document(dates: tuple[Dated, ...]) -> str:
    """Say in one line, under the document's own label, of which date it is, and since when a review is overdue."""
    written, due = _newest(dates, "issue", "review"), _newest(dates, "next_review")
    if not dates:
        return "the document prints no date"
    whole = f"{written.date.what}: {written.date.printed}" if written else f"{dates[-1].date.what}: {dates[-1].date.printed}"
    return f"{whole}, review overdue since {due.date.printed}" if due and due.is_overdue else whole


def _age(dates: tuple[Dated, ...]) -> str:
    """Say how old the document is, and for how long a review is overdue, where that can be counted."""
    written, due = _newest(dates, "issue", "review"), _newest(dates, "next_review")
    age = f"{written.said.removesuffix(' ago')} old" if written and written.said else "no date to count from"
    return f"{age}; review {due.said}" if due and due.is_overdue else age
