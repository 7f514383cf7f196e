"""Areas of parts of provinces, by keyboard, mouse and finger: named, and a way to their claims."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import geodata
from dashboard.publish import publish
from tests.browser.conftest import AtlasPage
from tests.browser.file_page import opened

pytestmark = pytest.mark.slow

FOCUSED = "document.activeElement.dataset.area || document.activeElement.dataset.province || ''"
NAME = re.compile(r"^Panjshir valley: .*evidence$")


def panjshir(page: AtlasPage) -> Locator:
    """In 1985 diplomats told who was where in the valley, and nobody of the whole of Parwan."""
    return page.map.locator('path[data-area="panjshir-area"]:visible')


def claims_of(area: Locator) -> list[str]:
    return (area.get_attribute("data-claims") or "").split()


def expect_a_claim_in_focus(page: AtlasPage, claims: list[str]) -> None:
    expect(page.evidence.locator("li:focus")).to_have_attribute("id", re.compile("|".join(claims)))
    expect(page.evidence.locator("li:focus")).to_be_in_viewport()


def test_areas_are_buttons_with_names_and_those_of_one_province_follow_it(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    expect(panjshir(atlas_page)).to_have_attribute("role", "button")
    expect(panjshir(atlas_page)).to_have_attribute("aria-label", NAME)
    assert atlas_page.map.locator('path[data-area][tabindex="0"]').count() == 0, "Badakhshan comes first and has none"
    atlas_page.province("parwan").focus()
    atlas_page.page.keyboard.press("ArrowLeft")
    atlas_page.page.keyboard.press("ArrowRight")
    atlas_page.province("parwan").focus()
    expect(panjshir(atlas_page)).to_have_attribute("tabindex", "0")
    elsewhere = atlas_page.map.locator('path[data-area][tabindex="0"]:visible')
    provinces = {row["place_id"]: row["province_id"] for row in geodata.load().areas("1985").to_dict("records")}
    assert {provinces[one] for one in elsewhere.evaluate_all("all => all.map(one => one.dataset.area)")} == {"parwan"}


def test_by_keyboard_to_the_area_its_words_its_claim_and_back(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    areas = geodata.load().areas("1985")
    here = list(areas.loc[areas["province_id"] == "parwan", "place_id"])
    atlas_page.slider.focus()
    for _ in range(12):
        atlas_page.page.keyboard.press("Tab")
        if atlas_page.frame.evaluate(FOCUSED):
            break
    atlas_page.province("parwan").focus()
    reached = []
    for _ in here:
        atlas_page.page.keyboard.press("Tab")
        reached.append(atlas_page.frame.evaluate(FOCUSED))
        if reached[-1] == "panjshir-area":
            break
    assert reached == here[: len(reached)], "the larger before the smaller, as they are drawn"
    expect(atlas_page.map.locator(".atlas-card")).to_contain_text("Panjshir valley")
    # An arrow goes on to a province, Escape back to the one that the area lies in.
    atlas_page.page.keyboard.press("Escape")
    assert atlas_page.frame.evaluate(FOCUSED) == "parwan"
    for _ in reached:
        atlas_page.page.keyboard.press("Tab")
    atlas_page.page.keyboard.press("Enter")
    atlas_page.expect_parameters(province="parwan")
    expect_a_claim_in_focus(atlas_page, claims_of(panjshir(atlas_page)))


def test_an_arrow_on_an_area_goes_on_from_its_province(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas_page.province("parwan").focus()
    atlas_page.page.keyboard.press("ArrowDown")
    below = atlas_page.frame.evaluate(FOCUSED)
    assert below != "parwan"
    atlas_page.province("parwan").focus()
    panjshir(atlas_page).focus()
    atlas_page.page.keyboard.press("ArrowDown")
    assert atlas_page.frame.evaluate(FOCUSED) == below


def test_a_click_leads_to_the_claim_and_a_second_one_does_not_let_go(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    for _ in range(2):
        panjshir(atlas_page).click()
        atlas_page.expect_parameters(province="parwan")
        expect_a_claim_in_focus(atlas_page, claims_of(panjshir(atlas_page)))
    atlas_page.page.keyboard.press("Escape")
    atlas_page.expect_parameters()


def test_in_another_year_its_areas_are_not_there(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89")
    areas = set(geodata.load().areas("1988-89")["place_id"])
    drawn = atlas_page.map.locator("path.atlas-area:visible").evaluate_all("all => all.map(one => one.dataset.area)")
    assert set(drawn) == areas


def test_areas_of_a_year_that_has_gone_are_out_of_reach(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1985&province=parwan")
    panjshir(atlas_page).focus()
    drawn = atlas_page.map.locator("path.atlas-area").count()
    atlas_page.slider.press("End")
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1988-89")
    gone = atlas_page.map.locator(".atlas-areas[hidden]")
    expect(gone.locator("path.atlas-area")).to_have_count(drawn)
    expect(gone.get_by_role("button")).to_have_count(0)
    expect(gone.locator("path:visible")).to_have_count(0)
    expect(gone.locator("path:focus")).to_have_count(0)


def test_by_finger(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True).open()
    box = panjshir(page).bounding_box()
    assert box
    page.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.expect_parameters(province="parwan")
    expect(page.evidence.locator("li:focus")).to_have_attribute("id", re.compile("|".join(claims_of(panjshir(page)))))


def test_by_finger_first_the_province_then_the_small_area_beside_it(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True).open()
    box = page.map.locator('path[data-area="herat"]:visible').bounding_box()
    assert box
    beside = box["x"] + box["width"] + 6, box["y"] + box["height"] / 2
    page.page.touchscreen.tap(*beside)
    page.expect_parameters(province="herat")
    expect(page.page.locator(".st-key-atlas-sheet h2").first).to_be_in_viewport()
    page.page.touchscreen.tap(*beside)
    expect(page.evidence.locator("li:focus")).to_be_in_viewport()
    page.expect_parameters(province="herat")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("published") / "atlas.html"
    out.write_bytes(publish(geodata.load()))
    return out


def test_on_the_published_page(browser: Browser, published: Path) -> None:
    with opened(browser, published) as page:
        area = page.locator('path[data-area="panjshir-area"]:visible')
        expect(area).to_have_attribute("aria-label", NAME)
        page.locator('path[data-province="parwan"]').focus()
        area.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#atlas-evidence li:focus")).to_have_attribute("id", re.compile("|".join(claims_of(area))))
        assert focused_area(page) == ""


def focused_area(page: Page) -> str:
    return str(page.evaluate(FOCUSED))
