"""What every test may ask for."""

from pathlib import Path

import pytest

from helper.publish.bundle import bundle

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def engine_files(root: Path) -> dict[str, bytes]:
    """The files of the site's assets/engine/, without what the pipeline adds to the wheel."""
    return bundle(root)
