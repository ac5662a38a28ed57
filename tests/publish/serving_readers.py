"""Two small readers of what static hosts read, written from these hosts' own words and from nothing of ours."""

import json
import re
from pathlib import Path


class HeaderFile:
    """`_headers`: a line with a path begins a rule, lines set in below it are headers; every rule that fits a path counts."""

    def __init__(self, file: Path) -> None:
        self.rules: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("/"):
                self.rules.append((as_pattern(line), []))
            elif line.strip() and not line.startswith("#"):
                name, value = line.strip().split(": ", 1)
                self.rules[-1][1].append((name.lower(), value))

    def told(self, path: str) -> list[tuple[str, str]]:
        """Give every header that is told of a path, by whichever rule."""
        return [header for pattern, headers in self.rules if pattern.fullmatch(path) for header in headers]


class Azure:
    """`staticwebapp.config.json`: general headers, and those of the first route that fits, an empty one taking one away."""

    def __init__(self, file: Path) -> None:
        self.plain = json.loads(file.read_text(encoding="utf-8"))

    def told(self, path: str) -> dict[str, str]:
        """Give the headers of a path."""
        route = next((one for one in self.plain["routes"] if as_pattern(one["route"]).fullmatch(path)), {"headers": {}})
        said = {**self.plain["globalHeaders"], **route["headers"]}
        return {name.lower(): value for name, value in said.items() if value}


def as_pattern(path: str) -> re.Pattern[str]:
    """A star stands for anything, slashes too."""
    return re.compile(re.escape(path).replace(r"\*", ".*"))
