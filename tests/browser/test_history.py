"""Back and Forward, and an address that is always what is seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.browser.conftest import AtlasPage
from tests.browser.waiting import until


def test_back_and_forward_go_through_years_provinces_colours_and_views(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    page = atlas_page.page
    page.evaluate("window.isFirstPage = true")
    heading = page.locator(".atlas-call h2")

    atlas_page.slider.press("ArrowRight")
    atlas_page.expect_parameters(period="1987")
    atlas_page.province("herat").click()
    expect(heading).to_contain_text("Herat 1987")
    page.get_by_role("combobox", name="Colour").select_option("capital")
    atlas_page.expect_parameters(period="1987", province="herat", colour="capital")
    page.get_by_role("radio", name="Method").click()
    expect(page.get_by_role("heading", name="How this atlas is made")).to_be_visible()
    atlas_page.expect_parameters(view="method", period="1987", province="herat", colour="capital")

    page.go_back()
    expect(page.get_by_role("combobox", name="Colour")).to_have_value("capital")
    expect(heading).to_contain_text("Herat 1987")
    atlas_page.expect_parameters(period="1987", province="herat", colour="capital")
    page.go_back()
    expect(page.get_by_role("combobox", name="Colour")).to_have_value("faction")
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-colouring", "faction")
    page.go_back()
    expect(heading).to_have_count(0)
    expect(atlas_page.province("herat")).to_have_attribute("aria-pressed", "false")
    atlas_page.expect_parameters(period="1987")
    page.go_back()
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1985")
    expect(atlas_page.headline).to_contain_text("1985: ")
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1985")
    atlas_page.expect_parameters()

    for _ in range(4):
        page.go_forward()
    expect(page.get_by_role("heading", name="How this atlas is made")).to_be_visible()
    atlas_page.expect_parameters(view="method", period="1987", province="herat", colour="capital")
    assert page.evaluate("window.isFirstPage")


def test_back_goes_through_languages_without_loading_the_page_again(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1987&province=herat")
    page = atlas_page.page
    page.evaluate("window.isFirstPage = true")
    page.get_by_role("combobox", name="Language").select_option("دری")
    expect(page.get_by_role("slider", name="سال")).to_have_attribute("aria-valuetext", "۱۹۸۷")
    expect(page.locator("html")).to_have_attribute("lang", "fa")
    expect(page.locator(".atlas-call h2")).to_contain_text("هرات")
    page.go_back()
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1987")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".atlas-call h2")).to_contain_text("Herat")
    page.go_forward()
    expect(page.get_by_role("slider", name="سال")).to_be_visible()
    assert page.evaluate("window.isFirstPage")


def test_what_a_reader_did_by_hand_is_kept_when_a_view_is_chosen_at_once(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    # The server has not answered the moves yet when it hears of the view.
    atlas_page.page.evaluate("AtlasPage.change({ period: '1988-89' }); AtlasPage.change({ colour: 'evidence' });")
    atlas_page.page.get_by_role("radio", name="Timeline").click()
    atlas_page.expect_parameters(view="timeline", period="1988-89", colour="evidence")


@pytest.mark.parametrize("press", ["view", "language", "find"])
def test_a_move_whose_question_was_dropped_comes_with_the_next_press(atlas_page: AtlasPage, press: str) -> None:
    """Streamlit drops a question that it has not begun with when the next one comes."""
    page = atlas_page.page
    dropped: list[bytes | str] = []

    def pass_on(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def send(message: bytes | str) -> None:
            if b'"event":"moved"' in (message if isinstance(message, bytes) else message.encode()):
                dropped.append(message)
            else:
                server.send(message)

        socket.on_message(send)

    page.route_web_socket(re.compile("/_stcore/stream"), pass_on)
    atlas_page.open()
    page.evaluate("AtlasPage.change({ period: '1988-89' }); AtlasPage.change({ colour: 'evidence' });")
    until(page, lambda: bool(dropped), "a move told to the server")
    if press == "view":
        page.get_by_role("radio", name="Timeline").click()
        atlas_page.expect_parameters(view="timeline", period="1988-89", colour="evidence")
    elif press == "language":
        page.get_by_role("combobox", name="Language").select_option("دری")
        expect(page.locator("html")).to_have_attribute("lang", "fa")
        atlas_page.expect_parameters(lang="fa", period="1988-89", colour="evidence")
    else:
        page.get_by_role("combobox", name="Find place, group, leader").fill("Kunduz")
        found = page.get_by_role("listbox", name="Find place, group, leader")
        found.get_by_role("option", name=re.compile("^Kunduz")).first.click()
        expect(page.locator(".atlas-call h2")).to_contain_text("Kunduz 1988–89")
        atlas_page.expect_parameters(province="kunduz", period="1988-89", colour="evidence")


def test_what_a_reader_does_while_a_view_is_coming_is_kept(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    # The server hears of the view first, and of the moves when its answer is on the way.
    atlas_page.page.get_by_role("radio", name="Timeline").evaluate(
        "radio => { radio.click(); AtlasPage.change({ period: '1988-89' }); AtlasPage.change({ colour: 'evidence' }); }"
    )
    atlas_page.expect_parameters(view="timeline", period="1988-89", colour="evidence")
    expect(atlas_page.page.get_by_role("radio", name="Timeline")).to_be_checked()


def test_what_the_server_writes_without_knowing_of_a_move_does_not_take_it_back(atlas_page: AtlasPage) -> None:
    atlas_page.open("?colour=capital")
    atlas_page.page.evaluate(
        "AtlasPage.change({ period: '1988-89' }); window.history.pushState({}, '', '?colour=capital');"
    )
    atlas_page.expect_parameters(period="1988-89", colour="capital")
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1988-89")
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-colouring", "capital")


def test_a_drag_through_the_years_is_one_step_back(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    box = atlas_page.slider.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    mouse = atlas_page.page.mouse
    mouse.move(box["x"] + 8, y)
    mouse.down()
    for part in (0.3, 0.5, 0.7, 0.99):
        mouse.move(box["x"] + box["width"] * part, y)
    mouse.up()
    atlas_page.expect_parameters(period="1988-89")
    atlas_page.page.go_back()
    atlas_page.expect_parameters()
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1985")


def test_colour_layers_and_pins_need_no_answer_of_the_server(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas_page.layer("Towns").check()
    expect(atlas_page.map.locator(".atlas-town").first).to_be_attached()
    atlas_page.page.context.set_offline(True)
    atlas_page.layer("Towns").uncheck()
    expect(atlas_page.map.locator(".atlas-town")).to_have_count(0)
    atlas_page.page.get_by_role("combobox", name="Colour").select_option("capital")
    expect(atlas_page.page.get_by_role("list", name="Who holds the provincial capital")).to_be_visible()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-colouring", "capital")
    entry = atlas_page.page.locator("[data-atlas-legend] [data-choose]").first
    entry.click()
    expect(entry).to_have_attribute("aria-pressed", "true")
    expect(atlas_page.map.locator(".atlas-province.is-dimmed").first).to_be_visible()
    atlas_page.expect_parameters(colour="capital", faction=str(entry.get_attribute("data-choose")))


def test_escape_closes_the_sheet_and_the_legend_stays(atlas_page: AtlasPage) -> None:
    atlas_page.open("?province=herat&period=1987")
    sheet = atlas_page.page.locator(".st-key-atlas-sheet")
    expect(sheet.locator(".atlas-evidence")).to_be_attached()
    expect(atlas_page.legend).to_be_visible()
    sheet.get_by_role("button", name="Close the province").focus()
    atlas_page.page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(atlas_page.page.get_by_role("combobox", name="Province")).to_be_focused()
    atlas_page.expect_parameters(period="1987")
