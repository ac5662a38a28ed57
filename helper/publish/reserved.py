"""Ids that no partnership can have: each is the address of something of the site's own, which would be overwritten."""

RESERVED = (
    "404",
    "about",
    "accessibility",
    "assets",
    "assurance",
    "changes",
    "compare",
    "contacts",
    "embed",
    "glossary",
    "keeping-it-true",
    "licences",
    "next-step",
    "offline",
    "own-copy",
    "schemas",
    "search",
    "server",
    "training",
)
