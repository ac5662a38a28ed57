"""Every kind of page and every state that its scripts give it: a name, the page it is on, and how a reader comes there.

A test that looks at all of them finds a new template by its page. To add one, write a line into KINDS: a name, and `at(...)`
with the page's address in the site; where a script gives the page another state, one more line, and what a reader does.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser import states as do
from tests.browser.desk import HARD, HARD_LONG

CASE = "stage=b&urgency=urgent&them=police"


@dataclass(frozen=True)
class Kind:
    """A page, by its address in the site, and what is done there."""

    address: str
    act: do.Act

    @property
    def path(self) -> str:
        """Where the page is in the site, without what a script reads from its address."""
        return re.split("[?#]", self.address)[0]

    def open(self, page: Page, site: str) -> None:
        """Open it anew, whatever the page showed before."""
        page.goto("about:blank")
        page.goto(site + self.address)
        self.act(page)


def at(address: str) -> Kind:
    """A page as it comes, with all that it folds unfolded."""
    return Kind(address, do.unfold)


KINDS: dict[str, Kind] = {
    "home": at(""),
    "home, old": Kind("", do.grown_old),
    "where the child lives": at("next-step/"),
    "search page": at("search/"),
    "search, results": Kind("salford/", do.search("police")),
    "search, nothing": Kind("wigan/", do.search("xylophone")),
    "stages": at("salford/"),
    "stages, a newer edition": Kind("trafford/", do.newer_offered),
    "stages of areas": at("pan-cheshire/"),
    "flowchart": at("salford/flowchart/"),
    "contacts": at("salford/contacts/"),
    "contacts, filtered": Kind("salford/contacts/", do.filtered("police")),
    "contacts, nothing fits": Kind("salford/contacts/", do.filtered("xylophone")),
    "contacts that no list names": at("harrow/contacts/"),
    "forms": at("salford/forms/"),
    "forms that are not held": at("wigan/forms/"),
    "form": at("trafford/forms/notice/"),
    "form, half written": Kind("salford/forms/notice/", do.half_written),
    "form, looked over": Kind("salford/forms/notice/", do.looked_over("notice", {"child-name": HARD, "summary": HARD_LONG})),
    "form, to be cleared": Kind("salford/forms/notice/", do.about_to_clear),
    "form, a draft with more": Kind("salford/forms/notice/", do.draft_with_more),
    "words": at("salford/words/"),
    "sources": at("salford/sources/"),
    "about": at("about/"),
    "pack": at("salford/pack/"),
    "poster": at("wigan/poster/"),
    "briefing": at("wigan/briefing/"),
    "for your team": at("wigan/team/"),
    "how it was checked": at("assurance/"),
    "correction sheet": at("salford/check/"),
    "question, choices": at("salford/next-step/"),
    "question, a long list": Kind("salford/next-step/#stage=b", do.questions("salford", urgency="routine")),
    "question, a day": Kind("wigan/next-step/#stage=1&urgency=routine", do.ask("wigan", "since")),
    "question, the last time left empty": Kind("salford/next-step/#stage=b&colour=blue", do.leave_empty),
    "answer": Kind(f"salford/next-step/#{CASE}", do.answer("salford", "2026-03-02")),
    "answer, danger": Kind("pan-cheshire/next-step/#stage=1&urgency=immediate", do.answer("pan-cheshire")),
    "answer, challenged": Kind("trafford/next-step/#stage=1&urgency=routine&side=challenged", do.begun_before("trafford")),
    "answer, the end": Kind("harrow/next-step/#stage=6&urgency=routine", do.answer("harrow")),
    "answer, settled": Kind("wigan/next-step/#stage=2&urgency=routine&resolved=true", do.answer("wigan")),
    "answer, its form": Kind(f"salford/next-step/#{CASE}", do.form_beside),
    "answer, about to begin anew": Kind(f"salford/next-step/#{CASE}", do.about_to_begin_anew),
    "answer of its own": at("salford/next-step/b/urgent/"),
    "fault": Kind(f"salford/next-step/#{CASE}", do.fault),
    "compare": at("compare/#of=salford,wigan,atlantis"),
    "compare, all in full": Kind("compare/", do.hide_and_unfold),
    "compare, child elsewhere": at("compare/#work=trafford&child=wigan"),
    "compare, nothing to compare": at("compare/#work=trafford&child=trafford"),
    "all contacts": Kind("contacts/", do.found),
    "all contacts, nothing": Kind("contacts/", do.found_none),
    "training": at("training/"),
    "training, a wrong code": Kind("training/", do.wrong_code),
    "training, a set": Kind("training/", do.in_the_room()),
    "training, the story": Kind("training/", do.in_the_room("Run a session", "story")),
    "training, roles": Kind("training/", do.in_the_room("Run a session", "roles")),
    "training, what is asked": Kind("training/", do.in_the_room("Run a session", "ask")),
    "training, an answer": Kind("training/", do.in_the_room("Run a session", "answer")),
    "training, what if": Kind("training/", do.in_the_room("Run a session", "what-if")),
    "training, what if: changed": Kind("training/", do.what_if_changed),
    "training, looking back": Kind("training/", do.in_the_room("Run a session", "looking-back")),
    "training, a plan": Kind("training/", do.in_the_room("Run a session", "plan")),
    "training, a question left empty": Kind("training/", do.none_ticked),
    "training, a question answered": Kind("training/", do.first_ticked),
    "training, how it went": Kind("training/", do.in_the_room("Study on my own", "summary")),
    "copies": Kind("offline/", do.copies_known),
    "copies, not here": Kind("offline/", do.without_copies),
    "not kept": at("offline/not-kept/#salford/contacts/"),
    "in a frame": at("embed/?partnership=salford"),
    "in a frame, an answer": Kind(f"embed/?partnership=salford&theme=dark#{CASE}", do.answer("salford")),
    "in a frame, of which area": at("embed/?partnership=atlantis"),
    "in a frame, closed": Kind("embed/?partnership=salford", do.closed_in),
    "accessibility": at("accessibility/"),
    "glossary": at("glossary/"),
    "changes": at("changes/"),
    "for those who keep it true": at("keeping-it-true/"),
    "licences": at("licences/"),
    "for embedders": at("embed/guide/"),
    "for hosts": at("own-copy/"),
    "not found": at("404.html"),
}
