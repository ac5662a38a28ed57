"""All contacts of all partnerships: models in, an index to look them up in and each partnership's cards out.

The index holds what is looked for, and the page loads it on first use. A card is what the partnership's own contact page shows,
with the age of its list and what is doubtful about it; the page fetches the cards of a partnership once one of them is found.
So neither the page nor what a first search loads grows by all cards of all partnerships (docs/decisions/0021).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from helper.engine.html import Child, Html, tag
from helper.engine.model import Model
from helper.publish.contact_rows import Row, contact_rows
from helper.publish.findable import contact_entries, no_list_entry
from helper.publish.published import Published, publish
from helper.publish.saying import say
from helper.publish.search import Synonyms, as_script, index_of

ROOT = "../"
# The card of a partnership that prints no list stands under no row's id.
NO_LIST = ""


def contact_cards(model: Model) -> dict[str, Published]:
    """Make the cards of a partnership, by the id of their row, as a file that the page of all contacts fetches."""
    cards = {row.id: _card(model, row) for row in contact_rows(model, ROOT)}
    cards = cards or {NO_LIST: _no_list(model)}
    content = json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode()
    return {"cards": publish("assets/contacts", model.procedure.id, "json", content)}


def contact_index(models: Sequence[Model], synonyms: Sequence[Synonyms], cards: Mapping[str, Mapping[str, Any]]) -> Published:
    """Make the script of the index; `cards` says by partnership where its cards are: `{address, size, sha256}`."""
    entries = [entry for model in models for entry in (*contact_entries(model),) or (no_list_entry(model),)]
    names = {model.procedure.id: model.procedure.name for model in models}
    content = index_of(entries, synonyms, names) | {"cards": cards}
    return publish("assets", "contact-index", "js", as_script("contactIndex", content).encode())


def all_contacts(models: Sequence[Model]) -> dict[str, Any]:
    """Give what the page needs: what stands in each list, and the agencies that any contact serves."""
    served = {name for model in models for row in model.contacts.services for name in row.agencies}
    return {"lists": list(_lists(models)), "agencies": [one for one in models[0].agencies if one.id in served]}


def _lists(models: Sequence[Model]) -> Iterator[dict[str, Any]]:
    for model in models:
        rows = len(model.contacts.services) + bool(model.contacts.office)
        yield {
            "model": model,
            "count": f"{rows} {'entries' if rows > 1 else 'entry'}" if rows else "",
            "unlisted": "" if model.contacts.services else say(model, model.contacts.unlisted, ROOT),
            "age": say(model, model.contacts.age, ROOT),
        }


def _card(model: Model, row: Row) -> Html:
    procedure, listed = model.procedure, model.contacts
    areas = ", ".join(area.label for area in procedure.areas if not row.areas or area.id in row.areas)
    whose = [procedure.partnership, f"Area: {areas}" if areas else None, f"For {', '.join(row.stages)}" if row.stages else None]
    href = f"{ROOT}{procedure.id}/contacts/#contact-{row.id}"
    return tag(
        "li",
        tag("h3", row.name),
        tag("p", ". ".join(part for part in whose if part), ".", class_="eg-card__role"),
        tag("p", say(model, listed.age, ROOT), class_="eg-age"),
        row.body,
        _doubts(model),
        tag("p", tag("a", f"In the contact list of {procedure.name}", tag("span", f": {row.name}", class_="eg-unseen"), href=href)),
        class_=f"eg-row eg-card{' eg-row--wide' if row.people > 2 else ''}",
    )


def _no_list(model: Model) -> Html:
    """Say of a partnership that it prints no list, as its contact page does."""
    procedure, listed = model.procedure, model.contacts
    areas = ", ".join(area.label for area in procedure.areas)
    link = tag("a", f"The contact page of {procedure.name}", href=f"{ROOT}{procedure.id}/contacts/")
    return tag(
        "li",
        tag("h3", f"{procedure.name}: no contact list"),
        tag("p", f"{procedure.partnership}.", f" Area: {areas}." if areas else None, class_="eg-card__role"),
        tag("p", say(model, listed.age, ROOT), class_="eg-age"),
        tag("p", say(model, listed.unlisted, ROOT)),
        _doubts(model),
        tag("p", link),
        class_="eg-row eg-card",
    )


def _doubts(model: Model) -> Child:
    said = [tag("li", say(model, one, ROOT)) for one in model.contacts.cautions]
    return tag("details", tag("summary", "What is unclear in this list"), tag("ul", said, class_="eg-list")) if said else None
