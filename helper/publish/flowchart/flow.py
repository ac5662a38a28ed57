"""A procedure as a flow: a Procedure in, cards and labelled arrows out, in the order in which a reader meets them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Literal

from helper.engine.model import URGENCIES, BeginAt, Procedure, Protection, SideRoute, Stage, Urgency

NodeKind = Literal["start", "protection", "jump", "stage", "ending", "settled", "aside", "side_route", "outside"]
EdgeKind = Literal["onward", "resolved", "jump", "situation"]
Link = Callable[[str], str]

WORDS: dict[Urgency, str] = {
    "routine": "In any case",
    "urgent": "Urgent",
    "significant_harm": "Risk of significant harm",
    "immediate": "In danger now",
}
DANGERS = ("significant_harm", "immediate")
SOMEBODY = {"children": "a child", "adults": "an adult"}


@dataclass(frozen=True)
class Node:
    """A card of the picture; `danger` says that it is about danger to a child."""

    id: str
    kind: NodeKind
    badge: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()
    href: str | None = None
    danger: bool = False

    @property
    def short(self) -> str:
        """Give the few words by which an arrow names this card."""
        return self.badge or self.title

    @property
    def name(self) -> str:
        """Give everything that the card says, in one line."""
        mark = " " if not self.badge or self.badge.endswith("?") else ": "
        return (self.badge + mark + ". ".join(text for text in (self.title, *self.notes) if text)).strip()


@dataclass(frozen=True)
class Edge:
    """An arrow and what is written on it."""

    source: str
    target: str
    kind: EdgeKind
    label: str
    danger: bool = False


@dataclass(frozen=True)
class Flow:
    """A procedure as a flow: the way up from top to bottom, where it is settled, and what stands beside it."""

    id: str
    name: str
    way: tuple[Node, ...]
    settled: Node
    aside: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """List every card."""
        return (*self.way, self.settled, *self.aside)


def flow_of(procedure: Procedure, link: Link) -> Flow:
    """Make the flow of a procedure: danger first, then the jumps, then the stages in the document's order."""
    start = Node("start", "start", title=f"A disagreement about keeping {SOMEBODY[procedure.people]} safe")
    fast = [*_protections(procedure, link), *(node for node, _ in _jumps(procedure, link))]
    stages = [_stage(stage, link) for stage in procedure.stages]
    ending = Node("ending", "ending", "End of the stages", notes=(procedure.ending.headline.text,), href=link("ending"))
    settled = Node("settled", "settled", "Settled", notes=(procedure.settled.headline.text,), href=link("settled"))
    edges = [*_beginning([start, *fast, stages[0]]), *(edge for _, edge in _jumps(procedure, link))]
    for stage, after in zip_longest(procedure.stages, procedure.stages[1:]):
        edges += _from_stage(stage, after)
    edges += [Edge("aside", f"situation-{route.id}", "situation", route.label) for route in procedure.side_routes]
    way = (start, *fast, *stages, ending)
    return Flow(procedure.id, procedure.name, way, settled, _aside(procedure, link), tuple(edges))


def _protections(procedure: Procedure, link: Link) -> list[Node]:
    """List where a danger is reported, once each, the most urgent first."""
    found: dict[str, tuple[Protection, list[Urgency]]] = {}
    for urgency in reversed(URGENCIES):
        if protection := getattr(procedure.urgency, urgency).protection:
            found.setdefault(protection.id, (protection, []))[1].append(urgency)
    return [_protection(protection, urgencies, link) for protection, urgencies in found.values()]


def _protection(protection: Protection, urgencies: list[Urgency], link: Link) -> Node:
    first, *rest = (WORDS[urgency] for urgency in urgencies)
    words = " or ".join([first, *(word.lower() for word in rest)])
    mark = "" if urgencies == ["routine"] else "?"
    anchor = link(f"urgency-{urgencies[0]}")
    name = f"protection-{protection.id}"
    return Node(name, "protection", words + mark, protection.label, (protection.title,), anchor, danger=True)


def _jumps(procedure: Procedure, link: Link) -> list[tuple[Node, Edge]]:
    """List the jumps, the farthest first: drawn from the outside in, their lines never cross."""
    order = [stage.id for stage in procedure.stages]
    ranked = [
        (order.index(jump.stage), rank, _jump(procedure, urgency, jump, link))
        for rank, urgency in enumerate(URGENCIES)
        for jump in getattr(procedure.urgency, urgency).begin_at
    ]
    return [found for _, _, found in sorted(ranked, key=lambda entry: entry[:2], reverse=True)]


def _jump(procedure: Procedure, urgency: Urgency, jump: BeginAt, link: Link) -> tuple[Node, Edge]:
    name, stage = f"jump-{urgency}-{jump.stage}", f"stage-{jump.stage}"
    word, danger = WORDS[urgency], urgency in DANGERS
    title = f"You {jump.choice} begin at {procedure.stage(jump.stage).label}"
    notes = ("Our reading of the document",) if jump.basis == "inferred" else ()
    node = Node(name, "jump", word if urgency == "routine" else f"{word}?", title, notes, link(stage), danger)
    return node, Edge(name, stage, "jump", f"{word}, {jump.choice} begin here", danger)


def _beginning(way: list[Node]) -> list[Edge]:
    """Lead from the start past every fast route to the first stage."""
    labels = {"start": "First", "protection": "Then, or if not", "jump": "Otherwise"}
    return [Edge(here.id, there.id, "onward", labels[here.kind], there.kind == "protection") for here, there in pairwise(way)]


def _stage(stage: Stage, link: Link) -> Node:
    notes = ("The partnership takes this stage, not you",) if stage.taken_by == "partnership" else ()
    return Node(f"stage-{stage.id}", "stage", stage.label, stage.title, notes, link(f"stage-{stage.id}"))


def _from_stage(stage: Stage, after: Stage | None) -> list[Edge]:
    name = f"stage-{stage.id}"
    to, text = (stage.onward.to, stage.onward.text) if stage.onward else (None, "Not resolved")
    # An arrow that passes a stage is labelled where it arrives, far from where it left.
    label = text if to == (after.id if after else None) else f"{text}, from {stage.label}"
    onward = Edge(name, f"stage-{to}" if to else "ending", "onward", label)
    return [onward, Edge(name, "settled", "resolved", "Resolved")]


def _aside(procedure: Procedure, link: Link) -> tuple[Node, ...]:
    if not procedure.side_routes:
        return ()
    head = Node("aside", "aside", title="In a special situation")
    return (head, *(_side_route(route, link) for route in procedure.side_routes))


def _side_route(route: SideRoute, link: Link) -> Node:
    may = ("May be used",) if route.choice == "may" else ()
    notes = (*may, *(("Outside this procedure",) if route.kind == "outside" else ()))
    return Node(f"situation-{route.id}", route.kind, "", route.title, notes, link(f"situation-{route.id}"))
