"""An atlas of 176 factions through every view, and one of 200 years, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.state import VIEWS
from tests.browser.conftest import AtlasPage
from tests.large_atlases import large_atlas
from tests.servers import running, serving

pytestmark = pytest.mark.slow

SCREENS = ((1366, 900), (390, 844))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = large_atlas(tmp_path_factory.mktemp("crowded") / "a", 180, 6, 176, stories=True)
    with running(serving(folder)) as address:
        yield address


@pytest.fixture(scope="module")
def very_long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = large_atlas(tmp_path_factory.mktemp("long") / "a", 12, 200)
    with running(serving(folder)) as address:
        yield address


def sound(page: AtlasPage) -> None:
    """The page is there as a whole, nothing failed in it, and it is no wider than the screen."""
    expect(page.page.locator(".atlas-footer")).to_be_visible()
    expect(page.page.get_by_test_id("stException")).to_have_count(0)
    expect(page.page.get_by_test_id("stAlert")).to_have_count(0)
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_view_of_an_atlas_with_176_factions(new_page: Callable[..., AtlasPage], crowded: str) -> None:
    for width, height in SCREENS:
        page = new_page(address=crowded, width=width, height=height)
        for view in VIEWS:
            page.page.goto(f"{crowded}/?view={view}")
            sound(page)
        page.page.goto(f"{crowded}/?view=trends")
        expect(page.page.locator(".atlas-trends tbody tr", has_text="smaller ones")).to_have_count(1)
        bars = page.page.locator(".atlas-trends svg rect").evaluate_all(
            "all => all.map(one => one.height.baseVal.value)"
        )
        assert min(bars) >= 0


def test_two_hundred_years_on_slider_card_and_panel(new_page: Callable[..., AtlasPage], very_long: str) -> None:
    for width, height in SCREENS:
        page = new_page(address=very_long, width=width, height=height).open("?period=1900&province=u00003")
        sound(page)
        expect(page.slider).to_have_attribute("aria-valuetext", "1900")
        page.slider.press("ArrowRight")
        expect(page.slider).to_have_attribute("aria-valuetext", "1901")
        expect(page.page.locator(".atlas-call h2")).to_contain_text("1901")
        # Not a line for each of two hundred years, but from when to when a call was the same.
        years = page.page.locator(".atlas-call ol.years").first.locator("li")
        assert years.count() <= 16
        page.province("u00007").hover()
        runs = page.map.locator(".atlas-card .strip.runs li")
        expect(runs.first).to_be_visible()
        assert runs.count() <= 9
        expect(runs.and_(page.map.locator("[data-current=true]"))).to_have_count(1)
