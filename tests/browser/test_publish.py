"""The published page, opened from disk with the network cut off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import geodata
from dashboard.edition import edition_of
from dashboard.map.payload import calls_payload, states_of
from dashboard.publish import publish
from geodata.looks import DISSENT
from geodata.tables.template import write_template
from tests.browser.axe import violations
from tests.browser.file_page import opened, painted_and_named

pytestmark = pytest.mark.slow

ROOMY = 60
"""Pixels: a province as wide and as high has room for a code of four letters, whatever its shape."""
READY = '.atlas-map[data-ready="true"]'


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("published") / "atlas.html"
    out.write_bytes(publish(geodata.load()))
    return out


def province(page: Page, province_id: str):  # type: ignore[no-untyped-def]
    return page.locator(f'path[data-province="{province_id}"]')


def signs_of_provinces(page: Page) -> dict[str, tuple[str, str]]:
    """Name and code that stand on each province; provinces on which nothing stands are left out."""
    found = page.locator(".atlas-sheet:not([hidden]) .atlas-code").evaluate_all(
        """all => all.map(one => {
            const told = (part) => [...one.querySelectorAll(part)].map((text) => text.textContent).join();
            return [one.dataset.of, told(".atlas-name"), told(".atlas-letters")];
        })"""
    )
    return {province_id: (name, text) for province_id, name, text in found if name or text}


def sizes(page: Page) -> dict[str, tuple[float, float]]:
    """Width and height of each province in pixels."""
    found = page.locator("path[data-province]").evaluate_all(
        "all => all.map(one => [one.dataset.province, one.getBoundingClientRect()])"
        ".map(([id, box]) => [id, box.width, box.height])"
    )
    return {province_id: (width, height) for province_id, width, height in found}


def evidence_heading(page: Page):  # type: ignore[no-untyped-def]
    return page.locator("#atlas-evidence").get_by_role("heading", level=2)


def test_the_slider_moves_map_legend_summary_and_list(browser: Browser, path: Path) -> None:
    with opened(browser, path) as page:
        expect(page.locator(READY)).to_be_visible()
        slider = page.get_by_role("slider", name="Year")
        expect(slider).to_have_attribute("aria-valuetext", "1985")
        expect(page.locator("path[data-province]")).to_have_count(29)
        legend = page.get_by_role("list", name="Factions", exact=True)
        expect(legend).to_have_count(1)
        expect(legend.locator('li[data-faction="jamiat-i-islami"] .count')).to_contain_text("10 provinces, 1 shared")
        slider.press("End")
        expect(slider).to_have_attribute("aria-valuetext", "1988–89")
        expect(province(page, "kunduz")).to_have_attribute("aria-label", re.compile("^Kunduz, 1988–89: "))
        expect(page.get_by_role("status")).to_contain_text("1988–89, 29 provinces")
        expect(page.locator(".notes")).to_contain_text("Nuristan, Sar-e Pol were announced")
        expect(legend).to_have_count(1)
        calls = geodata.load().control("1988-89")
        held = int((calls["faction_id"] == "jamiat-i-islami").sum())
        count = legend.locator('li[data-faction="jamiat-i-islami"] .count').inner_text()
        # Shared provinces count as well.
        assert int(count.split()[0]) >= held


@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_province_is_painted_and_named_as_everywhere_else(browser: Browser, path: Path, number: int) -> None:
    atlas = geodata.load()
    period = atlas.periods[number]
    states = states_of(calls_payload(edition_of(atlas)), period.id)
    with opened(browser, path, f"?period={period.id}") as page:
        expect(page.locator(READY)).to_be_visible()
        painted = page.locator("path[data-province]").evaluate_all(
            "all => all.map(one => [one.dataset.province, one.getAttribute('fill'), one.getAttribute('aria-label')])"
        )
        assert sorted(painted) == painted_and_named(atlas, period.id)
        ids = page.locator("pattern").evaluate_all("all => all.map(one => one.id)")
        assert {call["shown"]["faction"]["look"] for call in states.values()} <= set(ids)
        names = dict(atlas.provinces(period.id)[["province_id", "name"]].itertuples(index=False))
        signed = signs_of_provinces(page)
        for province_id, (name, text) in signed.items():
            code, dissent = states[province_id]["shown"]["faction"]["code"], states[province_id]["dissent"]
            # A name has its code below it; where there is no room for a code, the mark of dissent stands alone.
            assert (text == code + dissent) or (not name and text == dissent == DISSENT), province_id
            assert name in ("", names[province_id])
        roomy = {one for one, (width, height) in sizes(page).items() if width >= ROOMY and height >= ROOMY}
        assert len(roomy) >= 15
        with_code = {one for one in roomy if states[one]["shown"]["faction"]["code"]}
        # A capital's sign or an area can stand where the code would.
        without = with_code - {one for one, (_, text) in signed.items() if text not in ("", DISSENT)}
        assert len(without) <= 1, without


def test_a_choice_opens_the_evidence_with_its_sources(browser: Browser, path: Path) -> None:
    with opened(browser, path, "?period=1988-89") as page:
        province(page, "kunduz").click()
        expect(evidence_heading(page)).to_have_text("Evidence: Kunduz, 1988–89")
        expect(page.get_by_role("combobox", name="Province")).to_have_value("kunduz")
        monitor = page.locator("#atlas-evidence li", has_text="The Christian Science Monitor").first
        expect(monitor).to_contain_text("1 December 1988")
        expect(monitor.get_by_role("link")).to_have_attribute("href", "https://www.csmonitor.com/1988/1201/oafga.html")
        years = page.locator(".atlas-call .years li")
        expect(years).to_have_count(3)
        expect(page.locator(".atlas-call .years li[aria-current]")).to_contain_text("1988–89")
        # The evidence follows the year; a second click lets go.
        page.get_by_role("slider", name="Year").press("Home")
        expect(evidence_heading(page)).to_have_text("Evidence: Kunduz, 1985")
        province(page, "kunduz").click()
        expect(page.locator("#atlas-evidence")).to_have_count(0)


def test_the_list_marks_the_map_and_an_address_opens_a_choice(browser: Browser, path: Path) -> None:
    with opened(browser, path, "?period=1987&province=kandahar") as page:
        expect(province(page, "kandahar")).to_have_attribute("aria-pressed", "true")
        expect(evidence_heading(page)).to_have_text("Evidence: Kandahar, 1987")
        page.get_by_role("combobox", name="Province").select_option("Herat")
        expect(province(page, "herat")).to_have_attribute("aria-pressed", "true")
        expect(province(page, "kandahar")).to_have_attribute("aria-pressed", "false")
        expect(evidence_heading(page)).to_have_text("Evidence: Herat, 1987")


@pytest.mark.parametrize("query", ["?period=1802&province=atlantis", "?province=", "?period=1987&province=constructor"])
def test_nonsense_in_the_address_falls_back(browser: Browser, path: Path, query: str) -> None:
    with opened(browser, path, query) as page:
        expect(page.locator(READY)).to_be_visible()
        expect(page.locator("#atlas-evidence")).to_have_count(0)
        expect(page.get_by_text("Every colour can be opened")).to_be_visible()


def test_every_panel_of_every_period_can_be_opened(browser: Browser, path: Path) -> None:
    atlas = geodata.load()
    with opened(browser, path) as page:
        expect(page.locator(READY)).to_be_visible()
        for number, period in enumerate(atlas.periods):
            page.get_by_role("slider", name="Year").fill(str(number))
            for province_id, name in atlas.provinces(period.id)[["province_id", "name"]].itertuples(index=False):
                page.get_by_role("combobox", name="Province").select_option(province_id)
                assert evidence_heading(page).text_content() == f"Evidence: {name}, {period.label}"
                claims = set(atlas.claims(province=province_id, period=period.id)["claim_id"])
                shown = page.locator("ul.claims > li").evaluate_all("items => items.map(item => item.id)")
                assert set(shown) == claims


def test_it_is_usable_by_keyboard_alone(browser: Browser, path: Path) -> None:
    focused = "document.activeElement.dataset.province || ''"
    with opened(browser, path) as page:
        expect(page.locator(READY)).to_be_visible()
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate(focused):
                break
        assert page.evaluate(focused) == "badakhshan"
        page.keyboard.press("ArrowLeft")
        assert page.evaluate(focused) == "takhar"
        expect(page.locator(".atlas-card")).to_contain_text("Takhar")
        page.keyboard.press("Enter")
        expect(evidence_heading(page)).to_have_text("Evidence: Takhar, 1985")
        page.keyboard.press("Escape")
        expect(page.locator("#atlas-evidence")).to_have_count(0)


def test_play_goes_through_the_years_and_stops(browser: Browser, path: Path) -> None:
    with opened(browser, path) as page:
        page.clock.install()
        page.reload()
        button, slider = page.get_by_role("button", name="Play"), page.get_by_role("slider", name="Year")
        button.click()
        expect(page.get_by_role("button", name="Pause")).to_be_visible()
        page.clock.run_for(2_000)
        expect(slider).to_have_attribute("aria-valuetext", "1987")
        page.clock.run_for(10_000)
        expect(slider).to_have_attribute("aria-valuetext", "1988–89")
        expect(button).to_be_visible()
        # From the end it begins again; the slider takes over from it.
        button.click()
        expect(slider).to_have_attribute("aria-valuetext", "1985")
        slider.press("ArrowRight")
        expect(button).to_be_visible()
        page.clock.run_for(10_000)
        expect(slider).to_have_attribute("aria-valuetext", "1987")


def test_nothing_moves_by_itself_where_less_motion_is_wanted(browser: Browser, path: Path) -> None:
    with opened(browser, path, reduced_motion="reduce") as page:
        page.clock.install()
        page.reload()
        button, slider = page.get_by_role("button", name="Next year"), page.get_by_role("slider", name="Year")
        button.click()
        expect(slider).to_have_attribute("aria-valuetext", "1987")
        page.clock.run_for(10_000)
        expect(slider).to_have_attribute("aria-valuetext", "1987")
        button.click()
        button.click()
        expect(slider).to_have_attribute("aria-valuetext", "1985")


def test_the_hover_card_has_its_pictures(browser: Browser, path: Path) -> None:
    with opened(browser, path) as page:
        expect(page.locator(READY)).to_be_visible()
        province(page, "herat").hover()
        card = page.locator(".atlas-card")
        for text in ("Herat", "Jamiat-i Islami", "regional evidence", "1988–89"):
            expect(card).to_contain_text(text)
        missing = card.locator("rect").evaluate_all(
            "all => all.filter(one => !document.querySelector(/#([^)]+)/.exec(one.getAttribute('fill'))[0]))"
            ".map(one => one.getAttribute('fill'))"
        )
        assert missing == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(browser: Browser, path: Path, scheme: str, script: bool, width: int) -> None:
    query = "?period=1988-89&province=kunduz"
    with opened(browser, path, query, width=width, color_scheme=scheme, bypass_csp=True) as page:
        expect(page.locator("#atlas-evidence")).to_be_visible()
        if not script:
            # axe is a script itself: look at what stays without the page's own.
            page.evaluate(
                "document.documentElement.classList.remove('with-script'); document.getElementById('atlas').remove()"
            )
        assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 768, 390])
@pytest.mark.parametrize("script", [True, False])
def test_nothing_scrolls_sideways(browser: Browser, path: Path, width: int, script: bool) -> None:
    with opened(browser, path, "?province=kunduz", width=width, java_script_enabled=script) as page:
        assert page.locator("html").evaluate("root => root.scrollWidth") <= width


def test_without_scripts_pictures_and_table_remain(browser: Browser, path: Path) -> None:
    with opened(browser, path, java_script_enabled=False) as page:
        for period in ("1985", "1987", "1988–89"):
            expect(page.get_by_role("img", name=re.compile(f"provinces, {period}"))).to_be_visible()
            expect(page.get_by_role("heading", name=period, exact=True)).to_be_visible()
        row = page.get_by_role("row", name=re.compile("^Herat "))
        expect(row).to_contain_text("Jamiat-i Islami, held, regional evidence")
        expect(page.get_by_text("Without JavaScript this page shows")).to_be_visible()
        expect(page.get_by_role("slider")).to_have_count(0)


def test_a_dark_page_is_dark(browser: Browser, path: Path) -> None:
    with opened(browser, path, color_scheme="dark") as page:
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 28)"
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_puts_all_periods_on_one_sheet(browser: Browser, path: Path, scheme: str) -> None:
    with opened(browser, path, "?province=kunduz", color_scheme=scheme) as page:
        expect(page.locator(READY)).to_be_visible()
        page.emulate_media(media="print")
        for period in ("1985", "1987", "1988–89"):
            expect(page.get_by_role("img", name=re.compile(f"provinces, {period}"))).to_be_visible()
        expect(page.locator(READY)).to_be_hidden()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        sheet = page.pdf(prefer_css_page_size=True, print_background=True)
        assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1


def test_the_policy_lets_no_other_script_and_no_request_through(browser: Browser, path: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.html"
    text = path.read_text(encoding="utf-8")
    changed.write_text(text.replace("</body>", "<script>window.foreign = 1</script></body>"), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(changed.as_uri())
    expect(page.locator(READY)).to_be_visible()
    assert page.evaluate("window.foreign") is None
    held_back = "fetch('https://example.org/').then(() => 'loaded', error => error.name)"
    assert page.evaluate(held_back) == "TypeError"
    context.close()


def test_another_atlas_is_published_without_code(browser: Browser, tmp_path: Path) -> None:
    out = tmp_path / "squareland.html"
    out.write_bytes(publish(geodata.load(write_template(tmp_path / "squareland"))))
    with opened(browser, out, "?province=coast") as page:
        expect(page.locator("path[data-province]")).to_have_count(2)
        page.get_by_role("slider", name="Year").press("End")
        # The coast became a province in 1905.
        expect(province(page, "coast")).to_have_attribute("data-faction", "greens")
        province(page, "coast").click()
        expect(evidence_heading(page)).to_have_text(re.compile("^Evidence: Coast, "))
        expect(page.locator(".atlas-call .years li")).to_have_count(1)
        # Before that it is let go.
        page.get_by_role("slider", name="Year").press("Home")
        expect(page.locator("#atlas-evidence")).to_have_count(0)


def test_the_map_is_as_before_after_printing(browser: Browser, path: Path) -> None:
    with opened(browser, path) as page:
        expect(page.locator(READY)).to_be_visible()
        before = province(page, "herat").bounding_box()
        page.emulate_media(media="print")
        expect(page.locator(READY)).to_be_hidden()
        page.emulate_media(media="screen")
        expect(page.locator(READY)).to_be_visible()
        assert province(page, "herat").bounding_box() == before
