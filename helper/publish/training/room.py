"""What the page of the training room knows before it fetches anything: a site in, plain data for its template out.

A set is drawn from this alone, so that a code gives the same set on every device, whichever partnerships are kept on it.
"""

import hashlib
from typing import Any

from helper.publish.site import Site
from helper.publish.training.kinds import BORDER, KINDS, LEVELS, kinds_of, mask_of
from helper.publish.training.model import Scenario

FOLDER = "training/"
MOST = 12  # a session of so many would take half a day
# What of an answer may change, in the reader's words, and where it stands in it.
CHANGES = (
    ("headline", "what to do now", ""),
    ("next", "what comes next", "next"),
    ("who", "who acts", "todo"),
    ("contacts", "who to contact", "contacts"),
    ("deadlines", "by when", "deadlines"),
    ("forms", "which form", "forms"),
    ("record", "what to write down", "record"),
    ("inform", "whom to tell", "inform"),
    ("safety", "where danger is reported", ""),
    ("notes", "what to do", "todo"),
    ("gaps", "what the document does not say", "gaps"),
    ("cautions", "what to check first", "cautions"),
)


def room(site: Site) -> dict[str, Any]:
    """Give what the template of the page needs."""
    order = sorted(site.models, key=lambda model: model.procedure.id)
    return {
        "models": site.models,
        "kinds": KINDS,
        "levels": LEVELS,
        "border": BORDER,
        "most": MOST,
        "session": next((course.session for course in site.courses.values()), None),
        "numbers": {model.procedure.id: number for number, model in enumerate(order)},
        "room": {
            "partnerships": [_partnership(site, model.procedure.id, model.procedure.name) for model in order],
            "borders": _borders(site, [model.procedure.id for model in order]),
            "engine": site.assets.engine,
            "kinds": len(KINDS),
            "levels": len(LEVELS),
            "most": MOST,
            "fingerprint": fingerprint(site),
            "address": f"{site.host.address}{FOLDER}" if site.host.address else "",
            "changes": CHANGES,
        },
    }


def fingerprint(site: Site) -> int:
    """Give a number of 32 bits that is another one as soon as a scenario or an answer is: by it a code knows its own edition."""
    files = site.assets.answers
    hashes = [files[name][file]["sha256"] for name in sorted(files) for file in ("lesson", "table") if file in files[name]]
    return int(hashlib.sha256("".join(hashes).encode()).hexdigest()[:8], 16)


def _partnership(site: Site, name: str, label: str) -> dict[str, Any]:
    """Describe a partnership: its files, and each of its scenarios as [level, kinds]."""
    files = {file: site.assets.answers.get(name, {}).get(file) for file in ("lesson", "table", "facts")}
    course = site.courses.get(name)
    scenarios = [_sort(site, one) for one in course.scenarios] if course else []
    return {"id": name, "name": label, "files": files, "scenarios": scenarios}


def _borders(site: Site, order: list[str]) -> list[list[int]]:
    """Describe each scenario across a border as [lives in, which of those there, works in, level, kinds]."""
    met: dict[str, int] = {}
    found = []
    for one in site.borders:
        lives = one.case.partnership
        at = met[lives] = met.get(lives, -1) + 1
        found.append([order.index(lives), at, order.index(one.works_in or lives), *_sort(site, one)])
    return found


def _sort(site: Site, scenario: Scenario) -> list[int]:
    model = next(model for model in site.models if model.procedure.id == scenario.case.partnership)
    return [scenario.training.level, mask_of(kinds_of(model.procedure, scenario.case))]
