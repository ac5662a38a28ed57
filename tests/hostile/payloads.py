"""What somebody might put into a text so that it does something: a text in, the same text between two attempts out.

The attempts stand at the beginning and at the end of a text, where formats look for their marks. Which ones a text gets is told
by the text alone, so that what has to be equal in two files stays equal.
"""

from zlib import crc32

# What runs calls this; a page that is watched has it complain in the console. No other host is ever to be asked for anything.
RUN, STRANGER = "__owned()", "evil.example"
# Elements that only a text that got out of its place can make.
ELEMENT = "x-owned"
BEGINNINGS = (
    "=HYPERLINK(1)",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(1,1)",
    "＝1+1",
    "＠SUM(1)",
    f"<https://{STRANGER}/>",
    f"[link](//{STRANGER}/)",
    f"![image](//{STRANGER}/x.png)",
    f'<a href="//{STRANGER}/">',
    "---",
    "# heading",
    "```\ncode",
    "> quoted",
    "<!--",
    "]]>",
    "*/",
    "%0d%0aBCC:all",
    '"; BEGIN:VEVENT',
    "DDEAUTO c:\\\\windows\\\\calc.exe",
    "\\u003cscript\\u003e",
    "<x-owned>",
    "../../",
    "a=1&b=2#c?d",
)
# Each holds what ends the text's place in an element or an attribute, in one of the ways there are.
ENDINGS = (
    f"\"'><img src=x onerror={RUN}><x-owned>",
    f"</script><script>{RUN}</script><x-owned>",
    f"</title></textarea></style></svg><svg onload={RUN}><x-owned>",
    f"\n\n<script>{RUN}</script>\n\n<x-owned>",
    f'" onmouseover="{RUN}" autofocus onfocus={RUN} x="',
    f"' onclick='{RUN}' style='position:fixed' x='",
    f"<!--<script>{RUN}--><x-owned>",
    f"&lt;img src=x onerror={RUN}&gt;&lt;x-owned&gt;",
    f"`);{RUN};//",
    f"\\');{RUN};//\\",
    f"\nEND:VEVENT\nEND:VCALENDAR\nATTACH:https://{STRANGER}/\nEMAIL:x",
    '\n=1+1\n;"=1+1;=1+1\t'.rstrip(),
    f"\n---\ntitle: x\n---\n<iframe srcdoc='<script>parent.{RUN}</script>'></iframe><x-owned>",
    f"<meta http-equiv=refresh content='0;url=//{STRANGER}/'><base href=//{STRANGER}/><x-owned>",
    f"${RUN}<link rel=stylesheet href=//{STRANGER}/x.css><x-owned>",
    "<w:instrText>DDE</w:instrText><x-owned>",
)
# Marks of template languages; most of the files may not hold a brace at all.
BRACES = "{{ 7*7 }}{% raw %}{# #}"


def hostile(text: str, braces: bool = False) -> str:
    """Put an attempt on each side of a text."""
    number = crc32(text.encode())
    beginning, ending = BEGINNINGS[number % len(BEGINNINGS)], ENDINGS[number // 31 % len(ENDINGS)]
    return f"{beginning} {text} {BRACES if braces else ''}{ending}"
