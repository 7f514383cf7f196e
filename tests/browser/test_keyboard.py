"""Journeys through the page without a mouse."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import AtlasPage
from tests.built_in import ATLAS

MOST_STOPS = 120
FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.labels && one.labels[0] && one.labels[0].innerText;
  const name = one.getAttribute("aria-label") || label || one.innerText;
  return (name || "").replace("keyboard_arrow_right", "").trim();
}"""

CLAIMS = len(ATLAS.claims())


def tab_to(page: Page, name: str) -> None:
    """Press Tab until something with this name, or the group of buttons that has it, is reached."""
    seen = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        if name in seen[-1][: len(name) + 12]:
            return
    raise AssertionError(f"Tab never came to {name!r}; it came to {seen}")


def go_to_view(page: Page, name: str, steps: int) -> None:
    """The views are one stop of the Tab key; arrows move between them."""
    tab_to(page, "Map")
    for _ in range(steps):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    views = page.get_by_role("radiogroup", name="View")
    expect(views.get_by_role("radio", name=name)).to_be_checked()


def test_arrows_go_through_the_views_as_the_language_is_written(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page().open("?lang=fa").page
    page.get_by_role("radio", name="نقشه").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator('.atlas-views [data-view="what-if"]')).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator('.atlas-views [data-view="method"]')).to_be_focused()


def test_from_the_map_to_a_claim_and_its_source(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    page = atlas_page.page
    go_to_view(page, "Evidence", 5)
    expect(page.get_by_text(f"{CLAIMS} of {CLAIMS} claims")).to_be_visible()
    tab_to(page, "Search")
    page.keyboard.type("Qunduz")
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{CLAIMS} of {CLAIMS} claims")).to_have_count(0)
    claim = page.locator("details[open] .citation")
    expect(claim).to_have_count(0)
    first = page.locator("table details summary").first.inner_text().strip()
    tab_to(page, first[:30])
    page.keyboard.press("Enter")
    expect(claim.first).to_be_visible()


def test_to_a_section_of_the_method(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    page = atlas_page.page
    go_to_view(page, "Method", 7)
    expect(page.get_by_role("heading", name="How this atlas is made")).to_be_visible()
    tab_to(page, "How to cite")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Name the version: calls change when claims are added.")).to_be_visible()


def test_to_another_language(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    page = atlas_page.page
    tab_to(page, "Language")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    atlas_page.expect_parameters(lang="fa")
