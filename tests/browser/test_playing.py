"""While it plays, everything that tells of a year tells of the same."""

from __future__ import annotations

from playwright.sync_api import expect

import geodata
from tests.browser.conftest import AtlasPage

MOST_SAMPLES_APART = 3
"""A tenth of a second each: no two years are seen at once for longer."""

SAMPLE = """() => {
  const samples = [];
  const legend = document.querySelector("[data-atlas-legend]");
  const slider = document.querySelector("[data-atlas-year]");
  const map = document.querySelector('.st-key-atlas-map iframe').contentDocument.querySelector(".atlas-map");
  window.sampling = setInterval(() => samples.push({
    headline: document.querySelector("[data-atlas-headline]").textContent.split(":")[0],
    slider: slider.getAttribute("aria-valuetext"),
    thumb: Number(slider.value),
    summary: document.querySelector("[data-atlas-summary]").textContent.split(",")[0],
    count: (legend.querySelector('[data-key="jamiat-i-islami"] .count') || { textContent: "" }).textContent.trim(),
    map: map.dataset.period,
    address: new URLSearchParams(location.search).get("period") || "1985",
  }), 100);
  window.samples = samples;
}"""


def test_headline_slider_counts_summary_address_and_map_are_of_one_year(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    labels = {period.id: period.label for period in geodata.load().periods}
    order = list(labels)
    counts: dict[str, set[str]] = {}
    atlas_page.page.evaluate(SAMPLE)
    atlas_page.page.get_by_role("button", name="Play", exact=True).click()
    expect(atlas_page.page.get_by_role("button", name="Pause")).to_be_visible()
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", labels[order[-1]], timeout=30_000)
    expect(atlas_page.page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    samples = atlas_page.page.evaluate("() => { clearInterval(window.sampling); return window.samples; }")
    assert {one["map"] for one in samples} == set(order)
    apart = 0
    for one in samples:
        label = labels[one["map"]]
        assert one["slider"] == label
        assert one["thumb"] == order.index(one["map"])
        # The words beside the map and the address are written when the map has been seen.
        together = {one["headline"], one["summary"]} == {label} and one["address"] == one["map"]
        apart = 0 if together else apart + 1
        assert apart < MOST_SAMPLES_APART
        if not apart:
            counts.setdefault(one["map"], set()).add(one["count"])
    assert all(len(seen) == 1 for seen in counts.values()), "nothing falls back to the count of another year"
    # One step back takes the whole play back.
    atlas_page.expect_parameters(period=order[-1])
    atlas_page.page.go_back()
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", labels[order[0]])


def test_the_headline_is_told_once_a_move(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    atlas_page.page.evaluate(
        """() => {
          window.told = [];
          const headline = document.querySelector("[data-atlas-headline]");
          new MutationObserver(() => window.told.push(headline.textContent.split(":")[0])).observe(
            headline, { childList: true, characterData: true, subtree: true });
        }"""
    )
    expect(atlas_page.headline).to_have_attribute("role", "status")
    atlas_page.slider.press("ArrowRight")
    atlas_page.province("herat").click()
    expect(atlas_page.page.locator(".atlas-call h2")).to_contain_text("Herat 1987")
    assert atlas_page.page.evaluate("window.told") == ["1987"]
    expect(atlas_page.page.locator("[data-atlas-told]")).to_have_text("Herat, 1987")
