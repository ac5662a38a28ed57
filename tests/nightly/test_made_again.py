"""What is built twice from the same sources is the same to the byte: the engine, and the offline copy of a day."""

import re
import shutil
from pathlib import Path

from helper.publish.bundle import Engine, bundle
from tests.browser.test_offline_copy import make_offline


def test_the_engine_is_the_same(root: Path, engine: Engine, tmp_path: Path) -> None:
    shutil.copytree(root / "helper", tmp_path / "helper", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "jsconfig.json", tmp_path)
    (tmp_path / "node_modules").symlink_to(root / "node_modules")
    assert bundle(tmp_path) == engine


def test_the_offline_copy_of_the_same_day_is_the_same(root: Path, tmp_path: Path) -> None:
    made = [make_offline(root, tmp_path / name, "salford")[0] for name in ("once", "again")]
    assert made[0].name == made[1].name
    assert made[0].read_bytes() == made[1].read_bytes()
    assert re.fullmatch(r"escalation-guide-salford-\d{4}-\d{2}-\d{2}\.zip", made[0].name)
