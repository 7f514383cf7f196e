"""Two years side by side, and what changed between them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

import geodata
from tests.browser.axe import violations
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled, until

pytestmark = pytest.mark.slow

DRAWN = (
    "map => { const drawn = [...map.querySelectorAll('path[data-province]')].map(path => path.getBoundingClientRect());"
    "return [Math.min(...drawn.map(one => one.left)), Math.max(...drawn.map(one => one.right))]; }"
)
"""The western and the eastern end of what is drawn."""


def open_compare(page: AtlasPage, query: str = "") -> AtlasPage:
    page.page.goto(f"{page.address}/?view=compare{query}")
    expect(page.map.locator(".atlas-compare")).to_have_attribute("data-ready", "true")
    return page


def maps(page: AtlasPage) -> Locator:
    return page.map.locator(".atlas-map")


def painted(page: AtlasPage, number: int) -> dict[str, str]:
    found: dict[str, str] = (
        maps(page)
        .nth(number)
        .evaluate(
            "map => Object.fromEntries([...map.querySelectorAll('path[data-province]')]"
            ".map(path => [path.dataset.province, path.dataset.status]))"
        )
    )
    return found


def test_two_years_stand_side_by_side_and_move_together(atlas_page: AtlasPage) -> None:
    open_compare(atlas_page, "&period=1988-89&compare=1985")
    for number, period in enumerate(("1985", "1988-89")):
        expect(maps(atlas_page).nth(number)).to_have_attribute("data-period", period)
        calls = geodata.load().control(period)
        assert painted(atlas_page, number) == dict(zip(calls["province_id"], calls["status"], strict=True))
    where = (
        "() => [...ControlAtlas.maps.keys()].map(one => one.querySelector('.leaflet-map-pane')"
        ".getBoundingClientRect().x - one.getBoundingClientRect().x)"
    )
    widths = "() => [...document.querySelectorAll('path[data-province=herat]')].map(one => one.getBBox().width)"
    wide = atlas_page.frame.evaluate(widths)[0]
    maps(atlas_page).nth(1).get_by_role("button", name="Zoom in").click()
    until(atlas_page.page, lambda: min(atlas_page.frame.evaluate(widths)) > 1.2 * wide, "both maps are larger")
    first, second = settled(atlas_page.page, lambda: atlas_page.frame.evaluate(widths))
    assert first == pytest.approx(second, rel=0.01)
    # Where each began depends on the sizes that it has had.
    before = settled(atlas_page.page, lambda: atlas_page.frame.evaluate(where))
    box = maps(atlas_page).nth(1).bounding_box()
    assert box
    atlas_page.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    atlas_page.page.mouse.down()
    atlas_page.page.mouse.move(box["x"] + box["width"] / 2 - 60, box["y"] + box["height"] / 2, steps=4)
    atlas_page.page.mouse.up()
    until(atlas_page.page, lambda: abs(atlas_page.frame.evaluate(where)[0] - before[0]) > 20, "the first map moved")
    after = settled(atlas_page.page, lambda: atlas_page.frame.evaluate(where))
    first, second = (now - then for now, then in zip(after, before, strict=True))
    assert abs(first - second) < 2


def test_maps_are_whole_when_they_hear_of_their_size_late(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=390, height=844)
    # The second map is made before the frame has a height; a busy browser tells it only after it was fitted.
    page.page.add_init_script(
        "window.ResizeObserver = class extends ResizeObserver {"
        "  constructor(told) { super((...sizes) => setTimeout(() => told(...sizes), 400)); }"
        "};"
    )
    open_compare(page)
    settled(page.page, lambda: [maps(page).nth(number).evaluate(DRAWN) for number in (0, 1)])
    for number in (0, 1):
        shown = maps(page).nth(number)
        box = shown.bounding_box()
        country = shown.evaluate(DRAWN)
        assert box
        assert 0 <= country[0] < country[1] <= box["width"]
        assert country[1] - country[0] > 0.8 * box["width"]


def test_the_years_are_never_the_same_and_always_in_order(atlas_page: AtlasPage) -> None:
    open_compare(atlas_page)
    earlier = atlas_page.page.get_by_role("combobox", name="Earlier")
    expect(earlier).to_have_value("1985")
    earlier.click()
    expect(atlas_page.page.get_by_role("option")).to_have_text(["1985", "1988–89"])
    atlas_page.page.get_by_role("option", name="1988–89").click()
    expect(maps(atlas_page).nth(0)).to_have_attribute("data-period", "1987")
    expect(maps(atlas_page).nth(1)).to_have_attribute("data-period", "1988-89")
    atlas_page.expect_parameters(view="compare", period="1988-89", compare="1987")


def test_what_changed_is_one_map_with_its_own_legend_and_list(atlas_page: AtlasPage) -> None:
    open_compare(atlas_page, "&compare=1987")
    atlas_page.page.get_by_role("radio", name="What changed").click()
    atlas_page.expect_parameters(view="compare", compare="1987", mode="change")
    expect(maps(atlas_page).nth(2)).to_be_visible()
    expect(maps(atlas_page).nth(0)).to_be_hidden()
    kinds = geodata.load().changes("1985", "1987").set_index("province_id")["kind"]
    expect(maps(atlas_page).nth(2)).to_have_attribute("data-period", "change")
    assert painted(atlas_page, 2) == dict(kinds)
    # Between these years no source tells of a change of hands: in some provinces it is no longer clear who led.
    number = int((kinds == "now-unclear").sum())
    assert number > 1
    unclear = atlas_page.page.locator(".atlas-legend li[data-key='now-unclear']")
    expect(unclear).to_contain_text(f"{number} provinces")
    unclear.get_by_role("button").click()
    atlas_page.expect_parameters(view="compare", compare="1987", mode="change", faction="now-unclear")
    lit = maps(atlas_page).nth(2).locator("path[data-province]:not(.is-dimmed)")
    expect(lit).to_have_count(number)
    # A province chosen on the map opens the claims of both sides.
    maps(atlas_page).nth(2).locator("path[data-province='balkh']").focus()
    atlas_page.page.keyboard.press("Enter")
    sides = atlas_page.page.locator("#change-balkh .sides > div")
    expect(sides).to_have_count(2)
    for number, period in enumerate(("1985", "1987")):
        ids = geodata.load().control(period).set_index("province_id").loc["balkh", "claim_ids"]
        assert ids
        for claim_id in ids:
            expect(sides.nth(number)).to_contain_text(claim_id)


def test_the_names_of_the_rows_stay_while_the_matrix_scrolls(new_page: Callable[..., AtlasPage]) -> None:
    page = open_compare(new_page(width=390, height=844), "&compare=1987")
    page.page.locator(".matrix-details > summary").click()
    region = page.page.get_by_role("region", name="From whom to whom")
    name = region.locator("tbody th").first
    name.scroll_into_view_if_needed()
    before = name.bounding_box()
    assert region.evaluate("one => { one.scrollLeft = 300; return one.scrollLeft; }") > 200
    after = name.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["x"] - before["x"]) <= 1
    # Provinces and their area, in the sums too: together they are all of the country.
    sums = region.locator("tfoot .sum").all_inner_texts()
    assert sum(int(re.findall(r"\d+", one)[0]) for one in sums) == 29
    assert all("km²" in one for one in sums)


def test_a_choice_on_one_map_marks_both(atlas_page: AtlasPage) -> None:
    open_compare(atlas_page)
    maps(atlas_page).nth(1).locator("path[data-province='kandahar']").click()
    for number in (0, 1):
        path = maps(atlas_page).nth(number).locator("path[data-province='kandahar']")
        expect(path).to_have_attribute("aria-pressed", "true")
    atlas_page.expect_parameters(view="compare", province="kandahar")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_page: Callable[..., AtlasPage], width: int, scheme: str) -> None:
    page = new_page(width=width, height=844, color_scheme=scheme)
    for query in ("", "&mode=change&province=herat"):
        open_compare(page, query)
        expect(page.page.get_by_role("heading", name="From whom to whom")).to_be_visible()
        assert page.page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page.page) == []
