"""A page in a real browser, watched by the probe."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright

from benchmarks.apps import App
from benchmarks.figures import Times, final_change
from tests.browser.chromium import installed
from tests.browser.conftest import FLAGS

NO_FOREIGN_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
VIEW = {"width": 1280, "height": 900}
PROBE = Path(__file__).with_name("probe.js")
SETTLED_MS = 600
STEP_MS = 150
LONGEST_SECONDS = 25
STREAMLIT, COMPONENT, OWN = "streamlit", "component", "own"
FRAME_GAPS = """() => new Promise(resolve => {
    const at = [];
    const next = (time) => {
        at.push(time);
        if (at.length > 60) resolve(at.slice(1).map((one, index) => one - at[index]));
        else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
})"""


@contextmanager
def browsing(playwright: Playwright) -> Iterator[Browser]:
    """A browser process of its own, which can reach this machine only."""
    browser = playwright.chromium.launch(executable_path=installed(), args=[*FLAGS, NO_FOREIGN_HOST])
    try:
        yield browser
    finally:
        browser.close()


@dataclass
class Traffic:
    """Bytes of a visit.

    Attributes
    ----------
    loaded : Counter
        Bytes that came over the network by part (Streamlit's bundle, the component's, the application's own), as sent,
        compressed where the server compresses.
    received, sent : int
        Payload of the websocket before compression.
    foreign : list of str
        Hosts other than this machine that were asked.
    """

    loaded: Counter[str] = field(default_factory=Counter)
    received: int = 0
    sent: int = 0
    foreign: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Move:
    """What one press of a key took."""

    map: Times | None
    panel: Times
    received: int
    sent: int


class Visit:
    """One reader on one application, with an empty cache.

    Parameters
    ----------
    browser : Browser
    app : App
    address : str
        Of its server.
    """

    def __init__(self, browser: Browser, app: App, address: str) -> None:
        self.app, self.address = app, address
        self.traffic = Traffic()
        self.context = browser.new_context(viewport=VIEW)  # type: ignore[arg-type]
        watched = {"panel": app.panel, "mapIn": app.map_in}
        self.stop = 0
        self.context.add_init_script(f"({PROBE.read_text(encoding='utf-8').strip()})({json.dumps(watched)})")
        self.page: Page = self.context.new_page()
        self._count_traffic()

    def open(self) -> dict[str, Times]:
        """Open the page and wait until it is at rest; gives the first time of map and panel after the opening."""
        self.page.goto(self.address, wait_until="commit")
        self._rest(0)
        moments = self._moments()
        seen = ("map", "panel") if self.app.has_map else ("panel",)
        return {what: final_change(moments, what, 0) for what in seen}

    def move(self, key: str) -> Move:
        """Press a key on the year slider and wait until the page is at rest again."""
        self.page.bring_to_front()
        self.stop += 1 if key == "ArrowRight" else -1
        slider = self.page.locator(self.app.slider)
        if self.app.moved_by == "key":
            slider.first.focus()
        self.page.wait_for_timeout(STEP_MS)
        self.page.evaluate("benchmark.keys.length = benchmark.moments.length = 0")
        received, sent = self.traffic.received, self.traffic.sent
        if self.app.moved_by == "key":
            self.page.keyboard.press(key)
        else:
            width = (slider.bounding_box() or {"width": 0})["width"]
            share = self.stop / (self.app.stops - 1)
            slider.click(force=True, position={"x": 1 + (width - 2) * share, "y": 5})
        self.page.wait_for_timeout(SETTLED_MS)
        pressed = self.page.evaluate("benchmark.keys[0]")
        self._rest(pressed)
        moments = self._moments()
        return Move(
            map=final_change(moments, "map", pressed) if self.app.has_map else None,
            panel=final_change(moments, "panel", pressed),
            received=self.traffic.received - received,
            sent=self.traffic.sent - sent,
        )

    def in_map(self, script: str) -> Any:
        """Run a script in the frame of the map of the atlas."""
        frame = next(frame for frame in self.page.frames if "streamlit_folium" in frame.url)
        return frame.evaluate(script)

    def heap_bytes(self) -> int:
        """Memory of the scripts of page and frames, after what is not needed any more is gone."""
        session = self.context.new_cdp_session(self.page)
        session.send("HeapProfiler.collectGarbage")
        used: float = session.send("Runtime.getHeapUsage")["usedSize"]
        session.detach()
        return int(used)

    def frame_ms(self) -> list[float]:
        """Milliseconds from one animation frame to the next, sixty times."""
        self.page.bring_to_front()
        gaps: list[float] = self.page.evaluate(FRAME_GAPS)
        return gaps

    def close(self) -> None:
        """End the visit."""
        self.context.close()

    def _moments(self) -> list[Mapping[str, Any]]:
        moments: list[Mapping[str, Any]] = self.page.evaluate("benchmark.moments")
        return moments

    def _rest(self, since: float) -> None:
        """Wait until map and panel have changed and nothing has happened for a while."""
        needed = {"map", "panel"} if self.app.has_map else {"panel"}
        deadline = time.monotonic() + LONGEST_SECONDS
        while time.monotonic() < deadline:
            self.page.wait_for_timeout(STEP_MS)
            moments, now = self.page.evaluate("[window.benchmark ? benchmark.moments : [], performance.now()]")
            last = {moment["what"]: moment for moment in moments if moment["changed"] >= since}
            there = {what for what, moment in last.items() if not moment["empty"] and moment["painted"] is not None}
            if needed <= there and now - max(moment["changed"] for moment in last.values()) > SETTLED_MS:
                return
        raise TimeoutError(f"{self.app.name} did not come to rest")

    def _count_traffic(self) -> None:
        own = urlsplit(self.address).netloc
        parts: dict[str, str] = {}
        session = self.context.new_cdp_session(self.page)

        def asked(event: dict[str, Any]) -> None:
            address = urlsplit(event["request"]["url"])
            parts[event["requestId"]] = part_of(address.path) if self.app.streamlit else OWN
            if address.scheme.startswith("http") and address.netloc != own:
                self.traffic.foreign.append(address.netloc)

        def loaded(event: dict[str, Any]) -> None:
            self.traffic.loaded[parts.get(event["requestId"], OWN)] += int(event["encodedDataLength"])

        session.on("Network.requestWillBeSent", asked)
        session.on("Network.loadingFinished", loaded)
        session.send("Network.enable")

        def received(payload: str | bytes) -> None:
            self.traffic.received += size(payload)

        def sent(payload: str | bytes) -> None:
            self.traffic.sent += size(payload)

        self.page.on("websocket", lambda ws: (ws.on("framereceived", received), ws.on("framesent", sent)))


def part_of(path: str) -> str:
    """Whose file an address path is.

    Examples
    --------
    >>> part_of("/static/js/index.js"), part_of("/component/streamlit_folium.st_folium/x.js"), part_of("/atlas/calls")
    ('streamlit', 'component', 'own')
    """
    if path.startswith("/component/"):
        return COMPONENT
    if path.startswith(("/atlas/", "/leaflet/", "/media/", "/d3/", "/topojson/")):
        return OWN
    return STREAMLIT


def size(payload: str | bytes) -> int:
    """Bytes of a websocket message."""
    return len(payload.encode()) if isinstance(payload, str) else len(payload)
