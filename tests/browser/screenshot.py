"""Make the picture of README.md again: ``python -m tests.browser.screenshot``."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, installed
from tests.browser.waiting import settled
from tests.servers import running_server

PICTURE = Path(__file__).parents[2] / "dashboard" / "screenshot.png"
QUERY = "?period=1988-89&province=kunduz"


def main() -> None:
    """Write the picture."""
    with running_server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(f"{address}/{QUERY}")
        page.frame_locator('[data-testid="stCustomComponentV1"]').locator("[data-ready=true]").wait_for()
        page.locator("#atlas-evidence").wait_for()
        settled(page, page.screenshot)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
