"""The map of a notebook, in the notebook saved as a page, with the network cut off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from branca.element import Figure
from playwright.sync_api import Browser, FrameLocator, Page, expect

import geodata
from dashboard.map import explore
from tests.browser.axe import violations
from tests.browser.file_page import opened, painted_and_named

pytestmark = pytest.mark.slow

READY = '.atlas-map[data-ready="true"]'


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two cells of a saved notebook, each with a map."""
    atlas = geodata.load()
    cells = [explore(atlas, period)._repr_html_() for period in ("1985", "1988-89")]
    out = tmp_path_factory.mktemp("notebook") / "saved.html"
    body = "".join(f"<div class='cell'>{cell}</div>" for cell in cells)
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title></head>'
    out.write_text(f"{head}<body><main><h1>Notebook</h1>{body}</main></body></html>", encoding="utf-8")
    return out


def frames(page: Page) -> list[FrameLocator]:
    found = [page.frame_locator("iframe").nth(number) for number in range(page.locator("iframe").count())]
    for frame in found:
        expect(frame.locator(READY)).to_be_visible()
    return found


def label(frame: FrameLocator, province_id: str):  # type: ignore[no-untyped-def]
    return frame.locator(f'path[data-province="{province_id}"]')


def test_each_map_shows_its_period_and_moves_alone(browser: Browser, notebook: Path) -> None:
    with opened(browser, notebook) as page:
        first, second = frames(page)
        expect(label(first, "kunduz")).to_have_attribute("aria-label", re.compile("^Kunduz, 1985: "))
        expect(label(second, "kunduz")).to_have_attribute("aria-label", re.compile("^Kunduz, 1988–89: "))
        first.get_by_role("slider", name="Year").press("ArrowRight")
        expect(label(first, "kunduz")).to_have_attribute("aria-label", re.compile("^Kunduz, 1987: "))
        expect(label(second, "kunduz")).to_have_attribute("aria-label", re.compile("^Kunduz, 1988–89: "))
        expect(second.get_by_role("slider", name="Year")).to_have_attribute("aria-valuetext", "1988–89")


def test_every_province_is_painted_and_named_as_everywhere_else(browser: Browser, notebook: Path) -> None:
    atlas = geodata.load()
    with opened(browser, notebook) as page:
        for frame, period in zip(frames(page), ("1985", "1988-89"), strict=True):
            painted = frame.locator("path[data-province]").evaluate_all(
                "all => all.map(one => [one.dataset.province, one.getAttribute('fill'), one.ariaLabel])"
            )
            assert sorted(painted) == painted_and_named(atlas, period)


def test_the_legend_follows_the_slider(browser: Browser, notebook: Path) -> None:
    with opened(browser, notebook) as page:
        first, _ = frames(page)
        legend = first.get_by_role("list", name="Factions", exact=True)
        expect(legend).to_have_count(1)
        expect(legend.locator('li[data-faction="jamiat-i-islami"] .count')).to_contain_text("10 provinces, 1 shared")
        pictures = legend.locator(".swatch").evaluate_all(
            "all => all.map(one => getComputedStyle(one).backgroundImage)"
        )
        assert [one for one in pictures if not one.startswith('url("data:image/svg+xml')] == []
        first.get_by_role("slider", name="Year").press("End")
        expect(legend).to_have_count(1)
        expect(legend.locator('li[data-faction="jamiat-i-islami"] .count')).to_contain_text("4 provinces")


def test_the_hover_card_and_the_keyboard_work(browser: Browser, notebook: Path) -> None:
    with opened(browser, notebook) as page:
        first, _ = frames(page)
        label(first, "herat").hover()
        expect(first.locator(".atlas-card")).to_contain_text("Herat")
        label(first, "badakhshan").focus()
        page.keyboard.press("ArrowLeft")
        expect(first.locator(".atlas-card")).to_contain_text("Takhar")
        page.keyboard.press("Enter")
        expect(label(first, "takhar")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_the_maps(browser: Browser, notebook: Path, width: int) -> None:
    with opened(browser, notebook, width=width) as page:
        frames(page)
        assert violations(page) == []


@pytest.mark.parametrize(("ground", "theme"), [("#111111", "dark"), ("#fafafa", "light"), ("transparent", "light")])
def test_the_map_takes_the_ground_of_its_notebook(
    browser: Browser, notebook: Path, tmp_path: Path, ground: str, theme: str
) -> None:
    out = tmp_path / "coloured.html"
    text = notebook.read_text(encoding="utf-8").replace("<body>", f'<body style="background:{ground}">')
    out.write_text(text, encoding="utf-8")
    with opened(browser, out, color_scheme="dark") as page:
        frames(page)
        found = page.frames[1].evaluate("document.documentElement.dataset.theme")
        assert found == theme


def test_two_maps_on_one_page_do_not_disturb_each_other(browser: Browser, tmp_path: Path) -> None:
    atlas = geodata.load()
    figure = Figure(title="Two maps")
    for period in ("1985", "1987"):
        figure.add_child(explore(atlas, period, height=500))
    out = tmp_path / "two.html"
    out.write_text(figure.render(), encoding="utf-8")
    with opened(browser, out) as page:
        expect(page.locator(READY)).to_have_count(2)
        first, second = page.locator(".atlas-explorer").all()
        second.get_by_role("slider", name="Year").press("End")
        kunduz = 'path[data-province="kunduz"]'
        expect(first.locator(kunduz)).to_have_attribute("aria-label", re.compile("^Kunduz, 1985: "))
        expect(second.locator(kunduz)).to_have_attribute("aria-label", re.compile("^Kunduz, 1988–89: "))
        ids = page.locator("pattern").evaluate_all("all => all.map(one => one.id)")
        assert len(ids) == len(set(ids))
        fills = second.locator("path[data-province]").evaluate_all("all => all.map(one => one.getAttribute('fill'))")
        assert {re.sub(r"^url\(#|\)$", "", fill) for fill in fills} <= set(ids)


def test_a_saved_map_stands_alone(browser: Browser, tmp_path: Path) -> None:
    out = tmp_path / "alone.html"
    explore(geodata.load(), "1987").save(str(out))
    with opened(browser, out, width=390, color_scheme="dark") as page:
        expect(page.locator(READY)).to_be_visible()
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        legend = page.get_by_role("list", name="Factions", exact=True)
        legend.scroll_into_view_if_needed()
        expect(legend).to_be_visible()
