"""What a reader sees before the page's own scripts have arrived."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

import geodata
from dashboard.server.late_scripts import late_scripts
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import hold, until

pytestmark = pytest.mark.slow

SCRIPTS = "**/static/js/index.*.js"


@pytest.mark.parametrize(("width", "language"), [(1280, "en"), (640, "en"), (390, "en"), (768, "fa")])
def test_the_map_is_seen_first_and_gives_way_to_the_one_that_answers(
    new_page: Callable[..., AtlasPage], width: int, language: str
) -> None:
    page = new_page(width=width, height=844)
    let_go = hold(page.page, SCRIPTS)
    page.page.goto(f"{page.address}/?period=1988-89&lang={language}", wait_until="commit")
    picture = page.page.locator(".opening-map svg.atlas-picture")
    expect(picture).to_be_visible()
    if language == "en":
        expect(picture).to_have_attribute("aria-label", re.compile("map of provinces, 1988–89$"))
    assert picture.locator("use[data-province]").count() == 29
    expect(page.page.locator("#root")).to_be_empty()
    before = page.page.locator(".opening-map").bounding_box()
    let_go()
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    expect(page.page.locator("#atlas-opening")).to_have_count(0)
    after = page.page.locator(".st-key-atlas-map iframe").bounding_box()
    assert before is not None
    assert after is not None
    # Nothing jumps: the map stands where the picture stood.
    assert {name: abs(before[name] - after[name]) <= 1 for name in before} == dict.fromkeys(before, True)


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_the_map_stays_where_it_is_whether_the_head_has_come_or_not(
    new_page: Callable[..., AtlasPage], width: int
) -> None:
    page = new_page(width=width, height=844).open()
    of_the_map = page.page.locator(".st-key-atlas-map iframe")
    before = of_the_map.bounding_box()
    page.page.locator(".atlas-head").evaluate("(head) => head.remove()")
    assert of_the_map.bounding_box() == before


def test_a_view_that_is_chosen_in_the_first_answer_is_shown(atlas_page: AtlasPage) -> None:
    page, let_go = atlas_page.page, hold(atlas_page.page, SCRIPTS)
    page.goto(atlas_page.address, wait_until="commit")
    page.get_by_role("radio", name="Timeline").click()
    expect(page.get_by_role("radio", name="Timeline")).to_be_checked()
    let_go()
    expect(page.locator(".atlas-timeline")).to_be_visible()
    expect(page.locator("#atlas-opening")).to_have_count(0)
    expect(page.get_by_role("radio", name="Timeline")).to_be_checked()
    atlas_page.expect_parameters(view="timeline")
    page.go_back()
    expect(page.get_by_role("radio", name="Map", exact=True)).to_be_checked()
    atlas_page.expect_parameters()


def test_a_language_that_is_chosen_in_the_first_answer_is_spoken(atlas_page: AtlasPage) -> None:
    page, let_go = atlas_page.page, hold(atlas_page.page, SCRIPTS)
    page.goto(atlas_page.address, wait_until="commit")
    page.get_by_role("combobox", name="Language").select_option("دری")
    let_go()
    atlas_page.expect_parameters(lang="fa")
    expect(page.locator("#atlas-opening")).to_have_count(0)
    expect(page.get_by_role("slider", name="سال")).to_be_visible()


def test_what_is_typed_in_the_first_answer_is_found(atlas_page: AtlasPage) -> None:
    page, let_go = atlas_page.page, hold(atlas_page.page, SCRIPTS)
    page.goto(atlas_page.address, wait_until="commit")
    page.locator(".find-box input").press_sequentially("kunduz")
    let_go()
    expect(page.locator("#atlas-opening")).to_have_count(0)
    expect(page.locator(".find-box input")).to_be_focused()
    expect(page.locator(".find-box input")).to_have_value("kunduz")
    expect(page.get_by_role("option", name=re.compile("^Kunduz"))).not_to_have_count(0)


def test_what_is_pressed_before_any_script_is_done(atlas_page: AtlasPage) -> None:
    page, let_go = atlas_page.page, hold(atlas_page.page, "**/atlas/atlas-page.*.js")
    page.goto(atlas_page.address, wait_until="commit")
    # The page may come behind it meanwhile.
    opening = page.locator("#atlas-opening")
    opening.locator('use[data-province="herat"]').click(force=True)
    opening.get_by_role("combobox", name="Colour").select_option("capital")
    opening.get_by_role("radio", name="Method").click()
    let_go()
    expect(page.get_by_role("heading", name="How this atlas is made")).to_be_visible()
    atlas_page.expect_parameters(province="herat", colour="capital", view="method")


def test_streamlit_begins_when_the_picture_can_be_seen(atlas_page: AtlasPage) -> None:
    """Eighty scripts, fetched and read beside it, would make the picture come later."""
    asked: list[str] = []
    atlas_page.page.on("request", lambda one: asked.append(one.url.partition("?")[0]))
    let_go = hold(atlas_page.page, "**/atlas/atlas-page.*.css")
    atlas_page.page.goto(atlas_page.address, wait_until="commit")
    # Its own script is asked for behind all that would be asked for at once.
    until(
        atlas_page.page, lambda: any("/atlas/atlas-page." in one and one.endswith(".js") for one in asked), "a script"
    )
    assert [one for one in asked if "/static/js/" in one] == []
    let_go()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    assert len([one for one in asked if "/static/js/" in one]) > 10


WHEN_DRAWN = """document.addEventListener("atlas:drawn", () => {
    const map = document.querySelector(".st-key-atlas-map iframe").contentDocument.querySelector(".atlas-map");
    const drawn = map.querySelector(".leaflet-atlas-fills-pane svg");
    const { width, height } = drawn;
    window.whenDrawn = [width.baseVal.value / 2, height.baseVal.value / 2, map.clientWidth, map.clientHeight];
})"""
"""Leaflet draws half a map more on each side."""


def test_the_map_is_drawn_in_the_size_that_its_style_gives_it(atlas_page: AtlasPage) -> None:
    """Drawn in another one and once more right after, it would jump, and come later."""
    atlas_page.page.add_init_script(WHEN_DRAWN)
    let_go = hold(atlas_page.page, "**/atlas/atlas-map.*.css")
    atlas_page.page.goto(atlas_page.address)
    expect(atlas_page.map.locator(".leaflet-pane").first).to_be_attached()
    let_go()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    drawn_width, drawn_height, width, height = atlas_page.page.evaluate("whenDrawn")
    assert (drawn_width, drawn_height) == (width, height)


def test_streamlits_own_style_moves_nothing_of_the_first_answer(atlas_page: AtlasPage) -> None:
    page = atlas_page.page
    let_go = hold(page, SCRIPTS)
    # The map does not come, so that the picture stays.
    page.route("**/component/**", lambda route: route.abort())
    page.goto(atlas_page.address, wait_until="commit")
    opening = page.locator("#atlas-opening")
    expect(opening.get_by_role("button", name="Badakhshan")).to_be_visible()
    expect(opening.locator(".opening-no-script")).to_have_count(0)
    places = """() => [...document.querySelectorAll("#atlas-opening :is(input, button, p, summary, .swatch, .name)")]
        .filter((one) => one.checkVisibility())
        .map((one) => JSON.stringify([one.className || one.outerHTML.slice(0, 60), one.getBoundingClientRect()]))"""
    before = page.evaluate(places)
    assert len(before) > 60
    let_go()
    expect(page.locator(".st-key-painted-year input")).to_have_count(2)
    assert page.evaluate(places) == before


def test_the_page_is_not_laid_out_anew_for_a_layer_of_style_that_comes_late(atlas_page: AtlasPage) -> None:
    rule = "data-react-aria-pressable"
    assert atlas_page.page.request.get(atlas_page.address).text().count(rule) == 1
    atlas_page.open()
    styles: list[str] = atlas_page.page.locator("style").evaluate_all("all => all.map((one) => one.textContent)")
    # If Streamlit's boxes came to name their style otherwise there would be two.
    assert len([one for one in styles if rule in one]) == 1


LANGUAGE_WRITTEN = """
window.languageWritten = 0;
new MutationObserver(() => { window.languageWritten += 1; }).observe(document, {
    subtree: true, attributeFilter: ["lang"] });"""


def test_the_page_is_in_its_language_from_the_beginning(atlas_page: AtlasPage) -> None:
    """Written again, the same language would have all styles worked out anew while the map is drawn."""
    atlas_page.page.add_init_script(LANGUAGE_WRITTEN)
    atlas_page.open("?lang=fa")
    assert atlas_page.page.evaluate("document.documentElement.lang") == "fa"
    assert atlas_page.page.evaluate("languageWritten") == 0


def test_what_the_map_asks_for_is_in_its_frame_before_it_asks(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    fetched: list[list[str]] = atlas_page.map.locator("body").evaluate(
        "() => performance.getEntriesByType('resource').map((one) => [one.name.split('/').at(-1), one.initiatorType])"
    )
    mine = [(name.split(".")[0] + name[name.rindex(".") :], by) for name, by in fetched]
    for name in ("atlas-map.js", "atlas-map.css", "geometry.json", "calls.json"):
        assert [by for one, by in mine if one == name] == ["link"], name


def test_without_scripts_the_picture_stays_and_says_so(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(java_script_enabled=False)
    page.page.goto(f"{page.address}/?period=1987")
    expect(page.page.get_by_role("img", name="map of provinces, 1987")).to_be_visible()
    expect(page.page.get_by_text("Without JavaScript you see only this picture.")).to_be_visible()


def test_what_a_reader_does_in_the_first_answer_is_kept(atlas_page: AtlasPage) -> None:
    let_go = hold(atlas_page.page, SCRIPTS)
    atlas_page.page.goto(atlas_page.address, wait_until="commit")
    opening = atlas_page.page.locator("#atlas-opening")
    expect(opening.locator("[data-atlas-legend] [data-key]").first).to_be_visible()
    expect(opening.locator(".opening-no-script")).to_have_count(0)
    expect(atlas_page.page.locator("#root")).to_be_empty()

    opening.get_by_role("slider", name="Year").focus()
    atlas_page.page.keyboard.press("End")
    expect(opening.locator("[data-atlas-headline]")).to_contain_text("1988–89: ")
    label = re.compile("^Paktika, 1988–89: ")
    paktika = opening.locator("use[data-province='paktika']")
    look = geodata.load().control("1988-89").set_index("province_id").loc["paktika"]
    expect(paktika).to_have_attribute("fill", re.compile(r"url\(#held"))
    assert look["status"] == "held"
    paktika.hover()
    expect(opening.locator(".opening-told")).to_have_text(label)
    opening.get_by_role("button", name=re.compile("^Badakhshan")).focus()
    atlas_page.page.keyboard.press("ArrowRight")
    expect(opening.locator(".opening-told")).to_have_text(re.compile("^Badghis, 1988–89: "))
    paktika.click()
    atlas_page.expect_parameters(period="1988-89", province="paktika")
    opening.get_by_role("slider", name="Year").focus()

    let_go()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1988-89")
    expect(opening).to_have_count(0)
    expect(atlas_page.slider).to_be_focused()
    expect(atlas_page.province("paktika")).to_have_attribute("aria-pressed", "true")
    expect(atlas_page.page.locator(".atlas-call h2")).to_contain_text("Paktika 1988–89")
    atlas_page.expect_parameters(period="1988-89", province="paktika")


def test_other_views_begin_as_they_are(atlas_page: AtlasPage) -> None:
    atlas_page.page.goto(f"{atlas_page.address}/?view=method")
    expect(atlas_page.page.locator("#atlas-opening")).to_have_count(0)
    expect(atlas_page.page.get_by_role("heading", name="How this atlas is made")).to_be_visible()
    expect(atlas_page.page).to_have_title(re.compile("^Method · Afghanistan 1985, 1987 and 1988–89: "))


def test_no_script_of_the_map_is_asked_for_when_the_page_is_already_being_drawn(atlas_page: AtlasPage) -> None:
    """Each would be waited for, one after the other; what is drawn comes through the websocket."""
    connected: list[str] = []
    late: list[str] = []
    atlas_page.page.on("websocket", lambda socket: connected.append(socket.url))
    atlas_page.page.on("request", lambda one: late.append(one.url.rsplit("/", 1)[-1]) if connected else None)
    atlas_page.open()
    expect(atlas_page.page.locator(".atlas-footer")).to_be_visible()
    assert connected
    assert not {*late} & {*late_scripts()}
