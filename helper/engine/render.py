"""Show an Advice as HTML: the same words at build time and in the reader's page. A model, an Advice and the way to the root in."""

from typing import Any

from helper.engine.case import Case
from helper.engine.contact_card import contact_card
from helper.engine.html import Child, Html, join, tag
from helper.engine.model import General, Model
from helper.engine.tiles import tiles
from helper.engine.words import bullets, cite, email, only, reading, say_limit, section, statement, telephone

Plain = dict[str, Any]


def render(model: Model, case: Case, advice: Plain, root: str = "") -> Html:
    """Show the whole answer to a case; `root` is the way from the page to the site's root: `../../`."""
    body = [
        _harm(model, advice, root),
        _headline(model, advice, root),
        tiles(model, case, advice, root),
        _ways(model, advice),
        _todo(model, advice, root),
        _contacts(model, advice, root),
        _limits(model, advice, root),
        _forms(model, advice, root),
        _list(model, advice["record"], "What to write down", "record", root),
        _list(model, advice["inform"], "Whom to tell", "inform", root),
        _list(model, only("general", advice["notes"]), "If you are not sure, or nobody answers", "stuck", root),
        _list(model, advice["gaps"], "What the document does not say", "gaps", root, kind="doubt"),
        _list(model, advice["cautions"], "Check first", "cautions", root, kind="doubt"),
    ]
    return tag("div", join(body), class_="eg-answer")


def render_safety(model: Model, advice: Plain, root: str = "") -> Html:
    """Show the safety line that stands above every answer and every question."""
    lines = [tag("p", _safety_line(model, said, root)) for said in advice["safety"]]
    return tag("div", tag("p", "Child in danger now?", class_="eg-safety__title"), lines, class_="eg-safety")


def render_general_safety(general: General) -> Html:
    """Show the safety line of pages that belong to no partnership: whom to call in an emergency."""
    said = _with_numbers(general.emergency.text, [general.emergency_number])
    return tag("div", tag("p", "Child in danger now?", class_="eg-safety__title"), tag("p", said), class_="eg-safety")


def _safety_line(model: Model, said: Plain, root: str) -> Child:
    return [_with_numbers(said["text"], said["tel"]), " ", cite(model, said["citation"], root)]


def _with_numbers(text: str, tel: list[str]) -> Child:
    """Show a sentence with the numbers to call: in it where it has them, else after it."""
    parts: list[Child] = [text]
    for number in tel:
        last = parts[-1]
        before, found, after = last.partition(number) if isinstance(last, str) else ("", "", "")
        parts[-1:] = [before, telephone(number), after] if found else [*parts[-1:], " ", telephone(number)]
    return parts


def _harm(model: Model, advice: Plain, root: str) -> Child:
    """Show what is said of safety in this case alone; the rest stands above every answer."""
    said = [one for one in advice["safety"] if one["text"] == model.general.harm.text]
    return tag("div", [tag("p", statement(model, one, root)) for one in said], class_="eg-safety") if said else None


def _headline(model: Model, advice: Plain, root: str) -> Child:
    said = advice["headline"]
    return [
        tag("p", _kick(advice["next"]), class_="eg-kick"),
        tag("h2", said["text"], class_="eg-headline", id="answer", tabindex="-1"),
        tag("p", cite(model, said["citation"], root), reading(said), class_="eg-headline__cite"),
    ]


def _kick(ways: list[Plain]) -> str:
    """Name what comes next in one line.

    >>> _kick([{"kind": "stage", "label": "Stage B", "title": "Line managers", "choice": "must"}])
    'Next: Stage B, Line managers'
    """
    if not ways:
        return "Where this stands"
    if len(ways) == 1:
        return f"Next: {ways[0]['label']}, {ways[0]['title']}"
    names = [(way["title"] if way["kind"] == "side_route" else way["label"], way["choice"]) for way in ways]
    must, may = ([name for name, choice in names if choice == which] for which in ("must", "may"))
    return f"Next: {', or '.join([', then '.join(must), *may] if must else may)}"


def _ways(model: Model, advice: Plain) -> Child:
    if len(advice["next"]) < 2:
        return None
    ways = [
        tag("li", tag("b", f"{way['label']}: {way['title']}"), " ", tag("span", _choice(model, way), class_="eg-choice"))
        for way in advice["next"]
    ]
    return section("Your ways on", "next", tag("ul", ways, class_="eg-list"))


def _choice(model: Model, way: Plain) -> str:
    if way["kind"] == "stage" and model.procedure.stage(way["id"]).taken_by == "partnership":
        return "the partnership takes this, not you"
    if way["choice"] == "may":
        return "may apply as well; not part of this procedure" if way["kind"] == "outside" else "the document leaves the choice"
    return {"outside": "first", "side_route": "for this situation", "stage": "the usual next step"}[way["kind"]]


def _todo(model: Model, advice: Plain, root: str) -> Html:
    steps = [tag("li", tag("div", statement(model, one, root))) for one in (*advice["who"], *only("own", advice["notes"]))]
    return section("What to do", "todo", tag("ol", steps, class_="eg-todo")) if steps else Html("")


def _contacts(model: Model, advice: Plain, root: str) -> Child:
    if not advice["contacts"]:
        return None
    age = tag("p", model.contacts.age.text, class_="eg-age")
    cards = [contact_card(model, contact, root) for contact in _said_once(advice["contacts"])]
    return section("Who to contact", "contacts", age, tag("ul", cards, class_="eg-cards"))


def _said_once(contacts: list[Plain]) -> list[Plain]:
    """Leave out of each contact what the one before it says as well: whom it is for, and what is doubtful about their row."""
    shown = []
    for before, contact in zip([{"for_whom": None, "agency": None, "cautions": []}, *contacts], contacts, strict=False):
        for_whom = None if contact["for_whom"] == before["for_whom"] else contact["for_whom"]
        known = before["cautions"] if before["agency"] == contact["agency"] else []
        shown.append(contact | {"for_whom": for_whom, "cautions": [said for said in contact["cautions"] if said not in known]})
    return shown


def _limits(model: Model, advice: Plain, root: str) -> Child:
    """Show every limit; one that is said of several stages in the same words stands once, under all their names."""
    if not advice["deadlines"]:
        return None
    labels = {stage.id: stage.label for stage in model.procedure.stages}
    labels |= {way["id"]: way["label"] for way in advice["next"] if way["kind"] == "outside"}
    alike: dict[tuple[str, str, str], list[Plain]] = {}
    for limit in advice["deadlines"]:
        alike.setdefault((say_limit(limit), limit["text"], str(limit["counting"])), []).append(limit)
    items = [_limit(model, limits, labels, root) for limits in alike.values()]
    first = advice["deadlines"][0]
    counted = any(limit["counting"] and limit["counting"]["days"] for limit in advice["deadlines"])
    numbered = any(limit["unit"] and limit["unit"] != "straight_away" for limit in advice["deadlines"])
    sooner = tag("p", statement(model, first["sooner"], root)) if numbered else None
    convention = tag("p", statement(model, first["convention"], root)) if counted else None
    return section("By when", "deadlines", tag("ul", items, class_="eg-list"), sooner, convention)


def _limit(model: Model, limits: list[Plain], labels: dict[str, str], root: str) -> Html:
    names = ", ".join(labels[limit["stage"]] for limit in limits if limit["stage"] in labels)
    big = tag("b", f"{names}: " if names else None, say_limit(limits[0]))
    return tag("li", big, tag("br"), statement(model, limits[0], root), _counting(limits[0]))


def _counting(limit: Plain) -> Child:
    counting = limit["counting"]
    if not counting or limit["unit"] in (None, "straight_away"):
        return None
    days = [
        tag("li", f"{day['name']}: ", tag("b", f"day {day['number']}") if day["number"] is not None else day["why"])
        for day in counting["days"]
    ]
    shown = tag("details", tag("summary", "Show the count"), tag("ul", days, class_="eg-list")) if days else None
    return tag("div", tag("p", counting["text"]), shown, class_="eg-counting")


def _forms(model: Model, advice: Plain, root: str) -> Child:
    if not advice["forms"]:
        return None
    return section("Which form", "forms", [_form(model, form, root) for form in advice["forms"]])


def _form(model: Model, form: Plain, root: str) -> Html:
    link = tag("a", form["title"], href=f"{root}{model.procedure.id}/forms/#form-{form['id']}")
    copies = tag("li", "Copy to ", [[email(address), " "] for address in form["copy_to"]]) if form["copy_to"] else None
    said = [tag("li", statement(model, one, root)) for one in [form, *form["send_to"], *form["keep"], *form["cautions"]]]
    held = (
        None if form["available"] else tag("p", "We do not hold this form. Ask your safeguarding lead, or the partnership, for it.")
    )
    return tag("div", tag("p", tag("b", link)), held, tag("ul", said, copies, class_="eg-list"))


def _list(model: Model, said: list[Plain], title: str, anchor: str, root: str, kind: str = "plain") -> Child:
    return section(title, anchor, bullets(model, said, root), kind=kind) if said else None
