"""`_headers`, as Netlify, Cloudflare Pages and others read it: the paths of a site in, rules by path out.

Where two rules fit a path and name the same header, one host takes both and another the more exact one. So no two do: beside
the rule for everything, each file falls under one rule at most.
"""

from collections.abc import Collection, Mapping

from helper.publish.policy import EVERYWHERE, FOR_EVER, kinds
from helper.publish.serving.patterns import base_of, for_ever_patterns, patterns
from helper.publish.site import Host

# What Cloudflare Pages reads; more is left out from the end, so what protects stands before what saves time.
MOST_RULES = 100
LOST = "below the folders named after these any site may show a page in a frame. The rest of the policy stands in the pages"
Rules = dict[str, Mapping[str, str]]


def header_file(paths: Collection[str], host: Host) -> str:
    """Return the file; all that no rule names is left as these hosts do it by themselves, such as asking again for a page."""
    base = base_of(host)
    rules: Rules = {f"{base}*": EVERYWHERE, **_protecting(paths, host, base)}
    protecting = len(rules)
    for pattern in for_ever_patterns(paths):
        rules[base + pattern] = {**rules.get(base + pattern, {}), "Cache-Control": FOR_EVER}
    head = [
        f"# {host.name}: headers, for hosts that read this file at the top of what they publish. Made by the build.",
        "# No path falls under two rules that name the same header: some hosts add them up, others take one.",
    ]
    if len(rules) > MOST_RULES:
        lost = "the last ones only save time" if protecting <= MOST_RULES else LOST
        head.append(f"# {len(rules)} rules. Cloudflare Pages reads {MOST_RULES}: {lost}.")
    blocks = ["\n".join((path, *(f"  {name}: {value}" for name, value in said.items()))) for path, said in rules.items()]
    return "\n".join(head) + "\n\n" + "\n\n".join(blocks) + "\n"


def _protecting(paths: Collection[str], host: Host, base: str) -> Rules:
    """Give the rules by kind. All the rest has to be told folder by folder, as no pattern leaves something out."""
    *named, rest = kinds(host.frames, host.address)
    rules: Rules = {base + found: _beyond_everywhere(kind.headers) for kind in named for found in patterns(kind)}
    split = {file.split("/")[0] for kind in named for file in kind.files if "/" in file}
    others = sorted(path for path in paths if not any(kind.holds(path) for kind in named))
    return rules | {f"{base}{found}": _beyond_everywhere(rest.headers) for path in others for found in _patterns_of(path, split)}


def _patterns_of(path: str, split: Collection[str]) -> tuple[str, ...]:
    """Give the patterns that a file falls under: its folder at the top, or where that holds another kind too, the one below.

    >>> [_patterns_of(path, {"embed"}) for path in ("wigan/forms/index.html", "embed/guide/index.html", "index.html", "404.html")]
    [('wigan/*',), ('embed/guide/*',), ('', 'index.html'), ('404.html',)]
    """
    *folders, name = path.split("/")
    if not folders:
        return ("", name) if name == "index.html" else (name,)
    return ("/".join(folders[: 2 if folders[0] in split else 1]) + "/*",)


def _beyond_everywhere(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in EVERYWHERE}
