"""What every test may ask for."""

import os
import subprocess
from pathlib import Path

import pytest

from helper.publish.bundle import Engine, bundle

ROOT = Path(__file__).parent.parent


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no core has to wait for another at the end."""
    items.sort(key=lambda item: "runtime" not in item.path.parts)
