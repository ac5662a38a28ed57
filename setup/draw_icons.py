"""Draw the PNG icons in docs/assets/ from icon.svg there: `.venv/bin/python setup/draw_icons.py`, after a change of it."""

import os
import re
from pathlib import Path

from playwright.sync_api import sync_playwright

ASSETS = Path(__file__).parents[1] / "docs/assets"
# How wide each is, and whether a device cuts it to a shape of its own: then the colour fills the square,
# and the drawing keeps to the circle in the middle, of 80 % of the width, that every shape leaves.
ICONS = {
    "icon-192.png": (192, False),
    "icon-512.png": (512, False),
    "icon-maskable-512.png": (512, True),
    "apple-touch-icon.png": (180, True),
}
SAFE = 'transform="translate(16 16) scale(0.72) translate(-16.25 -16.25)"'  # about the middle of the drawing


def main() -> None:
    """Draw every icon with a browser, which is the reader's own way to draw SVG."""
    svg = (ASSETS / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM_PATH"), args=["--no-sandbox"])
        for name, (width, is_cut) in ICONS.items():
            page = browser.new_page(viewport={"width": width, "height": width})
            drawn = cut_to_any_shape(svg) if is_cut else svg
            page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: {width}px }}</style>{drawn}")
            page.screenshot(path=ASSETS / name, omit_background=True)
            page.close()
        browser.close()


def cut_to_any_shape(svg: str) -> str:
    """Fill the corners and draw smaller."""
    return re.sub(r"<path", f"<path {SAFE}", svg.replace('rx="7" ', ""))


if __name__ == "__main__":
    main()
