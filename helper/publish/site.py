"""What the pages of a site are made of: its name and address, the day it is built, the partnerships, and what pages load."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from helper.engine.model import Model
from helper.publish.access_statement import AccessStatement
from helper.publish.assurance.count import Counted
from helper.publish.assurance.proof import Proof
from helper.publish.changes.log import Entry
from helper.publish.confirmed import Days
from helper.publish.glossary.model import NOTHING_EXPLAINED, Glossary
from helper.publish.keeping.walk import Walk
from helper.publish.licences import Licensed
from helper.publish.policy import ANYONE
from helper.publish.training.model import Course, Scenario


@dataclass(frozen=True)
class Assets:
    """Where in the site the pages find what they load: scripts and styles by plain name; the engine's files and each
    partnership's table, facts, contact list and (by form) blanks as `{address, size, sha256}`; so, too, the markup of each helper,
    which a page in a frame shows."""

    names: Mapping[str, str]
    engine: Mapping[str, Any]
    answers: Mapping[str, Any]
    helpers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Host:
    """Who publishes a copy: the name it gives the site and, where mkdocs.yml says so, the address, ending in a slash, a
    colour of its own as #rrggbb, the origins whose pages may show the helper, what it states of its accessibility, whom to tell
    of a mistake (an e-mail address, or a page of the web), and the day on which partnerships confirmed their pages, by id."""

    name: str = "Escalation Guide"
    address: str = ""
    colour: str = ""
    frames: tuple[str, ...] = ANYONE
    accessibility: AccessStatement | None = None
    contact: str = ""
    confirmed: Days = ()


@dataclass(frozen=True)
class Build:
    """What one build is, and what it did: its day and the project's version; by partnership the cases that its table answers, the
    scenarios that were answered again, and what a run of the tests proved of the table."""

    day: date | None = None
    version: str = ""
    counted: Mapping[str, Counted] = field(default_factory=dict)
    scenarios: Mapping[str, int] = field(default_factory=dict)
    proved: Mapping[str, Proof] = field(default_factory=dict)


@dataclass(frozen=True)
class Site:
    """Everything that a page may be made of; `built` is a day as a reader says it, `courses` and the Word documents
    of their facilitator's `packs`, as `{address, size, sha256}`, are by partnership."""

    models: tuple[Model, ...]
    built: str
    assets: Assets
    host: Host = Host()
    courses: Mapping[str, Course] = field(default_factory=dict)
    borders: tuple[Scenario, ...] = ()
    packs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    licences: tuple[Licensed, ...] = ()
    walks: Mapping[str, Walk] = field(default_factory=dict)
    log: tuple[Entry, ...] = ()
    glossary: Glossary = NOTHING_EXPLAINED
    build: Build = Build()
