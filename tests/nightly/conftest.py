"""The same Chromium as for the tests of the browser, and the same site."""

from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
from tests.browser.conftest import site as site
