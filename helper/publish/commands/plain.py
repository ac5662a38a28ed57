"""Plain data as the command line prints it."""

import json
from typing import Any


def as_json(plain: Any) -> str:
    """Print it for a person and a program alike."""
    return json.dumps(plain, indent=2, ensure_ascii=False)
