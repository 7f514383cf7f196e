"""What axe finds on a page: everything, of whatever weight."""

from __future__ import annotations

from contextlib import suppress

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TooLate

from tests.browser.waiting import settled

IDLE_MILLISECONDS = 20_000
ELEMENTS = "document.querySelectorAll('*').length"


def violations(page: Page) -> list[str]:
    """Every violation on the page and in its frames of the same origin, with its weight and first element."""
    # Parts of the page whose scripts come late would not be looked at. A request whose end the browser never tells must
    # not hold it up: then it is enough that nothing on the page changes any more.
    with suppress(TooLate):
        page.wait_for_load_state("networkidle", timeout=IDLE_MILLISECONDS)
    settled(page, lambda: page.evaluate(ELEMENTS))
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    found = Axe().run(page).response["violations"]
    return [f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:200]}" for one in found]
