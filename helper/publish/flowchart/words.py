"""The flow in words: a Flow in, an ordered list out that says all that the picture says."""

from helper.engine.html import Child, Html, tag
from helper.publish.flowchart.flow import Edge, Flow, Node


def in_words(flow: Flow) -> Html:
    """Write the flow as an ordered list: each card, and under it every arrow that leaves it."""
    # The role keeps it a list in Safari, where a list without markers is none.
    items = [_item(flow, node) for node in (*flow.way, flow.settled, *flow.aside[:1])]
    return tag("ol", items, class_="eg-flow-words", role="list")


def _item(flow: Flow, node: Node) -> Html:
    leaving = [_arrow(flow, edge) for edge in flow.edges if edge.source == node.id]
    kind = f"eg-flow-words__{node.kind.replace('_', '-')}" + (" eg-flow-words__danger" if node.danger else "")
    return tag("li", tag("strong", _linked(node, node.name)), tag("ul", leaving) if leaving else None, class_=kind)


def _arrow(flow: Flow, edge: Edge) -> Html:
    target = next(node for node in flow.nodes if node.id == edge.target)
    return tag("li", edge.label, ": ", _linked(target, target.name) if edge.kind == "situation" else target.short)


def _linked(node: Node, text: str) -> Child:
    return tag("a", text, href=node.href) if node.href else text
