"""What readers come for, each in at most four actions: a press, a choice, a typed name with Enter."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import AtlasPage


def test_what_changed_in_a_province_and_who_says_so(atlas_page: AtlasPage) -> None:
    """From 1987 to 1988–89: open Compare, which takes the year before, and open the province."""
    page = atlas_page.open("?period=1988-89").page
    page.get_by_role("radio", name="Compare", exact=True).click()
    line = page.locator("#change-zabul").first
    expect(line).to_be_visible()
    line.locator("summary").click()
    # Both years with their claims, each with a citation.
    expect(line.locator(".sides h4")).to_have_text(["1987", "1988–89"])
    expect(line.locator(".citation").first).to_contain_text("in our words")


def test_a_picture_and_a_table_of_a_year_with_a_citation(atlas_page: AtlasPage) -> None:
    page = atlas_page.open("?period=1988-89").page
    page.get_by_role("button", name="Download", exact=True).click()
    first = page.locator(".take-away .first")
    with page.expect_download() as table:
        first.get_by_role("link", name="Table").click()
    with page.expect_download() as picture:
        first.get_by_role("link", name="Picture").click()
    assert table.value.suggested_filename.endswith("-calls-1988-89.csv")
    assert picture.value.suggested_filename.endswith("-figure-1988-89-faction.png")
    citation = page.get_by_label("To cite the atlas", exact=True)
    # The address and the day are filled in by the page.
    expect(citation).to_have_value(re.compile(", accessed .*20"))
    cited = citation.input_value()
    assert cited.startswith("The control atlas authors, ")
    assert page.url in cited


def test_is_a_year_well_known(atlas_page: AtlasPage) -> None:
    """The headline of the first year says so before anything is pressed; one press shows it by province."""
    page = atlas_page.open("?period=1985").page
    expect(atlas_page.headline).to_contain_text("firm evidence")
    page.get_by_role("button", name="Table", exact=True).click()
    expect(page.locator(".atlas-provinces")).to_be_visible()
    expect(page.locator(".atlas-provinces tbody tr")).to_have_count(29)
    page.locator(".atlas-provinces [data-atlas-sort='independent']").click()
    numbers = [int(one) for one in page.locator(".atlas-provinces tbody td:nth-child(8)").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
