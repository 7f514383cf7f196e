"""The probe in a real browser: what changed, what stood in the way, and a page that never answers."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from benchmarks import visits
from benchmarks.apps import ROOT, App
from benchmarks.visits import Visit
from tests.benchmarks.pages import served

pytestmark = pytest.mark.browser

APP = App("made", "made up", ROOT / "none.py", panel=".panel")
PAGE = """<input type="range" max="3" value="0"><p class="panel">0</p><p id="other"></p>
<iframe src="/frame" sandbox="allow-scripts allow-same-origin"></iframe>
<script>
document.querySelector("input").addEventListener("input", (event) => {
  ACTION
});
</script>"""
FRAME = """<div class="leaflet-container"><svg><path fill="#000000" d="M0,0h9v9z"/></svg></div>
<script>
window.show = (number, milliseconds) => setTimeout(() => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
  document.querySelector("path").setAttribute("fill", "#00000" + number);
});
</script>"""
PANEL = 'document.querySelector(".panel").textContent = event.target.value;'
BUSY_MS = 200


def pages(action: str) -> dict[str, bytes]:
    return {"/": PAGE.replace("ACTION", action).encode(), "/frame": FRAME.encode()}


def test_a_task_of_the_frame_that_blocks_the_page_is_told(browser: Browser) -> None:
    action = PANEL + f"frames[0].show(event.target.value, event.target.value === '1' ? {BUSY_MS} : 0);"
    with served(pages(action)) as address, closing(Visit(browser, APP, address)) as visit:
        assert set(visit.open()) == {"map", "panel"}
        blocked, free = visit.move("ArrowRight"), visit.move("ArrowRight")
    assert blocked.longest >= BUSY_MS
    assert blocked.map
    assert blocked.map.changed >= BUSY_MS, "the map changed after the block"
    assert blocked.answer == blocked.map
    assert free.longest < blocked.longest, "a block counts for its own move"


def test_a_picture_that_stands_for_the_map_is_told(browser: Browser) -> None:
    script = b"setTimeout(() => document.querySelector('.opening').remove(), 300)"
    picture = b'<div class="opening"><svg><rect width="9" height="9"/></svg></div><script>' + script + b"</script>"
    found = pages(PANEL)
    found["/"] = picture + found["/"]
    with served(found) as address:
        with closing(Visit(browser, replace(APP, picture=".opening svg"), address)) as visit:
            assert set(visit.open()) == {"map", "panel", "picture"}
        with closing(Visit(browser, APP, address)) as visit:
            assert set(visit.open()) == {"map", "panel"}


def test_a_page_that_does_not_answer_is_told(browser: Browser) -> None:
    with served(pages(PANEL)) as address, closing(Visit(browser, APP, address)) as visit:
        # A busy machine may take its time over the opening.
        visit.open()
        visit.limit = 1
        with pytest.raises(TimeoutError, match="did not come to rest within 1 s of a move"):
            visit.move("ArrowRight")


def test_a_frozen_page_is_told(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "FROZEN_SECONDS", 3)
    action = f"setTimeout(() => {{ while (true); }}); {PANEL}"
    with served(pages(action)) as address, closing(Visit(browser, APP, address)) as visit:
        # A busy machine may take its time over the opening.
        visit.open()
        visit.limit = 1
        with pytest.raises(TimeoutError, match="did not come to rest"):
            visit.move("ArrowRight")


VIEWS = """<button data-view="map">Map</button><button data-view="compare">Compare</button>
<input type="range" max="3" value="0"><p class="panel">0</p>
<iframe id="map" src="/frame"></iframe><iframe id="compare" src="/both" style="visibility: hidden"></iframe>
<script>
for (const button of document.querySelectorAll("button")) button.addEventListener("click", () => setTimeout(() => {
  for (const {id, style} of document.querySelectorAll("iframe")) {
    style.visibility = id === button.dataset.view ? "visible" : "hidden";
  }
  setTimeout(() => { frames[1].document.querySelector("div").dataset.ready = "true"; }, BUSY);
}, BUSY));
</script>"""


def test_a_view_is_shown_when_its_own_map_stands(browser: Browser) -> None:
    found = {
        "/": VIEWS.replace("BUSY", str(BUSY_MS)).encode(),
        "/frame": FRAME.replace('container"', 'container atlas-map" data-ready="true"').encode(),
        "/both": FRAME.replace('class="leaflet-container"', 'class="leaflet-container atlas-compare"').encode(),
    }
    with served(found) as address, closing(Visit(browser, APP, address)) as visit:
        visit.open()
        first, back, again = (visit.look_at(view) for view in ("compare", "map", "compare"))
    assert first >= 2 * BUSY_MS, "its frame was shown before its maps were ready"
    assert BUSY_MS <= back < first
    assert again < first


def test_a_view_that_shows_no_map_is_told(browser: Browser) -> None:
    found = {"/": VIEWS.replace("BUSY", "9e6").encode(), "/frame": FRAME.encode(), "/both": FRAME.encode()}
    with served(found) as address, closing(Visit(browser, APP, address)) as visit:
        visit.open()
        visit.limit = 2
        with pytest.raises(TimeoutError, match="no map within 2 s of turning to the view compare"):
            visit.look_at("compare")
