"""The pure parts of the map's scripts, each in an empty page of the browser: expected values can be told by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from dashboard.map.sources import LEAFLET, MAP_STYLES, SCRIPTS

NEIGHBOURS = """
(arrow) => {
  const at = {
    middle: [0, 0], north: [1, 0], south: [-1, 0], east: [0, 1], west: [0, -1], far: [0, 3], slanted: [0.2, 2],
  };
  const all = Object.entries(at).map(([id, [lat, lng]]) => ({id, at: L.latLng(lat, lng)}));
  const map = {latLngToLayerPoint: (one) => L.point(one.lng * 100, -one.lat * 100)};
  let focused = "";
  const surface = {focus: (entry) => { focused = entry.id; }};
  const keys = AtlasKeyboard.create(map, surface, {provinces: () => all, choose() {}, leave() {}});
  const event = {key: arrow, preventDefault() {}, stopPropagation() {}};
  keys.press(event, all[0]);
  return focused;
}
"""

PLAYING = """
({start, loop, steps, speed}) => {
  const timers = [];
  window.setInterval = (step, wait) => { timers.push({step, wait}); return timers.length; };
  window.clearInterval = (number) => { timers[number - 1].step = () => {}; };
  const seen = [];
  let [current, stopped] = [start, 0];
  const player = AtlasPlayer.create({
    count: () => 3, current: () => current, changed() {},
    show: (number) => { current = number; seen.push(number); },
    stopped: () => { stopped += 1; },
  });
  player.press({loop, speed});
  for (let step = 0; step < steps; step += 1) timers[0].step();
  return {seen, stopped, playing: player.playing(), wait: timers[0].wait};
}
"""


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 600, "height": 400})
    page = context.new_page()
    page.set_content("<!DOCTYPE html><title>Scripts</title><body style='margin:0'></body>")
    page.add_script_tag(path=LEAFLET / "leaflet.js")
    for style in (LEAFLET / "leaflet.css", *MAP_STYLES):
        page.add_style_tag(path=style)
    for name in ("geometry", "surroundings", "stage", "card", "player", "keyboard"):
        page.add_script_tag(path=SCRIPTS / f"atlas-{name}.js")
    yield page
    context.close()


@pytest.fixture
def scripts(shared: Page) -> Page:
    """What a test puts in place of the clock is gone in the next."""
    shared.evaluate("window.clock = window.clock || [window.setInterval, window.clearInterval]")
    shared.evaluate("[window.setInterval, window.clearInterval] = window.clock")
    return shared


class TestUnpack:
    # A letter is 63 plus a number twice as large, one more where it is negative: A is 1, C is 2, @ is -1, ? is 0.
    @pytest.mark.parametrize(
        ("arc", "points"),
        [("??A?", [[0, 0], [1, 0]]), ("A?@?", [[1, 0], [0, 0]]), ("AC?A", [[1, 2], [1, 3]])],
    )
    def test_an_arc_is_read_from_its_letters(self, scripts: Page, arc: str, points: list[list[int]]) -> None:
        got = self.unpack(scripts, [arc], [[[0]]])
        assert got["provinces"][0]["polygons"] == [[points]]

    def test_numbers_of_several_letters_and_the_scale(self, scripts: Page) -> None:
        # 100 written twice as large is 200 = 8 + 6 * 32: a letter for 8 that goes on (8 + 32 + 63) and one for 6.
        arc = chr(8 + 32 + 63) + chr(6 + 63) + "?"
        got = self.unpack(scripts, [arc], [[[0]]], scale=1000)
        assert got["provinces"][0]["polygons"] == [[[[0.1, 0]]]]

    def test_an_arc_run_through_from_its_end_joins_the_one_before(self, scripts: Page) -> None:
        # The first goes from (0, 0) to (1, 0), the second from (0, 1) to (1, 0); the second is run through backwards.
        got = self.unpack(scripts, ["??A?", "?AA@"], [[[0, -2]]])
        assert got["provinces"][0]["polygons"] == [[[[0, 0], [1, 0], [0, 1]]]]

    def unpack(self, page: Page, arcs: list[str], polygons: list[list[list[int]]], scale: int = 1) -> dict[str, Any]:
        provinces = [{"id": "a", "polygons": polygons}]
        geometry = {"arcs": arcs, "scale": scale, "geometries": [{"provinces": provinces, "lines": []}]}
        found: list[dict[str, Any]] = page.evaluate("(geometry) => AtlasGeometry.unpack(geometry)", geometry)
        return found[0]


@pytest.mark.parametrize(
    ("arrow", "neighbour"),
    [
        ("ArrowUp", "north"),
        ("ArrowDown", "south"),
        ("ArrowLeft", "west"),
        ("ArrowRight", "east"),
        ("Home", "middle"),
        ("End", "slanted"),
    ],
)
def test_an_arrow_leads_to_the_nearest_province_in_its_direction(scripts: Page, arrow: str, neighbour: str) -> None:
    assert scripts.evaluate(NEIGHBOURS, arrow) == neighbour


class TestPlaying:
    def test_it_ends_at_the_last_year(self, scripts: Page) -> None:
        played = self.play(scripts, start=0, loop=False, steps=4)
        assert played["seen"] == [1, 2]
        assert played["stopped"] == 1
        assert not played["playing"]

    def test_from_the_last_year_it_begins_anew(self, scripts: Page) -> None:
        assert self.play(scripts, start=2, loop=False, steps=1)["seen"] == [0, 1]

    def test_a_loop_goes_on_with_the_first(self, scripts: Page) -> None:
        played = self.play(scripts, start=0, loop=True, steps=4)
        assert played["seen"] == [1, 2, 0, 1]
        assert played["playing"]

    def test_twice_the_speed_waits_half_as_long(self, scripts: Page) -> None:
        slow, fast = (self.play(scripts, start=0, loop=True, steps=1, speed=speed) for speed in (1, 2))
        assert fast["wait"] * 2 == slow["wait"]

    def play(self, page: Page, **how: Any) -> dict[str, Any]:
        played: dict[str, Any] = page.evaluate(PLAYING, {"speed": 1, **how})
        return played


@pytest.mark.parametrize("x", [0, 299, 599])
@pytest.mark.parametrize("y", [0, 399])
def test_the_card_stays_inside_the_map(scripts: Page, x: int, y: int) -> None:
    box = scripts.evaluate(
        """([x, y]) => {
          const holder = document.createElement("div");
          holder.style.cssText = "position:absolute;left:0;top:0;width:600px;height:400px";
          document.body.appendChild(holder);
          const map = {getContainer: () => holder, getSize: () => L.point(600, 400)};
          const card = AtlasCard.create(map);
          card.text("Kunduz\\nJamiat-i Islami", L.point(x, y));
          const {left, top, right, bottom, width} = holder.querySelector(".atlas-card").getBoundingClientRect();
          holder.remove();
          return {left, top, right, bottom, width};
        }""",
        [x, y],
    )
    assert box["width"] > 0
    assert box["left"] >= 0
    assert box["top"] >= 0
    assert box["right"] <= 600
    assert box["bottom"] <= 400


@pytest.mark.parametrize(("width", "height"), [(600, 400), (390, 300), (300, 500)])
def test_the_whole_country_is_fitted_into_the_map(scripts: Page, width: int, height: int) -> None:
    fitted = scripts.evaluate(
        """([width, height]) => {
          const holder = document.createElement("div");
          holder.style.cssText = `width:${width}px;height:${height}px`;
          document.body.appendChild(holder);
          const map = L.map(holder, {center: [0, 0], zoom: 2, zoomSnap: 0.25});
          AtlasStage.fit(map, [[29, 60], [39, 75]]);
          const inside = map.getBounds().contains([[29, 60], [39, 75]]);
          const size = map.getSize();
          const [low, high] = [[29, 60], [39, 75]].map((at) => map.latLngToContainerPoint(at));
          const used = Math.max((high.x - low.x) / size.x, (low.y - high.y) / size.y);
          map.remove();
          holder.remove();
          return {inside, used};
        }""",
        [width, height],
    )
    assert fitted["inside"]
    assert fitted["used"] > 0.75, "a quarter of a zoom step is the most that is left"
