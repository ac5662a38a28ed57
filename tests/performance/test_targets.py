"""What the results say of a target follows from the figures, and a target nobody measured is not judged."""

from pathlib import Path

import pytest

from tests.performance.device import PHONE_SLOW, UNTHROTTLED
from tests.performance.engines import READY
from tests.performance.figures import Figures, Row, spread
from tests.performance.first_answer import ANSWER
from tests.performance.report import report
from tests.performance.targets import BESIDE, WORK, targets

FIRST = Row(ANSWER, "ours", PHONE_SLOW.name, "cold")


@pytest.mark.parametrize(
    ("took", "said", "reached"),
    [([9000, 1500, 1000], "1,500 ms", True), ([1000, 1501, 9000], "1,501 ms", False)],
)
def test_the_median_decides(site_folder: Path, took: list[float], said: str, reached: bool) -> None:
    figures = Figures()
    figures.add(FIRST, *took)
    (first, *sizes) = targets(figures, site_folder)
    assert (first.said, first.reached) == (said, reached)
    assert all(one.what.endswith("brotli") for one in sizes)


@pytest.mark.parametrize(
    ("state", "beside", "stock", "reached"),
    [
        ("cold", "cold", 2500, True),
        ("cold", "cold", 2400, False),
        ("installed", BESIDE, 4000, True),
        ("offline", BESIDE, 3900, False),
    ],
)
def test_how_much_sooner_is_told_by_the_two_medians(
    site_folder: Path, state: str, beside: str, stock: float, reached: bool
) -> None:
    figures = Figures()
    figures.add(Row(READY, "ours", UNTHROTTLED.name, state), 900, 1000, 7000)
    figures.add(Row(READY, "stock", UNTHROTTLED.name, beside), 100, stock, 9000)
    (*_, last) = targets(figures, site_folder)
    assert (last.said, last.reached) == (f"{stock / 1000:.2f} times", reached)


def test_a_missed_target_stands_out_in_the_results(site_folder: Path) -> None:
    figures = Figures()
    figures.add(FIRST, 2000)
    figures.add(Row(READY, "ours", UNTHROTTLED.name, "warm"), 1000)
    figures.add(Row(READY, "stock", UNTHROTTLED.name, "warm"), 3210)
    text = report(figures, site_folder, ["Measured somewhere."])
    assert "| first answer, first visit, slow 4G | at most 1,500 ms | 2,000 ms | **missed** |" in text
    assert f"- first answer, first visit, slow 4G at most 1,500 ms: {WORK}." in text
    assert "| unthrottled | warm | stock | 3,210 ms | 3,210 ms - 3,210 ms | 1 | 3.21 |" in text


def test_of_many_figures_the_outermost_are_left_out() -> None:
    assert spread([float(number) for number in range(1, 10)]) == (1, 9)
    least, most = spread([*(float(number) for number in range(1, 100)), 9999.0])
    assert 1 < least < 10
    assert 90 < most < 200
