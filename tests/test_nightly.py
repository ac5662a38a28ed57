"""The slow tests run at night alone; that each of them can begin at all is seen here."""

import subprocess
import sys

from tests.partnerships import ROOT

# Those of other browsers, in a folder of their own, need what `make nightly` alone installs.
SLOW = sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "tests/nightly").glob("test_*.py"))


def test_every_slow_test_is_found_and_has_all_that_it_asks_for() -> None:
    assert len(SLOW) > 10
    plan = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--setup-plan", *SLOW]
    done = subprocess.run(plan, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
