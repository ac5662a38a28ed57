"""Print where Playwright's own Chromium is, or fail where it was never downloaded."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    chromium = Path(playwright.chromium.executable_path)
if not chromium.exists():
    sys.exit(1)
print(chromium)
