"""The page in Dari and Pashto, and at twice its size."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from dashboard.state.state import VIEWS
from dashboard.text import texts
from tests.browser.axe import violations
from tests.browser.conftest import AtlasPage

pytestmark = pytest.mark.slow


def open_in(page: AtlasPage, language: str, query: str = "") -> None:
    page.page.goto(f"{page.address}/?lang={language}{query}")
    page.map.locator("path[data-province]").first.wait_for()


@pytest.mark.parametrize(("language", "kandahar", "held"), [("fa", "قندهار", "در دست"), ("ps", "کندهار", "په لاس کې")])
def test_the_page_speaks_the_language_of_its_address(
    new_page: Callable[..., AtlasPage], language: str, kandahar: str, held: str
) -> None:
    page = new_page()
    open_in(page, language, "&province=herat")
    label = page.province("kandahar").get_attribute("aria-label")
    assert label is not None
    assert label.startswith(f"{kandahar}، ۱۹۸۵: ")
    assert held in str(page.province("herat").get_attribute("aria-label"))
    expect(page.page.locator("html")).to_have_attribute("lang", language)
    assert page.page.evaluate("getComputedStyle(document.querySelector('.atlas-header')).direction") == "rtl"
    # What a source says stays in the language in which the atlas tells it.
    expect(page.page.locator("#atlas-evidence p.statement").first).to_have_attribute("lang", "en")


def test_the_map_and_time_are_not_mirrored(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page()
    open_in(page, "fa")
    west, east = (page.province(one).bounding_box() for one in ("herat", "nangarhar"))
    assert west is not None
    assert east is not None
    assert west["x"] < east["x"]
    slider = page.page.get_by_role("slider", name="سال")
    slider.focus()
    page.page.keyboard.press("ArrowRight")
    page.expect_parameters(lang="fa", period="1987")
    expect(slider).to_have_value("1")
    assert slider.evaluate("one => getComputedStyle(one).direction") == "ltr"


@pytest.mark.parametrize(("language", "length"), [("fa", "۲۰۰ کیلومتر"), ("ps", "۲۰۰ کیلومتره"), ("en", "200 km")])
def test_scale_and_counts_are_in_the_language_even_where_the_browser_does_not_know_it(
    new_page: Callable[..., AtlasPage], language: str, length: str
) -> None:
    page = new_page(width=1366, height=768)
    open_in(page, language, "&view=what-if&without=S01,S21")
    expect(page.map.locator(".leaflet-control-scale-line")).to_have_text(length)
    expect(page.page.locator('[data-lab-count="without"]')).to_have_text("2" if language == "en" else "۲")


def test_the_day_of_a_citation_is_in_no_other_language(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page()
    open_in(page, "ps")
    page.page.locator(".take-away > summary").click()
    citation = page.page.locator("#take-away-cite")
    today = page.page.evaluate(
        "(() => { const day = new Date(), two = (one) => String(one).padStart(2, '0');"
        " return [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-'); })()"
    )
    expect(citation).to_have_value(re.compile(re.escape(today)))


def test_the_credit_reads_from_its_beginning(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page()
    open_in(page, "fa")
    credit = page.map.locator(".leaflet-control-attribution")
    # A line that begins with a name in Latin letters would stand the other way round.
    start, name = credit.evaluate(
        """one => {
          const text = [...one.childNodes].find(node => node.textContent.includes("Natural Earth"));
          const leaf = document.createTreeWalker(text.parentNode, NodeFilter.SHOW_TEXT);
          while (leaf.nextNode() && !leaf.currentNode.data.includes("Natural Earth")) { /* the next one */ }
          const at = (from, length) => {
            const range = document.createRange();
            range.setStart(leaf.currentNode, from);
            range.setEnd(leaf.currentNode, from + length);
            return range.getBoundingClientRect().x;
          };
          return [at(0, 1), at(leaf.currentNode.data.indexOf("Natural"), 1)];
        }"""
    )
    assert start > name


def test_choosing_a_language_keeps_everything_else(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89&province=kunduz&colour=evidence")
    atlas_page.page.evaluate("window.isFirstPage = true")
    atlas_page.page.get_by_role("combobox", name="Language").focus()
    atlas_page.page.get_by_role("combobox", name="Language").select_option("پښتو")
    atlas_page.expect_parameters(period="1988-89", province="kunduz", colour="evidence", lang="ps")
    expect(atlas_page.page.get_by_role("slider", name="کال")).to_be_visible()
    # Who chose by keyboard goes on from there.
    expect(atlas_page.page.get_by_role("radio", name=texts("ps")("view-map"), exact=True)).to_be_visible()
    expect(atlas_page.page.locator(".atlas-language")).to_be_focused()
    # The map of the other language is another frame; the one before goes when it has come.
    expect(atlas_page.page.locator('[data-testid="stCustomComponentV1"]')).to_have_count(1)
    named = re.compile("^کندز، .*: Jamiat-i Islami، په لاس کې، ")
    expect(atlas_page.province("kunduz")).to_have_attribute("aria-label", named)
    assert atlas_page.page.evaluate("window.isFirstPage"), "the page was not loaded again"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fa", "ps"])
def test_axe_finds_nothing(new_page: Callable[..., AtlasPage], width: int, scheme: str, language: str) -> None:
    page = new_page(width=width, height=844, color_scheme=scheme)
    open_in(page, language, "&province=kunduz")
    expect(page.evidence).to_be_visible()
    assert violations(page.page) == []
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("view", VIEWS)
def test_at_twice_the_size_nothing_is_cut_off(new_page: Callable[..., AtlasPage], view: str, language: str) -> None:
    """A window of 1280 pixels at 200 % has room for 640 (WCAG 1.4.4 and 1.4.10)."""
    page = new_page(width=640, height=450, device_scale_factor=2)
    page.page.goto(f"{page.address}/?lang={language}&view={view}&province=kunduz")
    expect(page.page.locator(".atlas-footer")).to_be_visible(timeout=30_000)
    inner = page.page.evaluate("(s => s.scrollWidth - s.clientWidth)(document.querySelector('[data-testid=stMain]'))")
    assert inner <= 0
    heading = page.page.locator("h1").bounding_box()
    assert heading is not None
    assert heading["x"] >= 0
    assert heading["x"] + heading["width"] <= 640
