"""Hostile procedures: the invented partnership and a twin of it, with an attempt in every text that the schemas leave free.

`check` finds no problem in them: they are what an author who means harm, or a file that was tampered with, can bring into the site.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ruamel.yaml import YAML

from helper.engine.model import Model
from helper.publish.check import check
from helper.publish.read import LOG, OWN, SHARED
from helper.publish.shape import schema
from tests.hostile.payloads import hostile
from tests.partnerships import INVENTED, ROOT

# The two partnerships: the invented one, and its twin.
FIRST, SECOND = "northmere", "southmere"
MORE = ROOT / "tests" / "hostile" / "more.yml"
# Texts whose form something else than a schema holds: numbers, addresses, dates, and what is looked up in the model.
KEPT = ("emergency_number", "number", "email", "copy_to", "since", "due", "day", "case")
EVENTS = ("concern_arose", "stage_began")
# These files may hold braces.
OPEN_TO_BRACES = ("agencies", "general", "session", "synonyms", "cross-border", "scenarios", "training")

# A rule of a schema, after the whole schema that it stands in.
Rule = tuple[Any, Any]


def put_hostile(folder: Path) -> None:
    """Write the hostile procedures into a folder, in the way that `read_library` expects."""
    more = _load(MORE)
    for name in SHARED:
        plain = more[name] if name in more else _load(ROOT / "procedures" / f"{name}.yml")
        _write(folder / "procedures" / f"{name}.yml", infect(name, plain))
    for name in OWN:
        plain = _load(INVENTED / FIRST / f"{name}.yml")
        for path, added in more["own"].get(name, {}).items():
            _add(plain, path.split("."), added)
        for scenario in plain["scenarios"] if name == "scenarios" else ():
            _expect(scenario["case"], scenario["expect"])
        infected = json.dumps(infect(name, plain), ensure_ascii=False, indent=1)
        for partnership in (FIRST, SECOND):
            twin = infected.replace(f'"{FIRST}', f'"{partnership}')
            _write(folder / "procedures" / partnership / f"{name}.yml", json.loads(twin))
    for file in (INVENTED / LOG).glob("*.yml"):
        entry = _load(file)
        # Its schema holds how long the reason is and how it begins, and nothing else of it.
        _write(folder / "procedures" / LOG / file.name, infect(LOG, entry) | {"why": hostile(entry["why"])})


@cache
def read_hostile() -> dict[str, Model]:
    """Check them, as a build does, and give the models by partnership."""
    with TemporaryDirectory() as folder:
        put_hostile(Path(folder))
        return {name: found.model for name, found in check(Path(folder)).partnerships.items()}


def infect(name: str, plain: Any) -> Any:
    """Put an attempt into every free text of a file's data."""
    return _infect([(schema(name), schema(name))], plain, name in OPEN_TO_BRACES)


def _infect(given: list[Rule], value: Any, braces: bool) -> Any:
    rules = [one for whole, rule in given for one in _rules(whole, rule)]
    if isinstance(value, dict):
        named = {
            key: [(whole, rule["properties"][key]) for whole, rule in rules if key in rule.get("properties", {})] for key in value
        }
        kept = {key for key, member in value.items() if key in KEPT and not (key == "email" and isinstance(member, dict))}
        return {key: member if key in kept else _infect(named[key], member, braces) for key, member in value.items()}
    if isinstance(value, list):
        items = [(whole, rule["items"]) for whole, rule in rules if "items" in rule]
        return [_infect(items, member, braces) for member in value]
    is_free = isinstance(value, str) and any(rule.get("type") == "string" for _, rule in rules)
    is_fixed = any({"pattern", "enum", "maxLength"} & rule.keys() for _, rule in rules) or value in EVENTS
    return hostile(value, braces) if is_free and not is_fixed else value


def _rules(whole: Any, rule: Any) -> Iterator[Rule]:
    """Give a rule and all that it leads to at the same place, each with the schema that it stands in."""
    yield whole, rule
    if address := rule.get("$ref"):
        file, _, place = address.partition("#/$defs/")
        other = schema(file.removesuffix(".schema.json")) if file else whole
        yield from _rules(other, other["$defs"][place])
    for inner in (*rule.get("anyOf", ()), *rule.get("oneOf", ()), *rule.get("allOf", ())):
        yield from _rules(whole, inner)


def _expect(case: Any, expect: Any) -> None:
    """Have a scenario expect what was added, and the events as they now read."""
    expect["forms"] = ["notice"] if case.get("resolved") else []
    for limit in expect["deadlines"]:
        if limit.get("from", EVENTS[0]) not in EVENTS:
            limit["from"] = hostile(limit["from"])


def _add(plain: Any, path: list[str], added: Any) -> None:
    """Add to a list, or put in place of what stands there."""
    *way, last = path
    for step in way:
        plain = plain[int(step) if isinstance(plain, list) else step]
    if isinstance(plain.get(last), list):
        plain[last] += added
    else:
        plain[last] = added


def _load(file: Path) -> Any:
    # JSON has no anchors and no dates: texts stay what they are.
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))
    return yaml.load(file.read_text(encoding="utf-8"))


def _write(file: Path, plain: Any) -> None:
    """Write JSON, which is YAML too."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
