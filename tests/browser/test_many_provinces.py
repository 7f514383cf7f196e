"""An atlas of more provinces than a browser moves as paths: they are painted as pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect

import geodata
from benchmarks.made import make_atlas
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled, until
from tests.servers import SharedServer, serving

pytestmark = pytest.mark.slow

PROVINCES, PERIODS = 1100, 12


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_atlas(tmp_path_factory.mktemp("many"), PROVINCES, PERIODS)


@pytest.fixture(scope="module")
def shared_many_server(many: Path) -> Iterator[SharedServer]:
    shared = SharedServer(serving(many))
    yield shared
    shared.end()


@pytest.fixture
def many_server(shared_many_server: SharedServer) -> str:
    return shared_many_server.address()


def picture(page: AtlasPage) -> list[int]:
    """A number that stands for the colours of the canvas, and how many of its pixels are painted, and faded."""
    return settled(page.page, lambda: picture_now(page))


def picture_now(page: AtlasPage) -> list[int]:
    found: list[int] = page.frame.evaluate(
        "() => { const canvas = document.querySelector('.leaflet-atlas-fills-pane canvas');"
        "const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
        "let [hash, opaque, faded] = [0, 0, 0];"
        "for (let at = 0; at < data.length; at += 4) {"
        "  hash = (hash * 31 + data[at] * 65536 + data[at + 1] * 256 + data[at + 2]) | 0;"
        "  opaque += data[at + 3] > 200; faded += data[at + 3] > 0 && data[at + 3] <= 60; }"
        "return [hash, opaque, faded]; }"
    )
    return found


def test_years_have_pictures_of_their_own_and_come_back(new_page: Callable[..., AtlasPage], many_server: str) -> None:
    page = new_page(address=many_server).open()
    first = picture(page)
    # All provinces are painted, which is a good part of a map that the country fills.
    assert first[1] > 100_000
    # Edges that run across a pixel are half transparent too.
    assert first[2] < first[1] / 100
    page.slider.press("End")
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-period", str(1900 + PERIODS - 1))
    last = picture(page)
    assert last[0] != first[0]
    assert sum(last[1:]) == pytest.approx(sum(first[1:]), rel=0.05)
    page.slider.press("Home")
    expect(page.map.locator(".atlas-map")).to_have_attribute("data-period", "1900")
    assert picture(page) == first


def test_the_legend_dims_what_it_does_not_name(new_page: Callable[..., AtlasPage], many_server: str) -> None:
    page = new_page(address=many_server).open()
    bright = picture(page)
    page.legend.locator("li[data-faction] button").first.hover()
    until(page.page, lambda: picture_now(page)[1] < bright[1], "provinces are dimmed")
    dimmed = picture(page)
    assert dimmed[1] + dimmed[2] == pytest.approx(bright[1] + bright[2], rel=0.01)


def test_a_province_is_pointed_at_and_chosen(new_page: Callable[..., AtlasPage], many: Path, many_server: str) -> None:
    page = new_page(address=many_server).open()
    calls = geodata.load(many).control("1900").set_index("province_id")
    box = page.map.locator(".atlas-map").bounding_box()
    assert box
    page.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    card = page.map.locator(".atlas-card")
    expect(card).to_be_visible()
    name = card.locator("[data-part=province]").inner_text()
    # Its strip is painted for every year.
    expect(card.locator(".strip li")).to_have_count(PERIODS)
    fill = card.locator(".lead rect").get_attribute("fill")
    assert fill
    assert page.frame.evaluate("id => document.getElementById(id)?.tagName", fill[5:-1]) == "pattern"
    page.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.evidence).to_contain_text(name)
    assert calls.loc[page.parameters()["province"], "name"] == name


def test_names_of_many_years_do_not_touch(new_page: Callable[..., AtlasPage], many_server: str) -> None:
    for width in (1280, 390):
        page = new_page(address=many_server, width=width).open()
        boxes = page.page.locator(".atlas-ticks span").evaluate_all(
            "all => all.filter(one => parseFloat(getComputedStyle(one).fontSize) > 0).map(one => {"
            "  const range = document.createRange(); range.selectNodeContents(one);"
            "  const box = range.getBoundingClientRect(); return [box.left, box.right]; })"
        )
        assert len(boxes) > 2
        assert all(before[1] < after[0] for before, after in pairwise(boxes))


def test_the_list_of_very_many_provinces_is_filled_when_it_is_reached(
    new_page: Callable[..., AtlasPage], many: Path, many_server: str
) -> None:
    """Thousands of options, of which nobody sees any, would make each move of the year wait for their styles."""
    provinces = geodata.load(many).provinces("1900")
    page = new_page(address=many_server).open()
    place = page.page.locator("select[data-atlas-province]")
    expect(place.locator("option")).to_have_count(1)
    place.focus()
    expect(place.locator("option")).to_have_count(len(provinces) + 1)
    last = provinces.sort_values("name").iloc[-1]
    place.select_option(last["province_id"])
    expect(page.evidence).to_contain_text(last["name"])
    page.page.keyboard.press("Tab")
    expect(place.locator("option")).to_have_count(2)
    expect(place).to_have_value(last["province_id"])
