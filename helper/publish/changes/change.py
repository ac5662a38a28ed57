"""One thing that an answer says otherwise: the topic, what it is about, and what stood and what stands there."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Said:
    """What a revision says: the text, and where its document says it (a section's id and name; the id is None outside of it)."""

    text: str
    section: str | None = None
    place: str = ""


@dataclass(frozen=True)
class Change:
    """`topic` is a key of TOPICS; `about` names the thing, where it has a name; `aspect` says what of it changed.

    `before` is None for what is new, `after` for what is gone; both are None where only the order changed. `contact` is for a
    change that names somebody on the contact list: what the row of the list is called, which is all that is kept for readers.
    """

    topic: str
    about: str
    aspect: str
    before: Said | None
    after: Said | None
    contact: str = ""


# In the order in which they are told: what could cost a child a day stands first.
TOPICS = {
    "danger": "Where a danger to a child is reported",
    "limit": "By when",
    "limit-in-words": "By when, where no number is given",
    "headline": "What to do first",
    "next": "What comes next",
    "who": "Who acts",
    "contacts": "Who to contact",
    "forms": "Which form",
    "notes": "What to do",
    "record": "What to write down",
    "inform": "Whom to tell",
    "gaps": "What the document does not say",
    "cautions": "What is doubtful",
}
# `detail` is what no reader sees, such as the id of a document.
TEXT, ORDER, WAY, DETAIL = "text", "order", "way", "detail"
