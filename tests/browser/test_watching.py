"""While an atlas is edited, its page follows what is saved, and tells what is wrong beside the last sound state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from geodata.tables import write_template
from tests.browser.conftest import AtlasPage
from tests.dashboard.server.test_watching import save
from tests.servers import COMMAND, running

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_template(tmp_path / "atlas")


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with running([str(COMMAND), "serve", str(folder), "--watch", "--port"]) as one:
        yield one


def test_the_page_follows_what_is_saved(folder: Path, address: str, new_page: Callable[..., AtlasPage]) -> None:
    chosen = {"period": "1910-11", "province": "north", "colour": "side"}
    page = new_page(address=address).open("?" + "&".join(f"{key}={value}" for key, value in chosen.items()))
    panel = page.page.locator("#atlas-watch")
    body = page.page.locator("body")
    expect(body).to_contain_text("held by the rebels")

    save(folder / "sides.csv", "the rebels", "the insurgents")
    expect(body).to_contain_text("held by the insurgents")
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-period", "1910-11")
    expect(page.province("north")).to_have_attribute("aria-pressed", "true")
    page.expect_parameters(**chosen)

    save(folder / "claims.csv", "blues", "bleus")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("What is shown is the last state without any.")
    expect(panel.locator("li").first).to_contain_text("claims.csv")
    expect(panel.locator("li").first).to_contain_text('"bleus"')
    expect(body).to_contain_text("held by the insurgents")
    expect(page.province("north")).to_have_attribute("aria-pressed", "true")

    # Whoever comes now reads of it in the language of the page.
    reader = new_page(address=address).open("?lang=fa")
    expect(reader.page.locator("#atlas-watch strong")).to_contain_text("فایل‌های")

    save(folder / "claims.csv", "bleus", "blues")
    expect(panel).to_have_count(0)
    page.expect_parameters(**chosen)
