"""The same Chromium as for the tests of the browser."""

from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
