"""The faction legend and the looks of the map."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import AtlasPage

PERIODS = ["1985", "1987", "1988-89"]


@pytest.mark.parametrize("period", PERIODS)
def test_the_counts_of_the_legend_are_those_of_the_map(atlas_page: AtlasPage, period: str) -> None:
    atlas_page.open(f"?period={period}")
    painted = Counter(one["faction"] for one in atlas_page.provinces() if one["status"] == "held")
    statuses = Counter(one["status"] for one in atlas_page.provinces())
    items = atlas_page.legend.locator("li[data-faction]")
    expect(items.first).to_be_visible()
    listed = {
        (item.get_attribute("data-faction"), item.get_attribute("data-status")): int(
            item.locator(".count").inner_text().split()[0]
        )
        for item in items.all()
    }
    for status in ("contested", "unclear", "partly", "no-evidence"):
        assert listed["none", status] == statuses[status]
    shared = 0
    for (faction, status), count in listed.items():
        if status is None:
            assert count >= painted[faction]
            shared += count - painted[faction]
    assert set(painted) <= {faction for faction, status in listed if status is None}
    # A shared province counts once for each of its factions, two or more.
    assert shared >= 2 * statuses["shared"]
    assert (shared == 0) == (statuses["shared"] == 0)


def test_the_legend_is_grouped_by_alliance(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    seven = atlas_page.legend.locator("li.group", has_text="Peshawar Seven")
    expect(seven.locator('li[data-faction="jamiat-i-islami"]')).to_have_count(1)
    eight = atlas_page.legend.locator("li.group", has_text="Tehran Eight")
    expect(eight.locator('li[data-faction="sazman-i-nasr"]')).to_have_count(1)


def test_every_look_is_explained_and_differs_without_colour(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    key = atlas_page.page.locator(".atlas-key")
    looks = ("Held", "Weak evidence", "Shared", "Contested", "Unclear", "Known only in parts", "No source says who led")
    for text in looks:
        expect(key.get_by_text(text).first).to_be_visible()
    # All looks are one picture: what differs is the place in it.
    pictures = key.locator(".swatch").evaluate_all(
        "swatches => swatches.map(swatch => getComputedStyle(swatch).background)"
    )
    assert all("url(" in one for one in pictures)
    assert len(pictures) == len(looks)
    assert len(set(pictures)) == len(looks)


@pytest.mark.parametrize("period", PERIODS)
def test_every_province_is_filled_with_a_pattern_that_is_there(atlas_page: AtlasPage, period: str) -> None:
    atlas_page.open(f"?period={period}")
    missing = atlas_page.frame.evaluate(
        "[...document.querySelectorAll('path[data-province]')].filter(path => {"
        " const found = /^url\\(#(.+)\\)$/.exec(path.getAttribute('fill'));"
        " return !found || !document.getElementById(found[1]); }).map(path => path.dataset.province)"
    )
    assert missing == []


def test_one_texture_is_kept_for_no_evidence(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    for one in atlas_page.provinces():
        assert (one["fill"] == "url(#no-evidence)") == (one["status"] == "no-evidence"), one["province"]


def test_capitals_are_marked_with_who_holds_them(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1988-89")
    states = atlas_page.map.locator(".atlas-capital").evaluate_all(
        "signs => signs.map(sign => [sign.dataset.capital, sign.dataset.changedHands])"
    )
    assert len(states) == 29
    counts = Counter(tuple(state) for state in states)
    # Kunduz, Qalat and Maidan Shahr fell and were retaken.
    assert counts["government", "true"] >= 3
    # Taloqan, Asadabad and Bamyan among those taken for good.
    assert counts["resistance", "true"] >= 3
