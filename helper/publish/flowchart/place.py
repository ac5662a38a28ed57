"""Where everything stands: a Flow and a sheet in, cards and arrows with their places out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from helper.publish.flowchart.cards import Card, Line, make_card, text_block
from helper.publish.flowchart.flow import Edge, Flow
from helper.publish.flowchart.measure import LABEL

LANE = 12
SHAFT = 26
BUS = 12
BEND = 8
GAP = 44
INDENT = 24


@dataclass(frozen=True)
class Sheet:
    """What a picture is drawn on; `aside` is the width of a second column, 0 where there is none."""

    name: str
    width: float
    aside: float


@dataclass(frozen=True)
class Arrow:
    """An edge with its line; the last arrow of a shared line carries its `head`: a point and where it points."""

    edge: Edge
    line: str
    head: tuple[float, float, Literal["down", "left", "right"]] | None
    label: tuple[Line, ...]


@dataclass(frozen=True)
class Picture:
    """Everything in its place."""

    sheet: Sheet
    height: float
    cards: tuple[Card, ...]
    arrows: tuple[Arrow, ...]


NARROW = Sheet("narrow", 328, 0)
WIDE = Sheet("wide", 704, 250)


def place(flow: Flow, sheet: Sheet) -> Picture:
    """Place a flow: the way up in one column; what is settled and what stands beside it under that, or next to it."""
    lanes = _lanes(flow)
    left = 2 + LANE * (max(lanes.values()) + 1) if lanes else 2
    right = sheet.width - (sheet.aside + 40 if sheet.aside else BUS + 2)
    way = _way(flow, lanes, left, right - left)
    last = list(way.values())[-2].bottom + GAP
    if sheet.aside:
        x, width = sheet.width - sheet.aside - 2, sheet.aside
        beside = _aside(flow, x, 2, width)
        foot = max((card.bottom + 24 for card in beside.values()), default=2)
        settled = make_card(flow.settled, x, max(foot, last), width)
    else:
        settled = make_card(flow.settled, left, list(way.values())[-1].bottom + 32, right - left)
        beside = _aside(flow, left, settled.bottom + 40, right - left)
    arrows = [
        *_onward(flow, way),
        *_sideways(lanes, way, left),
        *_resolved(flow, way, settled),
        *_situations(flow, beside),
    ]
    cards = (*way.values(), settled, *beside.values())
    return Picture(sheet, max(card.bottom for card in cards) + 2, cards, tuple(arrows))


def _neighbours(flow: Flow) -> set[tuple[str, str]]:
    return {(here.id, there.id) for here, there in pairwise(flow.way)}


def _lanes(flow: Flow) -> dict[Edge, int]:
    """Give every arrow that passes a card by a lane on the left, the shortest next to the cards."""
    row = {node.id: number for number, node in enumerate(flow.way)}
    passing = [
        edge
        for edge in flow.edges
        if edge.kind in ("onward", "jump") and (edge.kind == "jump" or (edge.source, edge.target) not in _neighbours(flow))
    ]
    lanes: dict[Edge, int] = {}
    for edge in sorted(passing, key=lambda edge: row[edge.target] - row[edge.source]):
        beside = [
            lane for other, lane in lanes.items() if row[other.source] <= row[edge.target] and row[edge.source] <= row[other.target]
        ]
        lanes[edge] = max(beside, default=-1) + 1
    return lanes


def _way(flow: Flow, lanes: dict[Edge, int], x: float, width: float) -> dict[str, Card]:
    cards: dict[str, Card] = {}
    y = 2.0
    for node in flow.way:
        incoming = [edge for edge in lanes if edge.target == node.id]
        cards[node.id] = card = make_card(node, x, y, width, incoming)
        leaving = [edge for edge in flow.edges if edge.source == node.id and edge.kind == "onward"]
        y = card.bottom + max([GAP, *(len(_label(edge, card)) * LABEL.leading + 24 for edge in leaving)])
    return cards


def _label(edge: Edge, card: Card) -> list[Line]:
    room = card.width - SHAFT - 14 - (LABEL.width("Resolved") + 40 if card.node.kind == "stage" else 0)
    return text_block(edge.label, LABEL, card.x + SHAFT + 14, card.bottom, room)


def _onward(flow: Flow, way: dict[str, Card]) -> Iterator[Arrow]:
    for edge in flow.edges:
        if edge.kind == "onward" and (edge.source, edge.target) in _neighbours(flow):
            here, there = way[edge.source], way[edge.target]
            lines = _label(edge, here)
            drop = (there.y - here.bottom - len(lines) * LABEL.leading) / 2
            label = tuple(Line(line.x, line.y + drop, line.text, line.type) for line in lines)
            x = here.x + SHAFT
            yield Arrow(edge, f"M{x:g} {here.bottom:g}V{there.y:g}", (x, there.y, "down"), label)


def _sideways(lanes: dict[Edge, int], way: dict[str, Card], left: float) -> Iterator[Arrow]:
    for edge, lane in lanes.items():
        here, there = way[edge.source], way[edge.target]
        x, y = left - LANE * (lane + 1), there.entries[edge.source]
        line = f"M{here.x:g} {here.middle:g}H{x + BEND:g}q-{BEND} 0 -{BEND} {BEND}V{y - BEND:g}q0 {BEND} {BEND} {BEND}H{there.x:g}"
        yield Arrow(edge, line, (there.x, y, "right"), ())


def _resolved(flow: Flow, way: dict[str, Card], settled: Card) -> Iterator[Arrow]:
    """Lead every stage to one shared line on the right, and that line to where it is settled."""
    edges = [edge for edge in flow.edges if edge.kind == "resolved"]
    stubs = [way[edge.source].bottom + GAP / 2 for edge in edges]
    x = way[edges[0].source].right + BUS
    inward = settled.x < x
    for number, edge in enumerate(edges):
        here, y = way[edge.source], stubs[number]
        label = (Line(here.right - 30, y + 5, edge.label, LABEL, "end"),)
        stub = f"M{here.right - 22:g} {here.bottom:g}V{y - BEND:g}q0 {BEND} {BEND} {BEND}"
        line = f"{stub}H{x - BEND:g}q{BEND} 0 {BEND} {BEND}"
        if number + 1 < len(edges):
            yield Arrow(edge, f"{line}V{stubs[number + 1] + BEND:g}", None, label)
            continue
        end = settled.right if inward else settled.x
        turn = f"V{settled.middle - BEND:g}q0 {BEND} {-BEND if inward else BEND} {BEND}H{end:g}"
        yield Arrow(edge, line + turn, (end, settled.middle, "left" if inward else "right"), label)


def _aside(flow: Flow, x: float, y: float, width: float) -> dict[str, Card]:
    """Stack what stands beside the stages, each card below the words that lead to it."""
    cards: dict[str, Card] = {}
    for node in flow.aside:
        if node.kind == "aside":
            card = make_card(node, x, y, width)
        else:
            words = next(edge.label for edge in flow.edges if edge.target == node.id)
            height = len(LABEL.lines(words, width - INDENT)) * LABEL.leading
            card = make_card(node, x + INDENT, y + 16 + height + 6, width - INDENT)
        cards[node.id] = card
        y = card.bottom
    return cards


def _situations(flow: Flow, beside: dict[str, Card]) -> Iterator[Arrow]:
    above: float = 0
    for edge in flow.edges:
        if edge.kind == "situation":
            head, card = beside[edge.source], beside[edge.target]
            x = head.x + 10
            height = len(LABEL.lines(edge.label, card.width)) * LABEL.leading
            label = text_block(edge.label, LABEL, card.x, card.y - 6 - height, card.width)
            line = f"M{x:g} {above or head.bottom:g}V{card.middle - BEND:g}q0 {BEND} {BEND} {BEND}H{card.x:g}"
            above = card.middle - BEND
            yield Arrow(edge, line, (card.x, card.middle, "right"), tuple(label))
