"""Where the flowchart of any procedure puts things: nothing overflows, overlaps or leaves the sheet."""

from itertools import pairwise

from helper.engine.model import Procedure
from tests.publish.extremes import every_procedure, placed


@every_procedure
def test_no_line_of_text_is_wider_than_its_card_or_badge(drawn: Procedure) -> None:
    for picture in placed(drawn):
        for card in picture.cards:
            for line in card.lines:
                room = card.badge.width if card.badge and line.anchor == "middle" else card.width - (40 if card.node.href else 28)
                assert line.type.width(line.text) <= room, line.text
                assert card.y < line.y < card.bottom
            assert card.badge is None or card.badge.right <= card.right - 14


@every_procedure
def test_no_word_is_broken_that_fits_on_a_line(drawn: Procedure) -> None:
    for picture in placed(drawn):
        for card in picture.cards:
            words = {word for line in card.lines for word in line.text.split()}
            said = {word for text in (card.node.badge, card.node.title, *card.node.notes) for word in text.split()}
            assert all(word in words for word in said if len(word) < 20), card.node.name


@every_procedure
def test_no_label_runs_into_another_or_off_the_sheet(drawn: Procedure) -> None:
    for picture in placed(drawn):
        spans = [
            (line.y, end - width, end)
            for arrow in picture.arrows
            for line in arrow.label
            for width in [line.type.width(line.text)]
            for end in [line.x if line.anchor == "end" else line.x + width]
        ]
        assert all(left >= 0 and right <= picture.sheet.width for _, left, right in spans)
        for here, there in ((a, b) for a in spans for b in spans if a < b and abs(a[0] - b[0]) < 14):
            assert here[2] <= there[1] or there[2] <= here[1]


@every_procedure
def test_no_card_covers_another_or_leaves_the_sheet(drawn: Procedure) -> None:
    for picture in placed(drawn):
        for card in picture.cards:
            assert card.x >= 0
            assert card.right <= picture.sheet.width
            assert card.bottom <= picture.height
        for left in {card.x for card in picture.cards}:
            column = sorted((card for card in picture.cards if card.x == left), key=lambda card: card.y)
            assert all(above.bottom < below.y for above, below in pairwise(column))
