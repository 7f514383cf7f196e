"""Choosing a province and reading its evidence."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import AtlasPage


def test_a_click_on_the_map_opens_the_evidence(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89")
    atlas_page.province("kunduz").click()
    expect(atlas_page.evidence.get_by_role("heading", level=2)).to_have_text("Evidence: Kunduz, 1988–89")
    expect(atlas_page.province("kunduz")).to_have_attribute("aria-pressed", "true")
    atlas_page.expect_parameters(period="1988-89", province="kunduz")
    # A second click lets go.
    atlas_page.province("kunduz").click()
    expect(atlas_page.evidence).to_have_count(0)
    atlas_page.expect_parameters(period="1988-89")


def test_a_choice_from_the_list_marks_the_map(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas_page.page.get_by_role("combobox", name="Province").select_option(label="Herat")
    expect(atlas_page.province("herat")).to_have_attribute("aria-pressed", "true")
    expect(atlas_page.evidence.get_by_role("heading", level=2)).to_have_text("Evidence: Herat, 1985")


def test_the_map_is_usable_by_keyboard_alone(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    stops = atlas_page.map.locator('path[data-province][tabindex="0"]')
    expect(stops).to_have_count(1)
    atlas_page.slider.focus()
    for _ in range(12):
        atlas_page.page.keyboard.press("Tab")
        if atlas_page.frame.evaluate("document.activeElement.dataset.province || ''"):
            break
    assert atlas_page.frame.evaluate("document.activeElement.dataset.province") == "badakhshan"
    atlas_page.page.keyboard.press("ArrowLeft")
    # West of Badakhshan lies Takhar.
    assert atlas_page.frame.evaluate("document.activeElement.dataset.province") == "takhar"
    expect(atlas_page.map.locator(".atlas-card")).to_contain_text("Takhar")
    atlas_page.page.keyboard.press("Enter")
    expect(atlas_page.evidence.get_by_role("heading", level=2)).to_have_text("Evidence: Takhar, 1985")
    assert atlas_page.frame.evaluate("document.activeElement.dataset.province") == "takhar"
    atlas_page.page.keyboard.press("Escape")
    expect(atlas_page.evidence).to_have_count(0)
    atlas_page.page.keyboard.press("End")
    assert atlas_page.frame.evaluate("document.activeElement.dataset.province") == "zabul"


def test_the_accessible_name_tells_the_call(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    name = re.compile(r"^Herat, 1985: Jamiat-i Islami, held, regional evidence, weak$")
    expect(atlas_page.map.get_by_role("button", name=name)).to_have_count(1)


def test_the_hover_card_tells_who_how_and_through_the_years(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas_page.province("herat").hover()
    card = atlas_page.map.locator(".atlas-card")
    expect(card).to_be_visible()
    for text in ("Herat", "Jamiat-i Islami", "held", "regional evidence", "1985", "1987", "1988–89"):
        expect(card).to_contain_text(text)
    atlas_page.page.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_the_panel_shows_statement_date_grade_citation_and_link(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89&province=kunduz")
    decided = atlas_page.evidence.locator("details", has_text="Claims that decided")
    monitor = decided.locator("li", has_text="The Christian Science Monitor")
    expect(monitor).to_contain_text("1 December 1988")
    expect(monitor).to_contain_text("regional evidence")
    expect(monitor).to_contain_text("“Soviets struggle to keep Kabul government going until pullout date”")
    link = monitor.get_by_role("link")
    expect(link).to_have_attribute("href", "https://www.csmonitor.com/1988/1201/oafga.html")
    expect(link).to_have_attribute("rel", re.compile("noreferrer"))
    years = atlas_page.page.locator(".atlas-call .years li")
    expect(years).to_have_count(3)
    expect(atlas_page.page.locator(".atlas-call .years li[aria-current]")).to_contain_text("1988–89")


def test_dissent_stands_beside(atlas_page: AtlasPage) -> None:
    # Bamyan in the mid-1980s: Sazman-i Nasr led, and a country study has Pasdaran and the Shura strong there.
    atlas_page.open("?province=bamyan")
    dissent = atlas_page.evidence.locator("details", has_text="Claims that say otherwise")
    expect(dissent.locator("li.claim, ul.claims > li").first).to_be_visible()


def test_a_province_without_evidence_says_so(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89")
    unknown = [one["province"] for one in atlas_page.provinces() if one["status"] == "no-evidence"]
    assert "nimruz" in unknown
    atlas_page.province("nimruz").click()
    expect(atlas_page.evidence).to_contain_text("No source that we read says who led here")
    expect(atlas_page.page.locator(".atlas-call .lead")).to_contain_text("No source says who led")


def test_the_evidence_follows_the_year(atlas_page: AtlasPage) -> None:
    atlas_page.open("?province=jowzjan")
    atlas_page.slider.press("ArrowRight")
    expect(atlas_page.evidence.get_by_role("heading", level=2)).to_have_text("Evidence: Jowzjan, 1987")
    expect(atlas_page.province("jowzjan")).to_have_attribute("aria-pressed", "true")
