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
        _headline(model, advice, root),
        tiles(model, case, advice, root),
        _ways(advice),
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


def _ways(advice: Plain) -> Child:
    if len(advice["next"]) < 2:
        return None
    ways = [
        tag("li", tag("b", f"{way['label']}: {way['title']}"), " ", tag("span", _choice(way), class_="eg-choice"))
        for way in advice["next"]
    ]
    return section("Your ways on", "next", tag("ul", ways, class_="eg-list"))


def _choice(way: Plain) -> str:
    if way["choice"] == "may":
        return "the document leaves you the choice"
    return "first, before any stage" if way["kind"] == "outside" else "the usual next step"


def _todo(model: Model, advice: Plain, root: str) -> Html:
    steps = [tag("li", tag("div", statement(model, one, root))) for one in (*advice["who"], *only("own", advice["notes"]))]
    return section("What to do", "todo", tag("ol", steps, class_="eg-todo")) if steps else Html("")


def _contacts(model: Model, advice: Plain, root: str) -> Html:
    cards = [contact_card(model, contact, root) for contact in advice["contacts"]]
    age = tag("p", model.contacts.age.text, class_="eg-age")
    body = [age, tag("ul", cards, class_="eg-cards")] if cards else tag("p", "No contact is printed for this step.")
    return section("Who to contact", "contacts", body)


def _limits(model: Model, advice: Plain, root: str) -> Child:
    if not advice["deadlines"]:
        return None
    stages = {stage.id: stage.label for stage in model.procedure.stages}
    items = [
        tag(
            "li",
            tag("b", f"{stages[limit['stage']]}: " if limit["stage"] in stages else None, say_limit(limit)),
            tag("br"),
            statement(model, limit, root),
            _counting(limit),
        )
        for limit in advice["deadlines"]
    ]
    counted = any(limit["counting"] and limit["counting"]["days"] for limit in advice["deadlines"])
    convention = tag("p", statement(model, advice["deadlines"][0]["convention"], root)) if counted else None
    numbered = any(limit["amount"] or limit["due"] for limit in advice["deadlines"])
    sooner = tag("p", statement(model, advice["deadlines"][0]["sooner"], root)) if numbered else None
    return section("By when", "deadlines", tag("ul", items, class_="eg-list"), sooner, convention)


def _counting(limit: Plain) -> Child:
    counting = limit["counting"]
    if not counting:
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
        None
        if form["available"]
        else tag("p", "The document names this form and does not hold it. Ask your safeguarding lead, or the partnership, for it.")
    )
    return tag("div", tag("p", tag("b", link)), held, tag("ul", said, copies, class_="eg-list"))


def _list(model: Model, said: list[Plain], title: str, anchor: str, root: str, kind: str = "plain") -> Child:
    return section(title, anchor, bullets(model, said, root), kind=kind) if said else None
