"""The picture as SVG: a Flow and its Picture in, markup out; colours, type and dashes are left to flowchart.css."""

from helper.engine.html import Html, tag
from helper.publish.flowchart.cards import Box, Card, Line
from helper.publish.flowchart.flow import Edge, Flow, Node
from helper.publish.flowchart.place import Arrow, Picture

HEADS = {"down": "l-5 -9h10z", "left": "l9 -5v10z", "right": "l-9 -5v10z"}
ROUND = {"start": 22, "settled": 22, "aside": 22, "side_route": 3, "outside": 3}


def draw(flow: Flow, picture: Picture) -> Html:
    """Draw a picture; its links can be reached by keyboard and by screen reader, in the order of the flow."""
    # Not role="img": that would hide the links. Not <title>: that would follow the mouse all over the picture.
    about = f"flowchart-{flow.id}-{picture.sheet.name}"
    width, height = f"{picture.sheet.width:g}", f"{picture.height:g}"
    return tag(
        "svg",
        tag("desc", "The same flow stands as a list below the picture.", id=about),
        [_arrow(arrow) for arrow in picture.arrows],
        [_card(card) for card in picture.cards],
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        class_=f"eg-flow__picture eg-flow__picture--{picture.sheet.name}",
        role="group",
        aria_label=f"Flowchart: {flow.name}",
        aria_describedby=about,
    )


def _arrow(arrow: Arrow) -> Html:
    line = tag("path", d=arrow.line, class_="eg-flow__line")
    head = arrow.head and tag("path", d=f"M{arrow.head[0]:g} {arrow.head[1]:g}{HEADS[arrow.head[2]]}", class_="eg-flow__head")
    label = [_line(line) for line in arrow.label]
    return tag("g", line, head, label, class_=_classes("arrow", arrow.edge), aria_hidden="true")


def _card(card: Card) -> Html:
    shape = [
        _box(card, ROUND.get(card.node.kind, 12), "eg-flow__paper"),
        _box(card, ROUND.get(card.node.kind, 12), "eg-flow__card"),
        _bar(card) if card.node.kind == "protection" else None,
        _box(card.badge, min(card.badge.height / 2, 12), "eg-flow__badge") if card.badge else None,
        # The spaces keep the words apart for whoever reads the text alone.
        tag("g", [[_line(line), " "] for line in card.lines], aria_hidden="true"),
    ]
    if card.node.href:
        chevron = tag("path", d=f"M{card.right - 19:g} {card.middle - 5:g}l5 5l-5 5", class_="eg-flow__chevron")
        return tag("a", shape, chevron, href=card.node.href, aria_label=card.name, class_=_classes("node", card.node))
    return tag("g", shape, role="img", aria_label=card.name, class_=_classes("node", card.node))


def _bar(card: Card) -> Html:
    """Draw the thick edge that marks a danger without colour."""
    outer = f"M{card.x + 12:g} {card.y:g}a12 12 0 0 0 -12 12V{card.bottom - 12:g}a12 12 0 0 0 12 12"
    inner = f"q-6 -3 -6 -12V{card.y + 12:g}q0 -9 6 -12z"
    return tag("path", d=outer + inner, class_="eg-flow__bar")


def _box(box: Box, corner: float, name: str) -> Html:
    places = {"x": box.x, "y": box.y, "width": box.width, "height": box.height, "rx": corner}
    return tag("rect", class_=name, **{key: f"{round(value, 1):g}" for key, value in places.items()})


def _line(line: Line) -> Html:
    name = f"eg-flow__{line.type.name}" + ("" if line.anchor == "start" else f" eg-flow__text--{line.anchor}")
    name += " eg-flow__text--danger" if line.danger else ""
    return tag("text", line.text, x=f"{round(line.x, 1):g}", y=f"{round(line.y, 1):g}", class_=name)


def _classes(part: str, thing: Node | Edge) -> str:
    names = [f"eg-flow__{part}", f"eg-flow__{part}--{thing.kind.replace('_', '-')}"]
    return " ".join([*names, f"eg-flow__{part}--danger"] if thing.danger else names)
