"""Show an Advice as HTML: the same words at build time and in the reader's page. A model, an Advice and the way to the root in."""

from typing import Any

from helper.engine.case import Case
from helper.engine.contact_card import contact_fragments
from helper.engine.html import Child, Html, join, tag
from helper.engine.limits import limits
from helper.engine.model import General, Model
from helper.engine.tiles import form_tile, when_tile, who_tile
from helper.engine.view import Asked, Entries, Fragment, Piece, show_entries, show_piece
from helper.engine.wording.challenged import challenged
from helper.engine.wording.no_answer import no_answer
from helper.engine.wording.opening import words
from helper.engine.wording.slip import slip
from helper.engine.words import (
    NOT_HELD,
    bullets,
    cite,
    email,
    fill_link,
    only,
    open_section,
    reading,
    section,
    statement,
    telephone,
)

Plain = dict[str, Any]
IN_DANGER = "Child in danger now?"


def render(model: Model, case: Case, advice: Plain, root: str = "") -> Html:
    """Show the whole answer to a case; `root` is the way from the page to the site's root: `../../`."""
    asked = Asked(model, case, advice, root)
    return join([show_piece(one, asked) if isinstance(one, Piece) else show_entries(one, asked) for one in view()])


def view() -> tuple[Piece | Entries, ...]:
    """Give the pieces and lists that an answer is shown in, from top to bottom."""
    contacts = Entries("contacts", contact_fragments, _open_contacts, lambda _: Html("</ul></section>"))
    gaps = Entries("gaps", _gap_fragments, _open_gaps, lambda _: Html("</ul></section>"))
    return (
        Piece((lambda _: Html('<div class="eg-answer">'),)),
        Piece((_harm,)),
        Piece((_headline,)),
        Piece((lambda _: Html('<div class="eg-tiles">'),)),
        who_tile(),
        when_tile(),
        form_tile(),
        Piece((lambda _: Html("</div>"),)),
        Piece((_ways,)),
        Piece((_todo,)),
        Piece((challenged,)),
        contacts,
        Piece((limits,)),
        Piece((_forms,)),
        Piece((lambda asked: _list(asked, asked.advice["record"], "What to write down", "record"),)),
        Piece((lambda asked: _list(asked, asked.advice["inform"], "Whom to tell", "inform"),)),
        Piece((no_answer,)),
        Piece((words,)),
        Piece((slip,)),
        Piece((_stuck,)),
        gaps,
        Piece((lambda asked: _list(asked, asked.advice["cautions"], "Check first", "cautions", kind="doubt"),)),
        Piece((lambda _: Html("</div>"),)),
    )


def render_safety(model: Model, advice: Plain, root: str = "") -> Html:
    """Show the safety line that stands above every answer and every question."""
    lines = [tag("p", _safety_line(model, said, root)) for said in advice["safety"]]
    return tag("div", tag("p", IN_DANGER, class_="eg-safety__title"), lines, class_="eg-safety")


def render_general_safety(general: General) -> Html:
    """Show the safety line of pages that belong to no partnership: whom to call in an emergency."""
    said = _with_numbers(general.emergency.text, [general.emergency_number])
    return tag("div", tag("p", IN_DANGER, class_="eg-safety__title"), tag("p", said), class_="eg-safety")


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


def _harm(asked: Asked) -> Child:
    """Show what is said of safety in this case alone; the rest stands above every answer."""
    model = asked.model
    said = [one for one in asked.advice["safety"] if one["text"] == model.general.harm.text]
    return tag("div", [tag("p", statement(model, one, asked.root)) for one in said], class_="eg-safety") if said else None


def _headline(asked: Asked) -> Child:
    said = asked.advice["headline"]
    return [
        tag("p", _kick(asked.advice["next"]), class_="eg-kick"),
        tag("h2", said["text"], class_="eg-headline", id="answer", tabindex="-1"),
        tag("p", cite(asked.model, said["citation"], asked.root), reading(said), class_="eg-headline__cite"),
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


def _ways(asked: Asked) -> Child:
    ahead = asked.advice["next"]
    if len(ahead) < 2:
        return None
    ways = [tag("li", tag("b", f"{way['label']}: {way['title']}"), " ", tag("span", say_choice(asked.model, way))) for way in ahead]
    return section("Your ways on", "next", tag("ul", ways, class_="eg-list"))


def say_choice(model: Model, way: Plain) -> str:
    """Say how firmly one of the ways on stands."""
    if way["kind"] == "stage" and model.procedure.stage(way["id"]).taken_by == "partnership":
        return "the partnership takes this, not you"
    if way["choice"] == "may":
        return "may apply as well; not part of this procedure" if way["kind"] == "outside" else "the document leaves the choice"
    return {"outside": "first", "side_route": "for this situation", "stage": "the usual next step"}[way["kind"]]


def _todo(asked: Asked) -> Child:
    said = [*asked.advice["who"], *only("own", asked.advice["notes"])]
    steps = [tag("li", tag("div", statement(asked.model, one, asked.root))) for one in said]
    return section("What to do", "todo", tag("ol", steps, class_="eg-todo")) if steps else None


def _open_contacts(asked: Asked) -> Child:
    age = tag("p", asked.model.contacts.age.text, class_="eg-age")
    return [open_section("Who to contact", "contacts"), age, Html('<ul class="eg-cards">')]


def _forms(asked: Asked) -> Child:
    forms = asked.advice["forms"]
    return section("Which form", "forms", [_form(asked.model, form, asked.root) for form in forms]) if forms else None


def _form(model: Model, form: Plain, root: str) -> Html:
    link = tag("a", form["title"], href=f"{root}{model.procedure.id}/forms/#form-{form['id']}")
    copies = tag("li", "Copy to ", [[email(address), " "] for address in form["copy_to"]]) if form["copy_to"] else None
    said = [tag("li", statement(model, one, root)) for one in [form, *form["send_to"], *form["keep"], *form["cautions"]]]
    held = None if form["available"] else tag("p", NOT_HELD)
    return tag("div", tag("p", tag("b", link)), fill_link(model, form, root), held, tag("ul", said, copies, class_="eg-list"))


def _stuck(asked: Asked) -> Child:
    return _list(asked, only("general", asked.advice["notes"]), "If you are not sure, or nobody answers", "stuck")


def _open_gaps(_: Asked) -> Child:
    return [open_section("What the document does not say", "gaps", kind="doubt"), Html('<ul class="eg-list">')]


def _gap_fragments(model: Model, gap: Plain, root: str) -> list[Fragment]:
    return [Fragment(tag("li", statement(model, gap, root)))]


def _list(asked: Asked, said: list[Plain], title: str, anchor: str, kind: str = "plain") -> Child:
    return section(title, anchor, bullets(asked.model, said, asked.root), kind=kind) if said else None
