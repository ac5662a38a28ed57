"""The sheet of a calendar as a picture (SVG): weeks in, markup out. It has classes only: its colours stand in dates.css.

A day that stands out does so by a shape and a word, never by colour alone. All that it shows stands in words below it.
"""

from datetime import date

from helper.engine.dates.rows import say_due
from helper.engine.dates.timeline import Timeline
from helper.engine.dates.weeks import Square
from helper.engine.html import Child, Html, tag
from helper.engine.workdays import say_day

# In units of the picture, which is as wide as the narrowest screen leaves room for: a letter of 12 units is 10 px there or more.
WIDTH, TOP, SIDE, HEIGHT, GAP = 300, 18, 42, 46, 2
LEFT = (WIDTH - 7 * SIDE) / 2
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONGEST_WORD = 8  # letters that fit into a square


def picture(found: Timeline, sheet: list[list[Square]]) -> Html:
    """Draw the sheet of a timeline."""
    height = TOP + len(sheet) * HEIGHT + GAP
    heads = [_text(name, LEFT + (index + 0.5) * SIDE, 12, "weekday") for index, name in enumerate(WEEKDAYS)]
    first = sheet[0][0].day
    days = [
        _square(square, LEFT + index * SIDE, TOP + row * HEIGHT, square.day == first or square.day.day == 1)
        for row, week in enumerate(sheet)
        for index, square in enumerate(week)
    ]
    box = f"0 0 {WIDTH} {height}"
    return tag("svg", heads, days, class_="eg-weeks", viewBox=box, role="img", aria_label=_label(found))


def legend(sheet: list[list[Square]]) -> Html:
    """Say what the marks of a sheet mean, as far as they are on it."""
    squares = [square for week in sheet for square in week]
    marks = (
        ("begins", "The day it began", any(square.begins for square in squares)),
        ("latest", "Latest day, with what is due", any(square.latest for square in squares)),
        ("agreed", "Agreed with the other agency, not set by the procedure", any(square.agreed for square in squares)),
        ("number", "Day of the count", any(square.number for square in squares)),
        ("free", "Weekend or bank holiday", any(square.is_free for square in squares)),
    )
    items = [tag("li", _key(name), text) for name, text, is_there in marks if is_there]
    return tag("ul", items, class_="eg-weeks-key")


def _key(name: str) -> Html:
    drawn = {"begins": _dot(11, 11), "latest": _flag(10.5, 11), "agreed": _diamond(11, 11), "number": _ring(1, 11, 11)}
    shapes = [_box(1, 1, 20, 20, name), drawn.get(name) or _hatch(1, 1, 20, 20)]
    return tag("svg", shapes, class_="eg-weeks eg-weeks--key", viewBox="0 0 22 22", aria_hidden="true")


def _label(found: Timeline) -> str:
    """Say what the picture shows, for whom it is not there."""
    said = [f"{row.label}, {'agreed' if row.kind == 'agreed' else 'latest'}: {say_due(row.due or '')}" for row in found.dated()]
    began = say_day(date.fromisoformat(found.since[:10]))
    return f"A calendar from {began}. {'. '.join(said)}. The same stands in words below."


def _square(square: Square, x: float, y: float, names_month: bool) -> Html:
    """Draw one day: what kind of day it is, its date, and its mark or its number."""
    kind = "latest" if square.latest else "agreed" if square.agreed else "begins" if square.begins else ""
    kind = kind or ("free" if square.is_free else "number" if square.number else "plain")
    wide, high, middle = SIDE - GAP, HEIGHT - GAP, x + (SIDE - GAP) / 2
    name = f"{square.day.day} {square.day:%b}" if names_month else str(square.day.day)
    word = _word(square)
    parts: list[Child] = [_box(x, y, wide, high, kind), _hatch(x, y, wide, high) if square.is_free and kind != "latest" else None]
    parts += [_text(name, x + 4, y + 13, "day", wide - 8)]
    parts += [_text(word, middle, y + 39, "word", wide - 4)] if word else [_ring(square.number, middle, y + 31)]
    shapes = [_flag] * bool(square.latest) + [_diamond] * square.agreed + [_dot] * square.begins
    parts += [shape(x + wide - 9 - 14 * index, y + 21) for index, shape in enumerate(shapes)]
    return tag("g", parts, class_=f"eg-weeks__square eg-weeks__square--{kind}")


def _word(square: Square) -> str:
    """Say in one word what a day is: the stage that is due, that one was agreed, that it began, or that it is a holiday."""
    if square.latest:
        label = square.latest[0].label
        return label if len(label) <= LONGEST_WORD else "due"
    if square.agreed:
        return "agreed"
    if square.begins:
        return "began"
    return "holiday" if square.holiday and not square.number else ""


def _text(said: str, x: float, y: float, kind: str, widest: float | None = None) -> Html:
    # Fonts differ in width: what might not fit is fitted.
    fitted = {"textLength": f"{widest:g}", "lengthAdjust": "spacingAndGlyphs"} if widest and len(said) >= 5 else {}
    return tag("text", said, x=f"{x:g}", y=f"{y:g}", class_=f"eg-weeks__{kind}", **fitted)


def _box(x: float, y: float, wide: float, high: float, kind: str) -> Html:
    return tag(
        "rect", x=f"{x:g}", y=f"{y:g}", width=f"{wide:g}", height=f"{high:g}", rx="5", class_=f"eg-weeks__box eg-weeks__box--{kind}"
    )


def _hatch(x: float, y: float, wide: float, high: float) -> Html:
    """Draw slanting lines over a box; a pattern would need an id, of which two in a page must not be the same."""
    lines = []
    # It keeps clear of the round corners.
    x, y, wide, high = x + 1, y + 1, wide - 2, high - 2
    for offset in range(8, int(wide + high), 8):
        top, side = min(offset, wide), min(offset, high)
        lines.append(f"M{x + top:g} {y + offset - top:g}L{x + offset - side:g} {y + side:g}")
    return tag("path", d="".join(lines), class_="eg-weeks__hatch")


def _ring(number: int | None, x: float, y: float) -> Child:
    if not number:
        return None
    round_ = tag("circle", cx=f"{x:g}", cy=f"{y:g}", r="9.5", class_="eg-weeks__ring")
    return [round_, _text(str(number), x, y + 4, "number")]


def _flag(x: float, y: float) -> Html:
    return tag("path", d=f"M{x - 4:g} {y + 6:g}v-12h9l-3 3.5l3 3.5h-7.5v5z", class_="eg-weeks__flag")


def _diamond(x: float, y: float) -> Html:
    return tag("path", d=f"M{x:g} {y - 6:g}l6 6l-6 6l-6 -6z", class_="eg-weeks__diamond")


def _dot(x: float, y: float) -> Html:
    return tag("circle", cx=f"{x:g}", cy=f"{y:g}", r="4.5", class_="eg-weeks__dot")
