"""The views Evidence and Factions."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import AtlasPage
from tests.built_in import ATLAS

pytestmark = pytest.mark.slow

CLAIMS = len(ATLAS.claims())


def open_view(page: AtlasPage, query: str) -> AtlasPage:
    page.page.goto(f"{page.address}/{query}")
    expect(page.page.locator(".atlas-footer")).to_be_visible()
    return page


def count_line(page: AtlasPage):  # type: ignore[no-untyped-def]
    return page.page.locator(".atlas-table .count-line")


def test_a_search_narrows_and_stands_in_the_address(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=evidence")
    expect(count_line(atlas_page)).to_have_text(f"{CLAIMS} of {CLAIMS} claims")
    search = atlas_page.page.get_by_label("Search")
    search.fill("qunduz retaken")
    search.press("Enter")
    expect(count_line(atlas_page)).not_to_have_text(f"{CLAIMS} of {CLAIMS} claims")
    atlas_page.expect_parameters(view="evidence", q="qunduz retaken")
    told = count_line(atlas_page).inner_text()
    atlas_page.page.reload()
    expect(count_line(atlas_page)).to_have_text(told)


def test_a_claim_opens_to_its_source(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=evidence&province=kunduz&within=1988-89")
    row = atlas_page.page.locator(".claims-table tbody tr").first
    row.locator("summary").press("Enter")
    expect(row.locator(".citation")).to_be_visible()
    expect(row.locator(".citation a").or_(row.locator(".citation"))).not_to_have_count(0)


def test_sorting_says_so(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=evidence")
    date = atlas_page.page.get_by_role("columnheader", name="Date")
    expect(date).to_have_attribute("aria-sort", "ascending")
    date.get_by_role("button").press("Enter")
    expect(date).to_have_attribute("aria-sort", "descending")
    expect(date.get_by_role("button")).to_be_focused()
    first = atlas_page.page.locator(".claims-table tbody tr td[data-label=Date]").first
    assert int(re.findall(r"(19\d\d)", first.inner_text())[-1]) >= 1992


def test_part_and_order_of_the_evidence_can_be_shared(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=evidence")
    atlas_page.page.get_by_role("columnheader", name="Where").get_by_role("button").click()
    atlas_page.page.get_by_role("columnheader", name="Where").get_by_role("button").click()
    atlas_page.expect_parameters(view="evidence", sort="-where")
    atlas_page.page.reload()
    where = atlas_page.page.get_by_role("columnheader", name="Where")
    expect(where).to_have_attribute("aria-sort", "descending")
    atlas_page.page.get_by_role("radio", name="Agreement").click()
    atlas_page.expect_parameters(view="evidence", part="agreement", sort="-where")
    atlas_page.page.reload()
    expect(atlas_page.page.get_by_role("radio", name="Agreement")).to_be_checked()
    expect(atlas_page.page.get_by_role("columnheader", name="Sentences it rests on")).to_be_visible()
    # Who asks for the claims of a faction gets claims, whatever part was read before.
    open_view(atlas_page, "?view=factions&part=agreement&sort=-where&faction=sazman-i-nasr&province=kunduz")
    button = atlas_page.page.locator("#faction-sazman-i-nasr").get_by_role("button", name=re.compile("claims"))
    promised = re.findall(r"\d+", button.inner_text())[0]
    button.click()
    expect(count_line(atlas_page)).to_have_text(f"{promised} of {CLAIMS} claims")
    atlas_page.expect_parameters(view="evidence", faction="sazman-i-nasr", sort="-where")


def test_nothing_found_offers_the_way_back(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=evidence&q=zzzz&basis=inferred")
    expect(count_line(atlas_page)).to_have_text(f"0 of {CLAIMS} claims")
    atlas_page.page.get_by_role("button", name="Clear the filters").click()
    expect(count_line(atlas_page)).to_have_text(f"{CLAIMS} of {CLAIMS} claims")
    atlas_page.expect_parameters(view="evidence")


def test_a_cell_of_the_matrix_opens_the_province(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=evidence")
    atlas_page.page.get_by_role("radio", name="How much is known").click()
    cells = atlas_page.page.locator(".coverage tbody td button")
    expect(cells).to_have_count(87)
    atlas_page.page.get_by_role("row", name=re.compile("^Takhar")).get_by_role("button").last.click()
    atlas_page.expect_parameters(period="1988-89", province="takhar", part="coverage")
    expect(atlas_page.evidence.get_by_role("heading", level=2)).to_have_text("Evidence: Takhar, 1988–89")


def test_a_source_narrows_the_claims(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=evidence")
    atlas_page.page.get_by_role("radio", name="Sources").click()
    atlas_page.page.locator("#source-S02").get_by_role("button").click()
    expect(count_line(atlas_page)).to_contain_text(f"of {CLAIMS} claims")
    atlas_page.expect_parameters(view="evidence", source="S02")


def test_a_faction_has_a_card_that_leads_to_its_claims(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=factions")
    expect(atlas_page.page.locator(".atlas-factions article")).to_have_count(49)
    card = atlas_page.page.locator("#faction-sazman-i-nasr")
    expect(card).to_contain_text("Hezb-e Wahdat")
    card.get_by_role("button", name=re.compile("claims")).click()
    atlas_page.expect_parameters(view="evidence", faction="sazman-i-nasr")
    expect(count_line(atlas_page)).to_contain_text(f"of {CLAIMS} claims")


def test_a_lineage_leads_to_the_card_of_a_forebear(atlas_page: AtlasPage) -> None:
    open_view(atlas_page, "?view=factions&q=khalis")
    card = atlas_page.page.locator("#faction-hezb-i-islami-khalis")
    card.get_by_role("button", name="split from Hezb-i Islami (Gulbuddin)").press("Enter")
    atlas_page.expect_parameters(view="factions", faction="hezb-i-islami-gulbuddin")
    expect(atlas_page.page.locator(".atlas-factions article h3")).to_have_count(1)
    expect(atlas_page.page.locator("#faction-hezb-i-islami-gulbuddin")).to_contain_text("Gulbuddin Hekmatyar")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing(new_page: Callable[..., AtlasPage], width: int, scheme: str) -> None:
    page = new_page(width=width, height=844, color_scheme=scheme)
    for query, part in (
        ("?view=evidence&province=kunduz", None),
        ("?view=evidence", "How much is known"),
        ("?view=evidence", "Agreement"),
        ("?view=evidence", "Sources"),
        ("?view=factions&q=islami&faction=hezb-i-islami-gulbuddin", None),
    ):
        open_view(page, query)
        if part:
            page.page.get_by_role("radio", name=part).click()
            expect(page.page.locator(".claims-table")).to_have_count(0)
            expect(page.page.locator(".atlas-table table")).to_be_visible()
        assert page.page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page.page) == [], (query, part)
