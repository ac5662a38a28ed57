"""Short forms are written out where a page first uses them, and the glossary explains them all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from helper.engine.html import Html
from helper.engine.model import Abbreviation
from helper.publish.command import run
from helper.publish.glossary.model import Form, Glossary, in_answers, read_glossary, standing
from helper.publish.glossary.page import glossary_entries, short_id
from helper.publish.glossary.write_out import HEAD, write_out
from helper.publish.notes import CAPITALS, LONGEST, notes_of
from tests.partnerships import invented, put_invented, real
from tests.publish.test_readability import texts_of_programs

FORMS = {
    "GP": Form("GP", "family doctor", "family doctors"),
    "WSCB": Form("WSCB", "Wigan's Board", "Wigan's Boards", is_own=True),
}
HEADING = "<h1>Ask</h1>"


def shown(html: str, *by_script: str) -> str:
    """Write out a page, and give what a reader sees of it."""
    return re.sub(r"<[^>]+>", "", write_out(html, FORMS, by_script)).replace("&#x27;", "'")


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<p>A GP knows. The GP writes.</p>", "A GP (family doctor) knows. The GP writes."),
        ("<p>Two GPs know.</p>", "Two GPs (family doctors) know."),
        ("<p>The GP&#x27;s view</p>", "The GP's (family doctor) view"),
        ("<p>Ask <b>your GP</b>.</p>", "Ask your GP (family doctor)."),
        ("<p>A family doctor (GP) knows. Ask the GP.</p>", "A family doctor (GP) knows. Ask the GP."),
        ("<p>Write to gp@GP.example or GP-2, read the GPO.</p>", "Write to gp@GP.example or GP-2, read the GPO."),
        ('<p title="GP">Nobody</p><script>GP</script><!-- GP -->', "NobodyGP"),
    ],
)
def test_a_sentence_takes_the_words_in_where_the_short_form_first_stands(html: str, seen: str) -> None:
    assert shown(html) == seen


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Your GP</h2>",
        '<p><a href="#x">The GP list</a></p>',
        "<svg><text>GP</text></svg>",
        "<label>Your GP <input></label>",
        '<li><span class="eg-printed">GP:</span></li>',
        '<article data-answer="x"><p>Ask the GP.</p></article>',
        "<select><option>GP practice</option></select>",
        '<p class="eg-card__name">The GP</p>',
    ],
)
def test_what_stays_as_it_is_is_written_out_at_the_head_of_the_page(html: str) -> None:
    whole = f"{HEADING}{html}<p>Ask the GP.</p>"
    assert re.sub(r"<p[^>]*data-short-forms.*?</p>", "", write_out(whole, FORMS)) == whole
    assert shown(whole).startswith(f"Ask{HEAD}: GP: family doctor. ")


def test_the_name_of_a_contact_is_written_out_on_its_card_and_not_in_a_list_to_choose_from() -> None:
    card = '<li class="eg-card"><p class="eg-card__name">WSCB Team</p><span data-short="WSCB">WSCB: Wigan&#x27;s Board</span></li>'
    assert HEAD not in shown(HEADING + card)
    assert HEAD not in shown(f"{HEADING}<select><option>WSCB Team</option></select>")
    assert HEAD in shown(HEADING + card.replace("data-short", "data-other"))


def test_what_a_script_brings_is_written_out_before_it_comes() -> None:
    assert shown(f"{HEADING}<p>Later.</p>", "GP") == f"Ask{HEAD}: GP: family doctor. Later."
    assert shown(f"{HEADING}<p>Ask the GP.</p>", "GP").startswith(f"Ask{HEAD}: GP: ")


def test_a_part_that_explains_its_short_forms_itself_is_left_alone() -> None:
    html = f"{HEADING}<div data-explains-itself><p>GP</p></div>"
    assert write_out(html, FORMS) == html


def test_one_short_form_of_two_documents_is_written_out_with_their_names() -> None:
    own = {"Warrington": (Abbreviation("WSCB", "1", "Warrington's Board"),), "Wigan": (Abbreviation("WSCB", "1", None),)}
    said = re.sub(r"<[^>]+>", "", write_out("<p>The WSCB met.</p>", Glossary(own=own).forms()))
    assert said == (
        "The WSCB (in Warrington: Warrington&#x27;s Board; in Wigan: the document does not say what it stands for) met."
    )


def test_words_that_are_our_reading_say_so() -> None:
    said = Glossary(own={"Harrow": (Abbreviation("MPS", "1", "Metropolitan Police Service", basis="inferred"),)}).forms()
    assert 'Metropolitan Police Service, <span class="eg-basis">our reading</span>' in write_out("<p>Ask the MPS.</p>", said)


def test_what_a_page_is_told_is_escaped() -> None:
    forms = Glossary(own={"X": (Abbreviation("XY", "1", "<b>bold</b>"),)}).forms()
    assert "<b>bold" not in write_out("<p>Ask the XY.</p><h2>XY</h2>", forms)
    assert "&lt;b&gt;bold" in write_out("<p>Ask the XY.</p>", forms)


class Text(HTMLParser):
    """What a reader may read on a page, in order; cards and what explains itself are told apart."""

    VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "wbr"])

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.around: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in self.VOID:
            hidden = tag in ("script", "style", "select", "template", "code", "pre") or "data-explains-itself" in given
            self.around.append((tag, hidden or (bool(self.around) and self.around[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        while self.around and self.around.pop()[0] != tag:
            pass
        self.text.append("" if tag in ("b", "span", "a") else " ")

    def handle_data(self, data: str) -> None:
        if not (self.around and self.around[-1][1]):
            self.text.append(data)


def text_of(html: str) -> str:
    """Give the text of a page's main part below its title."""
    reader = Text()
    reader.feed(html.partition('<div class="eg-page">')[2].partition("</main>")[0])
    return " ".join("".join(reader.text).split())


@cache
def short_forms() -> dict[str, set[str]]:
    """Give the short forms that each partnership's pages may use."""
    glossary = read_glossary(real())
    return {name: set(glossary.forms(found.model)) for name, found in real().partnerships.items()} | {"": set(glossary.forms())}


def first_uses(text: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Give what stands around each short form where it first stands."""
    for short in known:
        if found := standing(short).search(text):
            yield short, text[max(0, found.start() - 1) : found.end() + 2]


def test_every_page_writes_every_short_form_out_where_it_first_stands(site_folder: Path) -> None:
    wrong, met = [], set()
    for file in sorted(site_folder.rglob("index.html")):
        path = file.relative_to(site_folder)
        text = text_of(file.read_text(encoding="utf-8"))
        body = text.partition(" ")[2]
        for short, around in first_uses(body, short_forms().get(path.parts[0], short_forms()[""])):
            met.add(short)
            # After it in brackets, itself in brackets, or in the line at the head and on a contact's card, before a colon.
            explained = f"{short}: " in body or f"{short} (" in around or f"{short}s (" in around or f"({short})" in around
            if not explained and "'s (" not in around:
                wrong.append(f"{path}: {around}")
    assert wrong == []
    assert len(met) > 10


@pytest.mark.parametrize("name", sorted(real().partnerships))
def test_the_helper_writes_out_beforehand_what_its_answers_may_use(site_folder: Path, name: str) -> None:
    html = (site_folder / name / "next-step/index.html").read_text(encoding="utf-8")
    line = html.partition("data-short-forms")[2].partition("</p>")[0]
    wanted = in_answers(real().partnerships[name].model)
    assert {short for short in wanted if f"<b>{short}</b>: " in line} == wanted
    assert html.index("data-short-forms") < html.index("data-answers")


def test_no_page_uses_a_short_form_that_nothing_explains(site_folder: Path) -> None:
    glossary = read_glossary(real())
    spelled = {"RECORD", "OF", "PROFESSIONAL", "DISAGREEMENT", *glossary.not_short}
    wrong = {}
    for file in sorted(site_folder.rglob("index.html")):
        found = set(CAPITALS.findall(re.sub(r"\b[A-Z]+=\S+|\S*[_./]\S*", " ", text_of(file.read_text(encoding="utf-8")))))
        if unknown := found - spelled - set(glossary.forms()):
            wrong[str(file.relative_to(site_folder))] = unknown
    assert wrong == {}


def test_no_script_says_a_short_form_that_nothing_explains() -> None:
    glossary = read_glossary(real())
    said = [text for name, text in texts_of_programs() if name.endswith(".js") and " " in text and "${" not in text]
    assert len(said) > 100
    assert {short for text in said for short in CAPITALS.findall(text)} - set(glossary.forms()) - set(glossary.not_short) == set()


def test_the_glossary_has_every_short_form_with_the_place_that_writes_it_out(site_folder: Path) -> None:
    html = (site_folder / "glossary/index.html").read_text(encoding="utf-8")
    for found in real().partnerships.values():
        for one in found.model.procedure.document.abbreviations:
            entry = html.partition(f'id="{short_id(one.short)}"')[2].partition("</div>")[0]
            assert f"In {found.model.procedure.name}: " in entry
            assert f"../{found.id}/sources/#section-{one.section}" in entry
            assert (one.words is not None) or "does not say what it stands for" in entry


def test_the_search_finds_every_short_form_and_word() -> None:
    glossary = read_glossary(real())
    entries = {entry.title: entry for entry in glossary_entries(glossary)}
    assert set(glossary.forms()) <= set(entries)
    assert "In Wigan: Wigan Safeguarding Children's Board." in entries["WSCB"].text
    assert entries["Escalate"].unseen == ("escalated", "escalation", "escalations")


def test_a_new_partnership_needs_no_code_for_its_short_forms() -> None:
    glossary = read_glossary(invented())
    model = invented().partnerships["northmere"].model
    assert {"CFD", "EDT"} <= set(glossary.forms(model))
    assert in_answers(replace(model, wording=model.wording)) == set()
    assert isinstance(write_out("<p>The EDT answers.</p>", glossary.forms(model)), Html)


def test_our_procedures_leave_nothing_to_note() -> None:
    assert notes_of(real()) == []
    assert notes_of(invented()) == []


def test_check_notes_a_long_sentence_and_a_short_form_that_nothing_explains(tmp_path: Path) -> None:
    put_invented(tmp_path)
    file = tmp_path / "procedures/northmere/contacts.yml"
    long = " ".join(["word"] * (LONGEST + 1))
    old = "At night the EDT answers for the CFD."
    file.write_text(file.read_text(encoding="utf-8").replace(old, f"The MASH knows. {long}."), encoding="utf-8")
    line = next(number for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if "MASH" in text)
    said: list[str] = []
    assert run(["check"], lambda text: said.append(str(text)), said.append, tmp_path) == 0
    [told] = said
    assert f'procedures/northmere/contacts.yml:{line}: Nothing explains the short form "MASH".\nMend: ' in told
    assert f"procedures/northmere/contacts.yml:{line}: This sentence has {LONGEST + 1} words: " in told
    assert "2 note(s). They stop no site" in told
    assert "No problems. 1 procedure(s) checked." in told
