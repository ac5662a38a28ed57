"""The flowchart: a procedure in, one picture (SVG) and the same flow in words (HTML) out, both made from one Flow."""

from collections.abc import Callable
from dataclasses import dataclass

from helper.engine.html import Html, tag
from helper.engine.model import Procedure
from helper.publish.flowchart.draw import draw
from helper.publish.flowchart.flow import flow_of
from helper.publish.flowchart.place import NARROW, WIDE, place
from helper.publish.flowchart.words import in_words


@dataclass(frozen=True)
class Flowchart:
    """A drawn procedure: `svg` for the eye, and `steps_html`, the same flow as an ordered list."""

    svg: Html
    steps_html: Html


def draw_flowchart(procedure: Procedure, link: Callable[[str], str]) -> Flowchart:
    """Draw a procedure; `link` turns an anchor of the overview (`stage-a`, `situation-x`, `ending`) into an address.

    There are two layouts, for a phone and for a wide page: the style sheet shows one, and hides the other from all.
    """
    flow = flow_of(procedure, link)
    pictures = [draw(flow, place(flow, sheet)) for sheet in (NARROW, WIDE)]
    return Flowchart(tag("div", pictures, class_="eg-flow"), in_words(flow))
