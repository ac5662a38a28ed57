"""What no procedure file should hold, and what people and programs put into one all the same."""

ODD = (
    *"\x00\x07\x0b\x0c\x1b\x7f\x85\xa0\xad",  # of control, and spaces that are none
    *"\u0301\u200b\u200d\u2028\u2029\u202e\u2066\ue000\ufeff\ufffd\ufffe\U000e0041\U0010ffff",  # unseen, or of no character
    *"😀𝟘٣ﷺİß",
    *("e\u0301\u0327" * 20, "👩‍👩‍👧‍👦", "\x1b[2J", "\r\n", "\n\t"),
    *"\t\r\n'\"\\{}[],:#|>%@`!~",  # of YAML
    *("''", '"""', ": ", " #", "&a", "*a", "!!int ", "- ", "? ", "---\n", "...\n", "<<: ", "%YAML 1.1\n"),
    *("\\U00110000", '"\\ud800"', '"\\0"'),
)
NESTED = 3_000
BOMBS = (
    "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]",
    "<<: {id: x}",
    "<<: [{id: x}, {id: y}]",
    "x: !!python/object/apply:os.system [ls]",
    "x: !!binary aGVsbG8=",
    "x: !<tag:yaml.org,2002:js/function> f",
    "%TAG ! tag:example.org,2000:\n---",
    "x: " + "9" * 5_000,
    "x: 0x" + "f" * 4_000,
    "x: 1e999",
    "x: -.inf",
    "x: .nan",
    "x: 2026-02-30",
    "[" * NESTED,
    "{a: " * NESTED,
    "- " * NESTED + "a",
    "? " * 40 + "a",
    "? [a, b]\n: c",
    "? {a: b}\n: c",
    "x: [" + "[]," * 3_000 + "]",
    'x: "' + "\\x41" * 3_000 + '"',
    'x: "\\U00110000"',
    'x: "\\ud83d\\ude00"',
    "x: |\n  " + "y" * 20_000,
    "x: >-9\n  y",
    "y" * 2_000 + ": x",
    "1: a\n'1': b",
    "true: a",
    "~: a",
    ": a",
    "null",
)
STUFF = (
    "0161 496 0000 0000",
    "x@",
    "x@y",
    "a" * 4_000 + "@",
    "0" * 4_000,
    "0 " * 2_000,
    "javascript:x",
    "{agency}",
    "{0}",
    "<b>",
    "=1+1",
    "\u202eabc",
)
VALUES = (
    *(None, True, False, 0, 1, -1, 7, 10**9, 10**14, 10**40, 1.0, 2.5, -0.0, float("inf"), float("nan"), "", " ", "\n", "1", "1.0"),
    *("null", "true", "2026-01-31", "2026-02-30", "20261231", "start", "routine", "must", "police", "x", "x" * 4_999, "x" * 20_000),
    *([], [None], [[]], [1, "1"], ["x"] * 999, ["x"] * 10_000, [{}] * 900, {}, {"": ""}, {"x": "y"}, {"text": "x"}, {"1": 1}),
    *({"text": "x", "section": "x"}, [{"text": "x", "section": "x"}], {f"k{number}": number for number in range(1_200)}, *STUFF),
)
NO_TEXT = (b"\xff", b"\x80", b"\xc0\xaf", b"\xed\xa0\x80", b"\x00", b"\xf4\x90\x80\x80")
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7")
ENDS = (b"\r\n", b"\r", b"\n\n", b"\n\r", "\u2028".encode(), b"\n\t")
HEADS = (b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2, b"\xff\xfe", b"---\n", b"%YAML 1.1\n---\n", b"\n\n", b"\t")
WHOLES = (
    *(b"", b"\n", b" ", b"#", b"~", b"[]", b"{}", b"x", b"{a: 1}", b"#" * 1_000_001),
    *(b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(256)), b"PK\x03\x04", b"{\\rtf1", b"<html>", b"id,name\n1,x\n"),
)
