"""Moving through the years."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled


def test_the_slider_speaks_the_period_and_moves_map_legend_summary_and_address(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    expect(atlas_page.slider).to_have_attribute("type", "range")
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1985")
    expect(atlas_page.province("herat")).to_have_attribute("data-faction", "jamiat-i-islami")
    assert len(atlas_page.provinces()) == 29

    atlas_page.slider.press("ArrowRight")
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1987")
    expect(atlas_page.province("kunduz")).to_have_attribute("aria-label", re.compile(r"^Kunduz, 1987: "))
    expect(atlas_page.headline).to_contain_text("1987: ")
    atlas_page.expect_parameters(period="1987")

    atlas_page.slider.press("End")
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1988–89")
    expect(atlas_page.province("kunduz")).to_have_attribute("aria-label", re.compile(r"^Kunduz, 1988–89: "))
    expect(atlas_page.headline).to_contain_text("1988–89: ")
    atlas_page.expect_parameters(period="1988-89")


def test_the_map_is_repainted_without_an_answer_of_the_server(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    # With the network cable out nothing can come from the server.
    atlas_page.page.context.set_offline(True)
    atlas_page.slider.press("ArrowRight")
    expect(atlas_page.province("kunduz")).to_have_attribute("aria-label", re.compile(r"^Kunduz, 1987: "))
    atlas_page.page.context.set_offline(False)


def test_the_map_keeps_its_frame_and_position_through_the_years(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas_page.frame.evaluate("map.setView([34.5, 69], 8, { animate: false }); window.unchanged = true")
    before = atlas_page.frame.evaluate("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
    atlas_page.slider.press("ArrowRight")
    atlas_page.expect_parameters(period="1987")
    expect(atlas_page.headline).to_contain_text("1987")
    assert atlas_page.frame.evaluate("window.unchanged") is True
    assert atlas_page.frame.evaluate("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]") == before


def test_a_move_of_the_slider_takes_a_few_kilobytes(atlas_page: AtlasPage) -> None:
    received: list[int] = []
    atlas_page.page.on("websocket", lambda ws: ws.on("framereceived", lambda data: received.append(len(data))))
    atlas_page.open()
    expect(atlas_page.headline).to_contain_text("1985")
    settled(atlas_page.page, lambda: len(received))
    received.clear()
    atlas_page.slider.press("ArrowRight")
    expect(atlas_page.headline).to_contain_text("1987")
    settled(atlas_page.page, lambda: len(received))
    # Before compression. The geometry alone has 200 kB: it must not be sent again, nor the table that nobody looks at.
    assert 0 < sum(received) < 12_000


def test_announced_provinces_are_dotted_outlines_in_1988_89_only(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    announced = atlas_page.map.locator("path.atlas-line.is-announced")
    expect(announced).to_be_hidden()
    atlas_page.slider.press("End")
    expect(announced).to_be_visible()
    atlas_page.page.locator(".atlas-headline summary").click()
    expect(atlas_page.page.get_by_text("Nuristan, Sar-e Pol were announced")).to_be_visible()
    expect(atlas_page.province("sar-e-pol")).to_have_count(0)


def test_approximate_lines_are_dashed(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    dashes = "path => getComputedStyle(path).strokeDasharray"
    assert atlas_page.map.locator("path.atlas-line.is-approximate").first.evaluate(dashes) != "none"
    assert atlas_page.map.locator("path.atlas-line.is-as-today").first.evaluate(dashes) == "none"
