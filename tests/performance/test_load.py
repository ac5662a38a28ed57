"""What is written of the load follows from what was measured."""

import pytest

from tests.performance.lighthouse import Scores
from tests.performance.lighthouse import section as pages_section
from tests.performance.load import Load, Rate, Visit, read_rate, section

SAID = """Running 5s test @ http://127.0.0.1:1/
  1 threads and 32 connections
  {failed}
Requests/sec:   {rate}
Transfer/sec:    {sent}
"""


@pytest.mark.parametrize(
    ("failed", "rate", "sent", "read"),
    [
        ("", "20433.81", "1.50MB", (20433.81, 1.5 * 1024**2, 0)),
        ("Non-2xx or 3xx responses: 12", "7.10", "900.00B", (7.1, 900, 12)),
        ("", "812.00", "2.25GB", (812, 2.25 * 1024**3, 0)),
    ],
)
def test_what_wrk_says_is_read(failed: str, rate: str, sent: str, read: tuple[float, float, int]) -> None:
    found = read_rate("pages", SAID.format(failed=failed, rate=rate, sent=sent))
    assert (found.answers, found.bytes, found.failed) == read


def test_a_million_visits_are_reckoned_from_the_bytes_of_one() -> None:
    load = Load(
        [Rate("the first page", 9000, 5e7, 0), Rate("what an answer needs", 4000, 1e8, 3), Rate("Python", 300, 5e8, 0)],
        [Visit("cold", 12, 3_240_000), Visit("warm", 2, 7_000)],
    )
    text = section(load)
    assert "| what an answer needs | 4,000 | 100.0 MB | 3 |" in text
    assert "| cold | 12 | 3,240,000 |" in text
    assert "3.24 TB a month, which is 10 Mbit/s on average, or 41 Mbit/s" in text
    assert "1.6 visits and 19 requests a second" in text
    assert "7.0 GB and 2 requests each" in text
    assert section(Load()) == ""


def test_of_lighthouse_the_median_is_told() -> None:
    text = pages_section(Scores({"the first page": [97, 88, 99]}, "12.8.2"))
    assert "| the first page | 97 | 88 - 99 | 3 |" in text
    assert pages_section(Scores()) == ""
