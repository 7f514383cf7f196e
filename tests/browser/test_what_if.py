"""The view What if: readers change what the calls follow, and see what falls."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Route, expect

from geodata import CAUTIOUS, Rule
from tests.browser.axe import violations
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled, until
from tests.built_in import ATLAS

pytestmark = pytest.mark.slow

WITHOUT = Rule(without_sources=["S01"])
DIFFERING = ATLAS.differences(WITHOUT)
SAID = "Without S01, 38 of 87 calls differ"
"""Counted by hand in docs/how-sure-is-this-map.md."""


def laboratory(page: AtlasPage, query: str = "") -> Locator:
    page.open(f"?view=what-if{query}")
    lab = page.page.get_by_role("region", name="What if", exact=True)
    expect(lab).to_be_visible()
    return lab


def banner(page: AtlasPage) -> Locator:
    # The first answer of the server has one of its own until the page has come.
    return page.page.locator("#root .atlas-reading")


def source(lab: Locator, source_id: str) -> Locator:
    return lab.locator(f'[data-lab-list="without"][value="{source_id}"]')


def differing(period: str) -> set[str]:
    return set(DIFFERING[DIFFERING["period_id"] == period]["province_id"])


def told_otherwise(page: AtlasPage) -> set[str]:
    """Provinces whose accessible name has the call of the atlas's own reading."""
    return {one["province"] for one in page.provinces() if "The atlas’s own reading: " in one["label"]}


def statuses(page: AtlasPage) -> dict[str, str]:
    return {one["province"]: one["status"] for one in page.provinces()}


def statuses_by(rule: Rule, period: str) -> dict[str, str]:
    calls = ATLAS.control(period, rule)
    return dict(zip(calls["province_id"], calls["status"], strict=True))


def expect_painted(page: AtlasPage, rule: Rule, period: str = "1985") -> None:
    until(page.page, lambda: statuses(page) == statuses_by(rule, period), f"the map by {rule}")


def test_a_source_left_out_repaints_the_map_and_is_told(atlas_page: AtlasPage) -> None:
    lab = laboratory(atlas_page)
    expect(banner(atlas_page)).to_be_hidden()
    source(lab, "S01").check()
    expect(banner(atlas_page)).to_contain_text("Not the atlas’s own reading: without ")
    expect(banner(atlas_page)).to_contain_text(SAID)
    expect(banner(atlas_page)).not_to_contain_text("without=")
    expect(banner(atlas_page).get_by_role("status")).to_have_count(1)
    atlas_page.expect_parameters(view="what-if", without="S01")
    expect_painted(atlas_page, WITHOUT)
    # Outline, sign, and the old call in the name of each province that differs; those that do not have none.
    assert told_otherwise(atlas_page) == differing("1985")
    assert len(atlas_page.map.locator(".atlas-differs").get_attribute("d") or "") > 1000
    signs = atlas_page.map.locator(".atlas-sheet:not([hidden]) .atlas-letters").all_text_contents()
    assert 0 < sum("Δ" in one for one in signs) <= 18
    # Legend and headline follow: Herat rests on S01 alone.
    expect(atlas_page.headline).to_contain_text("6 on weak")
    rows = atlas_page.page.locator("tr[data-kind]")
    expect(rows).to_have_count(len(DIFFERING))
    expect(rows.filter(has_text="Herat").first).to_contain_text("C008 (S01)")
    # The step that was one press is one step back.
    atlas_page.page.go_back()
    expect(banner(atlas_page)).to_be_hidden()
    expect_painted(atlas_page, Rule())
    expect(source(lab, "S01")).not_to_be_checked()
    expect(rows).to_have_count(0)


def test_a_year_later_other_provinces_are_marked(atlas_page: AtlasPage) -> None:
    laboratory(atlas_page, "&without=S01")
    expect(banner(atlas_page)).to_contain_text("In 1985 18 provinces differ")
    expect_painted(atlas_page, WITHOUT)
    assert told_otherwise(atlas_page) == differing("1985")
    atlas_page.slider.press("End")
    expect(banner(atlas_page)).to_contain_text("In 1988–89 3 provinces differ, marked Δ: Balkh, Faryab, Jowzjan.")
    expect_painted(atlas_page, WITHOUT, "1988-89")
    assert told_otherwise(atlas_page) == differing("1988-89")


def test_old_and_new_stand_in_hover_and_sheet(atlas_page: AtlasPage) -> None:
    laboratory(atlas_page, "&without=S01&province=badghis")
    note = atlas_page.page.locator(".atlas-call .differs")
    expect(note).to_contain_text("The atlas’s own reading: Jamiat-i Islami, held")
    expect(note).to_contain_text("This reading: no source says who led here")
    expect(note).to_contain_text("Fell away: C008 (S01)")
    expect_painted(atlas_page, WITHOUT)
    atlas_page.province("badghis").hover()
    expect(atlas_page.map.locator(".atlas-card")).to_contain_text("The atlas’s own reading: Jamiat-i Islami, held")


def test_undo_and_reset(atlas_page: AtlasPage) -> None:
    lab = laboratory(atlas_page)
    undo, reset = (lab.get_by_role("button", name=name) for name in ("Undo", "Reset"))
    expect(undo).to_be_disabled()
    expect(reset).to_be_disabled()
    source(lab, "S01").check()
    source(lab, "S02").check()
    atlas_page.expect_parameters(view="what-if", without="S01,S02")
    undo.click()
    atlas_page.expect_parameters(view="what-if", without="S01")
    expect(source(lab, "S02")).not_to_be_checked()
    reset.click()
    atlas_page.expect_parameters(view="what-if")
    expect(banner(atlas_page)).to_be_hidden()
    undo.click()
    atlas_page.expect_parameters(view="what-if", without="S01")


def test_the_browser_writes_a_rule_as_the_library_does(atlas_page: AtlasPage) -> None:
    lab = laboratory(atlas_page)
    for part in ("lab-kinds", "lab-claims", "lab-rest"):
        lab.locator(f'details[data-keep="{part}"] > summary').click()
    before = atlas_page.page.evaluate("history.length")
    lab.get_by_role("button", name="Cautious").click()
    atlas_page.expect_parameters(view="what-if", **CAUTIOUS.parameters)
    lab.get_by_label("Parts count for the province").check()
    lab.locator('[data-lab-list="without-kinds"][value="press"]').check()
    lab.locator('[data-lab="near"]').fill("0")
    lab.locator('[data-lab="near"]').press("Tab")
    lab.get_by_label("Least number of works for a side").select_option("2")
    lab.get_by_label("Claims are compared by").select_option(label="role, then strength")
    wanted = Rule(
        weak=False, parts=True, without_kinds=["press"], near_days=0, minimum_sources=2, order=["role", "strength"]
    )
    atlas_page.expect_parameters(view="what-if", **wanted.parameters)
    # The server, which has it from the address, finds nothing to write otherwise: six choices are six steps.
    expect(atlas_page.page.locator(".atlas-differences").first).to_contain_text(str(wanted))
    expect_painted(atlas_page, wanted)
    assert atlas_page.page.evaluate("history.length") == before + 6
    atlas_page.expect_parameters(view="what-if", **wanted.parameters)


def test_groups_of_sources_are_left_out_together(atlas_page: AtlasPage) -> None:
    lab = laboratory(atlas_page)
    claims = ATLAS.claims()
    thin = sorted(set(claims.loc[claims["source_thin"], "source_id"]))
    button = lab.get_by_role("button", name=f"Thin ({len(thin)})")
    button.click()
    atlas_page.expect_parameters(view="what-if", without=",".join(thin))
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    atlas_page.expect_parameters(view="what-if")


def test_the_way_beside_the_legend_keeps_the_map_as_it_stands(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1987&province=kunduz&colour=evidence")
    atlas_page.frame.evaluate("window.kept = true")
    # The one beside the legend lies under the sheet of the province; that below the map is always there.
    expect(atlas_page.page.get_by_role("button", name="What if a source is wrong?")).to_have_count(1)
    atlas_page.page.get_by_role("button", name="What if", exact=True).click()
    atlas_page.expect_parameters(view="what-if", period="1987", province="kunduz", colour="evidence")
    expect(atlas_page.page.get_by_role("region", name="What if", exact=True)).to_be_visible()
    expect(atlas_page.page.get_by_role("radio", name="What if")).to_be_checked()
    assert atlas_page.frame.evaluate("window.kept") is True


@pytest.mark.parametrize("view", ["map", "compare", "trends", "timeline", "evidence", "factions", "method"])
def test_every_view_says_whose_reading_it_is(atlas_page: AtlasPage, view: str) -> None:
    atlas_page.page.goto(f"{atlas_page.address}/?view={view}&without=S01,S999")
    expect(banner(atlas_page)).to_contain_text("Not the atlas’s own reading: ")
    expect(banner(atlas_page)).to_contain_text(SAID)
    expect(atlas_page.page.locator(".atlas-footer")).to_contain_text("not the atlas’s own reading: without=S01")
    wanted = {} if view == "map" else {"view": view}
    atlas_page.expect_parameters(**wanted, without="S01")
    banner(atlas_page).get_by_role("button", name="Back to the atlas’s own reading").click()
    atlas_page.expect_parameters(**wanted)
    expect(banner(atlas_page)).to_be_hidden()
    expect(atlas_page.page.locator(".atlas-footer")).not_to_contain_text("own reading")


def test_trends_and_compare_follow(atlas_page: AtlasPage) -> None:
    page = atlas_page.page
    page.goto(f"{atlas_page.address}/?view=compare&without=S01")
    ready = '[data-testid="stCustomComponentV1"]'
    expect(page.frame_locator(ready).locator(".atlas-compare")).to_have_attribute("data-ready", "true")
    shown = page.frame_locator(ready).locator('path[data-province="herat"]').first
    assert shown.get_attribute("data-status") == statuses_by(WITHOUT, "1985")["herat"] == "partly"


def test_files_follow_the_reading(atlas_page: AtlasPage) -> None:
    lab = laboratory(atlas_page)
    source(lab, "S01").check()
    take_away = atlas_page.page.locator("details.take-away")
    take_away.locator("summary").click()
    link = take_away.locator('a[data-file="differences.csv"]').first
    until(atlas_page.page, lambda: (link.get_attribute("href") or "").endswith("?without=S01"), "the link to follow")
    answer = atlas_page.page.request.get(atlas_page.address + (link.get_attribute("href") or ""))
    assert answer.text().count("\n") == len(DIFFERING) + 1
    assert "other-reading" in answer.headers["content-disposition"]


def test_by_keys_alone(atlas_page: AtlasPage) -> None:
    lab = laboratory(atlas_page)
    search = lab.get_by_role("searchbox", name="Find a source")
    search.fill("afghan mujahideen")
    expect(source(lab, "S01")).to_be_visible()
    expect(source(lab, "S02")).to_be_hidden()
    search.press("Tab")
    for _ in lab.locator("[data-lab-group]").all():
        atlas_page.page.keyboard.press("Tab")
    expect(source(lab, "S01")).to_be_focused()
    atlas_page.page.keyboard.press("Space")
    expect(banner(atlas_page)).to_contain_text(SAID)
    # The list comes with the server's answer: the focus has stayed where it was.
    expect(atlas_page.page.locator("tr[data-kind]")).to_have_count(len(DIFFERING))
    expect(source(lab, "S01")).to_be_focused()
    reset = lab.get_by_role("button", name="Reset")
    reset.focus()
    reset.press("Enter")
    expect(banner(atlas_page)).to_be_hidden()
    assert atlas_page.page.evaluate("document.activeElement.closest('.atlas-lab') !== null")


def test_a_row_of_the_list_opens_its_province(atlas_page: AtlasPage) -> None:
    laboratory(atlas_page, "&without=S01")
    atlas_page.page.get_by_role("button", name=re.compile("Jowzjan ?, 1988–89")).first.click()
    atlas_page.expect_parameters(view="what-if", without="S01", period="1988-89", province="jowzjan")
    expect(atlas_page.evidence).to_contain_text("Jowzjan")


def test_on_a_phone_the_laboratory_stands_below_the_map(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=390, height=844)
    lab = laboratory(page, "&without=S01")
    expect(banner(page)).to_be_visible()
    frame = page.page.locator(".st-key-atlas-map iframe")
    boxes = [settled(page.page, one.bounding_box) for one in (frame, lab)]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_page: Callable[..., AtlasPage], width: int, scheme: str) -> None:
    page = new_page(width=width, height=844, color_scheme=scheme)
    lab = laboratory(page, "&without=S01&province=herat")
    expect(page.page.locator("tr[data-kind]")).to_have_count(len(DIFFERING))
    lab.locator("details").evaluate_all("all => { for (const one of all) one.open = true; }")
    assert violations(page.page) == []


def test_a_source_leads_to_the_map_without_it(atlas_page: AtlasPage) -> None:
    atlas_page.page.goto(f"{atlas_page.address}/?view=evidence&part=sources")
    row = atlas_page.page.locator("#source-S01")
    row.locator("summary").click()
    expect(row).to_contain_text("Badghis, 1985: then No source says who led")
    row.get_by_role("button", name="Leave it out on the map (S01)").click()
    atlas_page.expect_parameters(view="what-if", part="sources", without="S01")
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    expect_painted(atlas_page, WITHOUT)


def test_the_map_is_coloured_by_firmness(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89")
    atlas_page.page.get_by_label("Colour").select_option("firmness")
    legend = atlas_page.page.get_by_role("list", name="How firm a call is")
    # docs/how-sure-is-this-map.md: 14 fall with one source, two take two, one takes three.
    for name, provinces in (("one source", 14), ("two sources", 2), ("three sources", 1)):
        counted = f"{provinces} province" + ("s" if provinces > 1 else "")
        expect(legend.get_by_role("listitem").filter(has_text=f"Falls with {name}").last).to_contain_text(counted)
    # Legend and map have files of their own: either may come first.
    expect(atlas_page.map.locator(".atlas-map")).to_have_attribute("data-colouring", "firmness")
    assert [one["province"] for one in atlas_page.provinces() if "falls-3" in one["keys"]] == ["takhar"]


def test_firmness_is_fetched_when_it_is_chosen_and_shown_at_once(atlas_page: AtlasPage) -> None:
    """Legend and map go on with what they show until both have what was chosen: of one reading, by one colouring."""
    asked: list[str] = []
    atlas_page.page.on("request", lambda request: asked.append(request.url))
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    atlas_page.page.route(re.compile(r"/calls\.\w+\.json\?.*without"), hold)
    atlas_page.open("?view=what-if")
    assert not [url for url in asked if "firmness" in url]
    shown = atlas_page.map.locator(".atlas-map")
    atlas_page.page.get_by_label("Colour").select_option("firmness")
    expect(shown).to_have_attribute("data-colouring", "firmness")
    before = {one["province"]: one["fill"] for one in atlas_page.provinces()}
    source(atlas_page.page.get_by_role("region", name="What if", exact=True), "S01").check()
    expect(banner(atlas_page)).to_contain_text(SAID)
    until(atlas_page.page, lambda: len(held) == 1, "the calls to be asked for")
    # The calls of the other reading have not come: the map is wholly that of the own one.
    assert {one["province"]: one["fill"] for one in atlas_page.provinces()} == before
    assert not told_otherwise(atlas_page)
    held[0].continue_()
    expect_painted(atlas_page, WITHOUT)
    expect(shown).to_have_attribute("data-colouring", "firmness")
    robust = ATLAS.robustness("1985", WITHOUT).set_index("province_id")["faction_least"]
    keys = {one["province"]: one["keys"] for one in atlas_page.provinces()}
    assert {one for one, key in keys.items() if key == "falls-1"} == set(robust[robust == 1].index)
    # What is there already is asked for no second time.
    asked.clear()
    atlas_page.page.go_back()
    expect_painted(atlas_page, Rule())
    atlas_page.page.get_by_label("Colour").select_option("evidence")
    expect(shown).to_have_attribute("data-colouring", "evidence")
    expect(atlas_page.page.get_by_role("list", name="Strength of evidence")).to_be_visible()
    assert not [url for url in asked if "/moves." in url or "/calls." in url]


def test_an_embedded_map_says_whose_reading_it_is(atlas_page: AtlasPage) -> None:
    atlas_page.open("?embed=map&without=S01")
    expect(banner(atlas_page)).to_be_visible()
    expect(banner(atlas_page)).to_contain_text(SAID)
    expect(atlas_page.headline).to_be_hidden()


def test_its_script_comes_when_it_is_opened_and_once(atlas_page: AtlasPage) -> None:
    asked: list[str] = []
    atlas_page.page.on("request", lambda one: asked.append(one.url) if "/atlas-lab." in one.url else None)
    atlas_page.open()
    assert asked == []
    opened = atlas_page.page.locator(".atlas-tools [data-atlas-lab]")
    lab = atlas_page.page.get_by_role("region", name="What if", exact=True)
    for _ in range(2):
        opened.click()
        expect(lab).to_be_visible()
        source(lab, "S01").check()
        expect(banner(atlas_page)).to_contain_text(SAID)
        source(lab, "S01").uncheck()
        expect(banner(atlas_page)).to_be_hidden()
        opened.click()
        expect(lab).to_have_count(0)
    assert len(asked) == 1
