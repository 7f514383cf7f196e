"""What the fill means, legend focus and pins, playing through the years."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

import geodata
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled, until

PLAYED = """() => {
    const map = document.querySelector('.atlas-map');
    window.played = [];
    const record = new MutationObserver(() => window.played.push(map.dataset.playing));
    record.observe(map, { attributeFilter: ['data-playing'] });
}"""

pytestmark = pytest.mark.slow

DIMMED = "paths => paths.filter(path => getComputedStyle(path).opacity < 0.5).map(path => path.dataset.province).sort()"


def dimmed(page: AtlasPage) -> list[str]:
    found: list[str] = settled(page.page, lambda: page.map.locator("path[data-province]").evaluate_all(DIMMED))
    return found


def entry(page: AtlasPage, name: str):  # type: ignore[no-untyped-def]
    return page.page.locator(".atlas-legend").get_by_role("button", name=name)


def test_each_meaning_of_the_fill_has_its_legend_labels_and_address(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89")
    colours = atlas_page.page.get_by_role("combobox", name="Colour")
    colours.select_option(label="Provincial capital")
    atlas_page.expect_parameters(period="1988-89", colour="capital")
    expect(atlas_page.page.get_by_role("list", name="Who holds the provincial capital")).to_be_visible()
    expect(atlas_page.province("takhar")).to_have_attribute(
        "aria-label", "Takhar, 1988–89: Capital Taloqan: held by the mujahideen, changed hands in the period"
    )
    calls = geodata.load().control("1988-89")
    unknown = set(calls.loc[calls["capital_status"] == "unknown", "province_id"])
    # The ground is quiet: a town is not its province. Its sign tells who holds it, or that no report was found.
    assert len({one["fill"] for one in atlas_page.provinces()}) == 1
    expect(atlas_page.map.locator('.atlas-sheet:not([hidden]) [data-capital="unknown"]')).to_have_count(len(unknown))
    colours.select_option(label="Evidence")
    atlas_page.expect_parameters(period="1988-89", colour="evidence")
    expect(entry(atlas_page, "inferred evidence")).to_be_visible()


def test_an_entry_of_the_legend_dims_everything_else_and_stays_when_pinned(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89")
    calls = geodata.load().control("1988-89")
    nasr = {call.province_id for call in calls.itertuples() if "sazman-i-nasr" in call.factions}
    assert nasr
    entry(atlas_page, "Sazman-i Nasr").hover()
    others = sorted(one["province"] for one in atlas_page.provinces() if one["province"] not in nasr)
    assert dimmed(atlas_page) == others
    atlas_page.page.mouse.move(5, 5)
    assert dimmed(atlas_page) == []
    entry(atlas_page, "Sazman-i Nasr").press("Enter")
    atlas_page.expect_parameters(period="1988-89", faction="sazman-i-nasr")
    expect(entry(atlas_page, "Sazman-i Nasr")).to_have_attribute("aria-pressed", "true")
    expect(entry(atlas_page, "Sazman-i Nasr")).to_be_focused()
    atlas_page.page.mouse.move(5, 5)
    entry(atlas_page, "Sazman-i Nasr").evaluate("button => button.blur()")
    assert dimmed(atlas_page) == others


def test_a_pin_comes_from_the_address_and_outlives_the_year(atlas_page: AtlasPage) -> None:
    atlas_page.open("?faction=sazman-i-nasr")
    expect(entry(atlas_page, "Sazman-i Nasr")).to_have_attribute("aria-pressed", "true")
    assert "herat" in dimmed(atlas_page)
    atlas_page.slider.press("ArrowRight")
    atlas_page.expect_parameters(period="1987", faction="sazman-i-nasr")
    assert "herat" in dimmed(atlas_page)
    assert "bamyan" not in dimmed(atlas_page)


def test_who_is_present_and_leads_nowhere_stands_apart(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    present = atlas_page.page.locator(".atlas-legend details.present")
    present.locator("summary").click()
    leading = atlas_page.legend.locator("li[data-faction]").evaluate_all(
        "items => items.map(item => item.dataset.faction)"
    )
    assert "sharafat-kuh-front" not in leading
    expect(present).to_contain_text("Sharafat Kuh Front: Farah")


def test_playing_goes_to_the_last_year_and_the_page_follows(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas_page.page.get_by_label("Speed").select_option("2")
    # Asked now and then, a busy machine would miss a year that is shown for three quarters of a second.
    atlas_page.frame.evaluate(PLAYED)
    atlas_page.page.get_by_role("button", name="Play").click()
    played = "[...new Set(window.played)].join()"
    until(atlas_page.page, lambda: atlas_page.frame.evaluate(played) == "1985,1987,", "every year until the last")
    expect(atlas_page.page.get_by_role("button", name="Play")).to_be_visible()
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1988–89")
    atlas_page.expect_parameters(period="1988-89")
    expect(atlas_page.headline).to_contain_text("1988–89")


def test_the_slider_stops_the_play(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas_page.page.get_by_label("Loop").check()
    atlas_page.page.get_by_role("button", name="Play").click()
    expect(atlas_page.page.get_by_role("button", name="Pause")).to_be_visible()
    atlas_page.slider.press("End")
    expect(atlas_page.page.get_by_role("button", name="Play")).to_be_visible()
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-period", "1988-89")


def test_with_less_motion_each_press_is_one_step(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(reduced_motion="reduce").open()
    page.page.get_by_role("button", name="Next year").click()
    expect(page.slider).to_have_attribute("aria-valuetext", "1987")
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-playing", "")


def test_a_thousand_steps_leave_nothing_behind(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    walk = """count => {
        const [one] = ControlAtlas.maps.values();
        const periods = ['1985', '1987', '1988-89'];
        for (let number = 0; number < count; number++) one.show({ period: periods[(number + 1) % periods.length] });
        return document.querySelectorAll('*').length;
    }"""
    client = atlas_page.page.context.new_cdp_session(atlas_page.page)

    def heap() -> float:
        client.send("HeapProfiler.collectGarbage")
        return client.send("Runtime.getHeapUsage")["usedSize"]

    nodes = atlas_page.frame.evaluate(walk, 30)
    before = heap()
    assert atlas_page.frame.evaluate(walk, 999) == nodes
    # The page's heap is some ten megabytes: a thousand forgotten steps would show.
    assert heap() - before < 1_500_000
