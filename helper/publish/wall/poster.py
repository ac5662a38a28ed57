"""The poster of a procedure, one page of A4: a site and a model in, as much as there is room for out.

What is least needed at a wall is left out first, then the type gets smaller, down to what can be read from a step away. Whatever
is left out is named on the poster, with where it stands.
"""

from dataclasses import dataclass, replace

from helper.engine.model import Model
from helper.publish.site import Site
from helper.publish.wall.content import Content, content
from helper.publish.wall.fit import HEIGHT, WHEN, height_of
from helper.publish.wall.rungs import Detail

# In points, each a class of wall.css; the last is the smallest that is still a poster's.
SIZES = (11.5, 11.0, 10.5, 10.0, 9.5)
_MOST = Detail(services=12, records=3)
_FLAT = replace(_MOST, onward=False)
_SHORT = replace(_FLAT, limits=False, records=2)
_BARE = replace(_SHORT, records=1)
_LEAST = replace(_BARE, services=0, no_form=False)
# Each with less than the one before: services first, since the whole list is a page of its own, and who acts last.
DETAILS = (
    *(replace(_MOST, services=services) for services in (12, 9, 6)),
    *(replace(_FLAT, services=services) for services in (6, 4)),
    *(replace(_SHORT, services=services) for services in (6, 4)),
    *(replace(_BARE, services=services) for services in (4, 2, 0)),
    _LEAST,
    replace(_LEAST, who=False),
    replace(_LEAST, who=False, counted=False),
)


@dataclass(frozen=True)
class Poster:
    """What stands on the page, in type of which size, and in which column the limits: the names of two classes."""

    content: Content
    size: str
    column: str


def poster(site: Site, model: Model) -> Poster:
    """Make the poster in the most detail that fits, and then in the largest type."""
    for detail in DETAILS:
        made = content(site, model, detail)
        for size in SIZES:
            column = min(WHEN, key=lambda name: height_of(made, model, size, name))
            # A line is kept free but in the smallest type, below which nothing more can be given.
            if height_of(made, model, size, column) <= HEIGHT - (size if size > SIZES[-1] else 0):
                return Poster(made, _name(size), column)
    return Poster(made, _name(SIZES[-1]), column)


def _name(size: float) -> str:
    return f"{size:g}".replace(".", "-")
