"""What axe finds wrong in a page, and how a page is made to stand still for it."""

from typing import Any

from playwright.sync_api import Page

from tests.partnerships import ROOT

# Everything that axe knows, the rules of WCAG 2.2 that it leaves out by itself, and those that it still tries out.
ALSO = ("target-size", "css-orientation-lock", "focus-order-semantics", "label-content-name-mismatch", "td-has-header")
RUN = """async ({ rules, also }) => {
    const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {};
    const more = Object.fromEntries(also.map((id) => [id, { enabled: true }]));
    const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only, rules: rules.length ? {} : more });
    return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any }) => `${id}: ${help}: ${target} ${any[0]?.message ?? ""}`));
}"""
# What a colour scheme or a width can change; the rest is the same in each and is looked at once.
COLOURS = ["color-contrast", "link-in-text-block"]
SIZES = ["color-contrast", "target-size", "scrollable-region-focusable", "aria-hidden-focus", "link-in-text-block"]
# Colours change slowly here and there: what is looked at has to stand still. To be added with `dress`.
STILL = "*, *::before, *::after, ::backdrop { transition: none !important; animation: none !important; }"

# What measures where axe does not look: `access` in the page.
MEASURES = (ROOT / "tests/web/access.js").read_text(encoding="utf-8")


def dress(page: Page, style: str) -> None:
    """Add a style, as an extension of a reader's may: a page's own policy lets none in that is written into it."""
    page.evaluate(
        """style => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(style);
            document.adoptedStyleSheets.push(sheet);
        }""",
        style,
    )


def undress(page: Page) -> None:
    """Take away what was added."""
    page.evaluate("() => { document.adoptedStyleSheets = []; }")


def bring_axe(page: Page) -> None:
    """Put axe into a page, to be run there."""
    page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))


def barriers(page: Page, rules: list[str] | None = None) -> list[str]:
    """Run these rules, or all; give what is wrong, each with its place."""
    found: list[str] = page.evaluate(RUN, {"rules": rules or [], "also": ALSO})
    return found


def bring_measures(page: Page) -> None:
    """Put these measures into a page."""
    page.evaluate(MEASURES)


def measure(page: Page, what: str) -> Any:
    """Ask one of these measures."""
    return page.evaluate(f"() => access.{what}")
