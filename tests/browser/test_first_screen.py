"""What stands on the first screen, at the sizes that readers have."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

import geodata
from dashboard.edition import edition_of
from dashboard.map.payload import calls_payload, states_of
from tests.browser.conftest import AtlasPage

pytestmark = pytest.mark.slow

ROWS_IN_SIGHT = 8


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found is not None
    return dict(found)


def settled(page: AtlasPage) -> None:
    """The map has the height of the page, and every province lies in it."""
    page.frame.wait_for_function(
        """() => {
          const room = document.querySelector(".atlas-map").getBoundingClientRect();
          return [...document.querySelectorAll("path[data-province]")].every(path => {
            const box = path.getBoundingClientRect();
            return box.top >= 0 && box.bottom <= room.height && box.left >= 0 && box.right <= room.width;
          });
        }"""
    )


def sideways(page: AtlasPage) -> int:
    main = "document.querySelector('[data-testid=stMain]')"
    return int(page.page.evaluate(f"{main}.scrollWidth - {main}.clientWidth"))


def lowest_province(page: AtlasPage) -> float:
    return max(box(one)["y"] + box(one)["height"] for one in page.map.locator("path[data-province]").all())


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1440, 900)])
@pytest.mark.parametrize("query", ["?period=1988-89", "?period=1988-89&province=kunduz", "?lang=fa"])
def test_year_map_and_legend_are_seen_together(
    new_page: Callable[..., AtlasPage], width: int, height: int, query: str
) -> None:
    page = new_page(width=width, height=height).open(query)
    settled(page)
    rows = page.page.locator("[data-atlas-legend] [data-key]")
    expect(rows.nth(ROWS_IN_SIGHT - 1)).to_be_visible()
    year, frame = box(page.page.get_by_role("slider")), box(page.map.locator(".atlas-map"))
    assert year["y"] >= 0
    assert frame["height"] >= 520
    assert frame["y"] + frame["height"] <= height
    assert lowest_province(page) <= height
    if "province" in query:
        expect(page.page.locator(".atlas-call h2")).to_be_in_viewport()
    row = box(rows.nth(ROWS_IN_SIGHT - 1))
    assert row["y"] + row["height"] <= height
    # What stands there, and not the sheet over it, is met at the middle of the row.
    at = {"x": row["x"] + row["width"] / 2, "y": row["y"] + row["height"] / 2}
    assert page.page.evaluate("at => Boolean(document.elementFromPoint(at.x, at.y).closest('[data-key]'))", at)
    signs = box(page.page.locator(".atlas-side .signs"))
    assert signs["y"] + signs["height"] <= box(page.page.locator(".atlas-key"))["y"], "nothing lies over the key"
    assert sideways(page) == 0


def test_on_a_large_screen_the_map_takes_more_than_half(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=2560, height=1440).open()
    settled(page)
    frame = box(page.map.locator(".atlas-map"))
    assert frame["width"] * frame["height"] > 2560 * 1440 / 2
    assert sideways(page) == 0


@pytest.mark.parametrize("language", ["en", "fa"])
def test_on_a_phone_map_and_year_bar_are_seen_whole(new_page: Callable[..., AtlasPage], language: str) -> None:
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True).open(f"?lang={language}")
    settled(page)
    frame, year = box(page.map.locator(".atlas-map")), box(page.page.get_by_role("slider"))
    assert frame["width"] >= 388
    assert frame["y"] + frame["height"] <= year["y"], "the year bar is under the thumb, below the map"
    assert year["y"] + year["height"] <= 844
    assert sideways(page) == 0


def test_on_a_phone_the_sheet_of_a_province_leaves_the_map_in_sight(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True).open()
    settled(page)
    page.province("herat").tap()
    sheet = page.page.locator(".st-key-atlas-sheet")
    expect(sheet.locator("h2").first).to_be_in_viewport()
    frame, covered = box(page.map.locator(".atlas-map")), box(sheet)
    assert covered["y"] >= frame["y"] + frame["height"] * 0.9
    expect(page.map.locator(".atlas-card")).to_be_hidden()
    sheet.get_by_role("button", name="Close the province").tap()
    expect(sheet).to_have_count(0)


def test_embedded_there_is_the_map_the_year_the_legend_and_the_way_out(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=800, height=600).open("?embed=map&period=1987")
    settled(page)
    frame = box(page.map.locator(".atlas-map"))
    assert frame["width"] * frame["height"] >= 0.6 * 800 * 600
    assert sideways(page) == 0
    expect(page.page.get_by_role("slider", name="Year")).to_be_in_viewport()
    expect(page.legend).to_be_in_viewport()
    expect(page.map.locator(".leaflet-control-attribution")).to_be_in_viewport()
    for gone in (".st-key-atlas-head", ".take-away", ".atlas-footer", ".atlas-key", "[data-atlas-go]"):
        expect(page.page.locator(gone).first).to_be_hidden()
    page.slider.press("ArrowRight")
    link = page.page.get_by_role("link", name="Open the full atlas")
    expect(link).to_be_in_viewport()
    assert str(link.get_attribute("href")).endswith("?period=1988-89")


def test_at_twice_the_size_year_bar_and_top_of_the_map_come_first(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=683, height=384, device_scale_factor=2).open()
    year, frame = box(page.slider), box(page.map.locator(".atlas-map"))
    assert year["y"] + year["height"] <= 384
    assert frame["y"] <= 384 - 100
    assert sideways(page) == 0


def test_streamlits_own_menu_is_gone(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    for part in ("stToolbar", "stMainMenu", "stStatusWidget", "stHeader"):
        for one in atlas_page.page.get_by_test_id(part).all():
            expect(one).to_be_hidden()


def test_names_stand_where_they_fit_and_codes_where_they_do_not(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=1920, height=1080).open("?lang=fa")
    settled(page)
    drawn = page.frame.evaluate(
        """() => [...document.querySelectorAll(".atlas-code > *")].map(one => {
          const {x, width} = one.getBBox(), middle = Number(one.getAttribute("y"));
          return {text: one.textContent, of: one.parentElement.dataset.of, name: one.matches(".atlas-name"),
            box: [x, middle - 7, x + width, middle + 7]};
        })"""
    )
    atlas = geodata.load()
    period = atlas.periods[0].id
    provinces = atlas.provinces(period).set_index("province_id")
    states = states_of(calls_payload(edition_of(atlas, "fa")), period)
    names = {one["of"]: one for one in drawn if one["name"]}
    codes = {one["of"]: one["text"] for one in drawn if not one["name"]}
    assert {one: drawn["text"] for one, drawn in names.items()} == {one: provinces["name_fa"][one] for one in names}
    # Below each name stands the code of who leads, with the mark of dissent; none where nobody leads.
    assert {one: codes.get(one, "") for one in names} == {
        one: states[one]["shown"]["faction"]["code"] + states[one]["dissent"] for one in names
    }
    # Kapisa is too small for its name. A province three times as wide and as high as a name has its own.
    assert "kapisa" not in names
    width = max(one["box"][2] - one["box"][0] for one in names.values())
    height = max(one["box"][3] - one["box"][1] for one in names.values())
    measured = {one: box(page.province(one)) for one in provinces.index}
    roomy = {one for one, size in measured.items() if size["width"] >= 3 * width and size["height"] >= 3 * height}
    assert roomy
    assert roomy <= set(names)
    # Some have room for a code and none for a name.
    assert set(codes) - set(names)
    for number, one in enumerate(drawn):
        for other in drawn[:number]:
            across = min(one["box"][2], other["box"][2]) - max(one["box"][0], other["box"][0])
            down = min(one["box"][3], other["box"][3]) - max(one["box"][1], other["box"][1])
            assert min(across, down) <= 3, f"{one['text']} and {other['text']} cover each other"


CODES_ON_SIGNS = """() => {
    const capitals = [...document.querySelectorAll(".atlas-sheet:not([hidden]) .atlas-capital")];
    const middles = capitals.map(one => one.getBBox()).map(({x, y, width, height}) => [x + width / 2, y + height / 2]);
    const codes = [...document.querySelectorAll(".atlas-sheet:not([hidden]) .atlas-name + .atlas-letters")];
    return codes.filter(one => {
        const {x, width} = one.getBBox(), middle = Number(one.getAttribute("y"));
        return middles.some(([right, down]) => x - 4 < right && right < x + width + 4 && Math.abs(down - middle) < 11);
    }).map(one => one.textContent);
}"""
"""Codes that stand below a name and reach the inner half of the sign of a capital."""


def test_a_code_below_a_name_gives_way_to_the_sign_of_a_capital(new_page: Callable[..., AtlasPage]) -> None:
    """Bamyan's, in 1985: with its mark of dissent it is longer than the name."""
    page = new_page(width=1366, height=768).open("?lang=fa")
    settled(page)
    assert page.map.locator('.atlas-code[data-of="bamyan"] .atlas-letters').text_content() == "NASR≠"
    assert page.frame.evaluate(CODES_ON_SIGNS) == []


def test_the_hint_of_the_first_visit_goes_for_good(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    hint = atlas_page.page.get_by_text("every colour can be opened")
    expect(hint).to_be_visible()
    atlas_page.province("herat").click()
    expect(hint).to_be_hidden()
    atlas_page.page.reload()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    expect(hint).to_be_hidden()


def test_light_dark_and_as_the_system_is_remembered(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(color_scheme="dark").open()
    ground = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    theme = "document.documentElement.dataset.theme"
    dark = page.page.evaluate(ground)
    page.page.get_by_role("button", name="Light or dark as your system").click()
    switch = page.page.get_by_role("button", name="Light", exact=True)
    expect(switch).to_be_visible()
    page.page.wait_for_function(f"before => {ground} !== before", arg=dark)
    page.frame.wait_for_function(f"{theme} === 'light'")
    page.page.reload()
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    expect(switch).to_be_visible()
    assert page.page.evaluate(ground) != dark
    switch.click()
    expect(page.page.get_by_role("button", name="Dark", exact=True)).to_be_visible()
    page.page.wait_for_function(f"before => {ground} === before", arg=dark)


def test_a_finger_meets_small_provinces(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True).open()
    settled(page)
    kapisa = box(page.province("kapisa"))
    assert min(kapisa["width"], kapisa["height"]) < 24
    # Eight pixels beside its middle lies another province.
    at = page.frame.evaluate(
        """() => {
          const one = [...document.querySelectorAll("path[data-province='kapisa']")][0];
          const others = [...document.querySelectorAll("path[data-province]")].filter(path => path !== one);
          const box = one.getBoundingClientRect();
          const middle = {x: box.x + box.width / 2, y: box.y + box.height / 2};
          for (let turn = 0; turn < 360; turn += 15) {
            const radians = turn * Math.PI / 180;
            const [x, y] = [middle.x + 8 * Math.cos(radians), middle.y + 8 * Math.sin(radians)];
            if (others.includes(document.elementFromPoint(x, y))) return {x, y};
          }
          return middle;
        }"""
    )
    frame = box(page.page.locator(".st-key-atlas-map iframe"))
    page.page.touchscreen.tap(frame["x"] + at["x"], frame["y"] + at["y"])
    expect(page.province("kapisa")).to_have_attribute("aria-pressed", "true")
