"""What every test may ask for."""

import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from helper.publish.bundle import Engine, bundle
from tests import own_copy as own
from tests.proved import gather
from tests.tools import missing

ROOT = Path(__file__).parent.parent
# Hypothesis by itself fails what takes a fifth of a second, which on a busy machine is anything.
with suppress(ImportError):  # Python in the browser has only a stand-in for it (tests/runtime/stand_ins)
    from hypothesis import settings

    settings.register_profile("unhurried", deadline=None)
    settings.load_profile("unhurried")
WANTING = "missing: "
LONG = ("test_mutations", "test_faults")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def engine(root: Path) -> Engine:
    """What runs Python in the reader's browser, as it is published."""
    return bundle(root)


@pytest.fixture(scope="session")
def site_folder(root: Path) -> Path:
    """The built site; `make site` builds it where anything changed since."""
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MFLAGS")}
    built = subprocess.run(["make", "--silent", "site"], cwd=root, env=environment, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "site"


@pytest.fixture(scope="session")
def own_copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> own.OwnCopy:
    """A copy of one's own, built in about eight seconds: Salford alone, under another name, colour and address (a `site_url`).

    `own_copy.folder` is the built site; `own_site` of the browser tests serves it. Tests of what only a site does that
    knows its address, such as QR codes, use it too.
    """

    def make(folder: Path) -> subprocess.CompletedProcess[str]:
        own.lay_out(root, folder, own.SETTINGS)
        return own.build(folder)

    return own.OwnCopy(_built_once(tmp_path_factory, "own-copy", make))


@pytest.fixture(scope="session")
def hostile_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built, in about twelve seconds, of procedures and settings that mean harm (tests/hostile)."""
    from tests.hostile.site import build_hostile  # needs the checks' packages, which Python in the browser has not

    return _built_once(tmp_path_factory, "hostile", lambda folder: build_hostile(root, folder))


def _built_once(
    tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], subprocess.CompletedProcess[str]]
) -> Path:
    """Build a site in a folder of its own; workers that run at the same time share one."""
    import fcntl  # Python in the browser, which reads this file too, has none

    own_folder = tmp_path_factory.getbasetemp()
    folder = (own_folder.parent if "PYTEST_XDIST_WORKER" in os.environ else own_folder) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            built = make(folder)
            assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tools are missing; where everything should be there, fail it. A plan runs none, and needs none."""
    if item.config.getoption("setupplan", False):
        return
    lacking = missing(tuple(name for mark in item.iter_markers("needs") for name in mark.args))
    if lacking and os.environ.get("CI") == "true":
        pytest.fail(f"{WANTING}{lacking}", pytrace=False)
    elif lacking:
        pytest.skip(f"{WANTING}{lacking}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write down what was proved, once every worker has ended."""
    if not hasattr(session.config, "workerinput") and not session.config.getoption("setupplan", False):
        gather(ROOT, date.today())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Name every test that was skipped for want of a tool, in the last line of all."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.getreports("skipped") if reporter else []
    wanting = [report.nodeid for report in skipped if WANTING in str(report.longrepr)]
    if wanting:
        reporter.write_line(f"{len(wanting)} skipped for want of a tool: {', '.join(wanting)}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no core has to wait for another at the end."""
    items.sort(key=lambda item: "runtime" not in item.path.parts and item.path.stem not in LONG)
