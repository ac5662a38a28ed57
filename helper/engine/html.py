"""Write HTML: names, attributes and children in, markup out; everything that is not markup already is escaped."""

from collections.abc import Iterable
from html import escape

VOID = frozenset({"br", "input", "wbr"})


class Html(str):
    """Text that is markup already."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell template engines that this is markup."""
        return self


Child = str | Iterable["Child"] | None


def tag(name: str, *children: Child, **attributes: str | bool | None) -> Html:
    """Write one element. An attribute of True stands alone, None or False is left out; class_ and data_x lose their underscores.

    >>> tag("a", "Tom & Ann", href="#x", class_="eg-cite", hidden=True)
    '<a href="#x" class="eg-cite" hidden>Tom &amp; Ann</a>'
    """
    opened = "".join([name, *(_attribute(key, value) for key, value in attributes.items())])
    return Html(f"<{opened}>" if name in VOID else f"<{opened}>{join(children)}</{name}>")


def join(children: Child) -> Html:
    """Join children into markup, escaping plain text.

    >>> join(["a < b", tag("b", "c")])
    'a &lt; b<b>c</b>'
    """
    if children is None:
        return Html("")
    if isinstance(children, Html):
        return children
    if isinstance(children, str):
        return Html(escape(children, quote=True))
    return Html("".join(join(child) for child in children))


def _attribute(key: str, value: str | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value, quote=True)}"'
