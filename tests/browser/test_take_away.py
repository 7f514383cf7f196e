"""Data, pictures, sources, link and embedding, without a word to the server before a file is asked for."""

from __future__ import annotations

import csv
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import WebSocket, expect

from tests.browser.axe import violations
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled

pytestmark = pytest.mark.slow


def test_a_file_of_what_is_seen_comes_without_a_new_run(atlas_page: AtlasPage) -> None:
    sent: list[str | bytes] = []

    def listen(socket: WebSocket) -> None:
        def note(frame: str | bytes) -> None:
            sent.append(frame)

        socket.on("framesent", note)

    atlas_page.page.on("websocket", listen)
    atlas_page.open()
    atlas_page.slider.focus()
    atlas_page.page.keyboard.press("ArrowRight")
    atlas_page.expect_parameters(period="1987")
    atlas_page.page.locator(".take-away summary").click()
    before = settled(atlas_page.page, lambda: len(sent))
    with atlas_page.page.expect_download() as found:
        atlas_page.page.get_by_role("link", name="CSV (Who led where at this time)", exact=True).click()
    file = found.value
    assert file.suggested_filename == "control-atlas-afghanistan-calls-1987.csv"
    with Path(file.path()).open(encoding="utf-8-sig", newline="") as text:
        assert {row["period_id"] for row in csv.DictReader(text)} == {"1987"}
    assert len(sent) == before


def test_the_link_leads_to_what_is_seen(atlas_page: AtlasPage, new_page: Callable[..., AtlasPage]) -> None:
    atlas_page.open("?period=1988-89&province=kunduz")
    atlas_page.page.locator(".take-away summary").click()
    atlas_page.page.get_by_role("button", name="Copy (Link to what you see)").click()
    expect(atlas_page.page.locator(".take-away .copied")).to_have_text("Copied.")
    link = atlas_page.page.get_by_label("Link to what you see", exact=True).input_value()
    embed = atlas_page.page.get_by_label("To embed it in a page", exact=True).input_value()
    other = new_page()
    other.open(link.removeprefix(other.address).lstrip("/"))
    expect(other.province("kunduz")).to_have_attribute("aria-pressed", "true")
    expect(other.slider).to_have_attribute("aria-valuetext", "1988–89")
    assert "embed=true" in embed
    third = new_page()
    # Browsers let neither a page without an address nor one from elsewhere look into what runs on this machine.
    newspaper = f"{third.address}/newspaper.html"
    third.page.route(newspaper, lambda route: route.fulfill(body=embed, content_type="text/html"))
    third.page.goto(newspaper)
    inner = third.page.frame_locator("iframe").frame_locator('[data-testid="stCustomComponentV1"]')
    expect(inner.locator(".atlas-map")).to_have_attribute("data-period", "1988-89")


def test_a_file_that_is_not_there_is_told_in_words(server: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{server}/data/calls.1999.csv")
    assert error.value.code == 404
    assert "There is no such file" in error.value.read().decode()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(new_page: Callable[..., AtlasPage], width: int) -> None:
    page = new_page(width=width, height=844, color_scheme="dark")
    page.open()
    page.page.locator(".take-away summary").click()
    expect(page.page.get_by_label("Link to what you see", exact=True)).to_be_visible()
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page.page) == []
