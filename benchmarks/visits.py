"""A page in a real browser, watched by the probe."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Timer
from typing import Any
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Browser, Error, Page, Playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from benchmarks.apps import App
from benchmarks.figures import Times, final_change
from tests.browser.chromium import FLAGS, installed

NO_FOREIGN_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
VIEW = {"width": 1280, "height": 900}
PROBE = Path(__file__).with_name("probe.js")
VIEW_SHOWN = Path(__file__).with_name("view-shown.js")
SETTLED_MS = 600
STEP_MS = 150
REST_SECONDS = 25
"""How long a page is waited for."""
FROZEN_SECONDS = 15
"""How much longer a page that takes no message is left alone before its process is ended."""
STREAMLIT, COMPONENT, OWN, DOCUMENT = "streamlit", "component", "own", "document"
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
        Bytes that came over the network by part (Streamlit's bundle, the component's, the application's own, the
        document, which is Streamlit's and may have more in it), as sent, compressed where the server compresses.
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
    """What one press of a key took.

    Attributes
    ----------
    map : Times or None
        None on a page without a map.
    panel : Times
    received, sent : int
        Payload of the websocket before compression.
    longest : float
        Milliseconds of the longest task of the page and its frames, 0 if none took more than 50.
    """

    map: Times | None
    panel: Times
    received: int
    sent: int
    longest: float

    @property
    def answer(self) -> Times:
        """The map, or on a page without one the panel."""
        return self.map or self.panel


class Visit:
    """One reader on one application, with an empty cache.

    Parameters
    ----------
    browser : Browser
    app : App
    address : str
        Of its server.
    limit : float
        Seconds to wait for the page after its opening and after each move.
    """

    def __init__(self, browser: Browser, app: App, address: str, limit: float = REST_SECONDS) -> None:
        self.app, self.address, self.limit = app, address, limit
        self.traffic = Traffic()
        self.context = browser.new_context(viewport=VIEW)  # type: ignore[arg-type]
        watched = {"panel": app.panel, "mapIn": app.map_in, "picture": app.picture}
        self.stop = 0
        self.context.add_init_script(f"({PROBE.read_text(encoding='utf-8').strip()})({json.dumps(watched)})")
        self.page: Page = self.context.new_page()
        session = browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        self._process = next(int(process["id"]) for process in processes if process["type"] == "browser")
        session.detach()
        self._count_traffic()

    def open(self) -> dict[str, Times]:
        """Open the page and wait until it is at rest.

        Gives the first time of map and panel after the opening, and of the picture that stood for the map, if any.
        """
        with self._not_frozen("its opening"):
            self.page.goto(self.address, wait_until="commit")
            self._rest("its opening")
            moments = self._moments()
        pictures = [
            one for one in moments if one["what"] == "picture" and not one["empty"] and one["painted"] is not None
        ]
        seen = {what: final_change(moments, what, 0) for what in self._seen}
        return seen | ({"picture": final_change(pictures, "picture", 0)} if pictures else {})

    def longest_block(self) -> float:
        """Milliseconds of the longest task since the opening or the last key, 0 if none took more than 50."""
        return round(float(self.page.evaluate("benchmark.longestBlock()")), 1)

    def move(self, key: str) -> Move:
        """Press a key on the year slider and wait until the page is at rest again."""
        with self._not_frozen("a move"):
            return self._move(key)

    def tick(self, box: str) -> Move:
        """Tick a box, or take the tick out, by the space bar; and wait until the page is at rest again."""
        with self._not_frozen("a tick"):
            self.page.bring_to_front()
            self.page.locator(box).focus()
            return self._answered(lambda: self.page.keyboard.press("Space"), "a tick")

    def look_at(self, view: str) -> float:
        """Turn to a view of the atlas that has a map; milliseconds from the press until its map was on the screen."""
        with self._not_frozen("turning to a view"):
            self.page.wait_for_timeout(STEP_MS)
            self.page.evaluate(f"({VIEW_SHOWN.read_text(encoding='utf-8').strip()})({json.dumps(view)})")
            self.turn_to(view)
            shown: float = self.page.evaluate("benchmark.shown ?? 0")
        if not shown:
            raise TimeoutError(f"showed no map within {self.limit:g} s of turning to the view {view}")
        return round(shown, 1)

    def turn_to(self, view: str) -> None:
        """Turn to a view of the atlas and wait until nothing has happened in the page for a while."""
        self.page.bring_to_front()
        self.page.locator(f'[data-view="{view}"]').click()
        with suppress(PlaywrightTimeout):
            self.page.wait_for_function("() => benchmark.shown !== null", polling=STEP_MS, timeout=1000 * self.limit)
        self.page.wait_for_timeout(2 * SETTLED_MS)

    def in_map(self, script: str, given: object = None) -> Any:
        """Run a script, a function of what is given, in the frame of the map of the atlas."""
        frame = next(frame for frame in self.page.frames if "streamlit_folium" in frame.url)
        return frame.evaluate(script, given)

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
        with suppress(TimeoutError), self._not_frozen("its end", FROZEN_SECONDS):
            self.context.close()

    def _move(self, key: str) -> Move:
        self.page.bring_to_front()
        self.stop += 1 if key == "ArrowRight" else -1
        slider = self.page.locator(self.app.slider)
        if self.app.moved_by == "key":
            slider.first.focus()

        def press() -> None:
            if self.app.moved_by == "key":
                self.page.keyboard.press(key)
                return
            width = (slider.bounding_box() or {"width": 0})["width"]
            share = self.stop / (self.app.stops - 1)
            slider.click(force=True, position={"x": 1 + (width - 2) * share, "y": 5})

        return self._answered(press, "a move")

    def _answered(self, press: Callable[[], None], after: str) -> Move:
        """Press something, and note when map and panel had changed for good."""
        self.page.wait_for_timeout(STEP_MS)
        self.page.evaluate("benchmark.keys.length = benchmark.moments.length = benchmark.blocks.length = 0")
        received, sent = self.traffic.received, self.traffic.sent
        press()
        self.page.wait_for_timeout(SETTLED_MS)
        self._rest(after)
        pressed: float | None = self.page.evaluate("benchmark.keys[0] ?? null")
        if pressed is None:
            raise ValueError("the page was not told of the key")
        moments = self._moments()
        return Move(
            map=final_change(moments, "map", pressed) if self.app.has_map else None,
            panel=final_change(moments, "panel", pressed),
            received=self.traffic.received - received,
            sent=self.traffic.sent - sent,
            longest=self.longest_block(),
        )

    def _moments(self) -> list[Mapping[str, Any]]:
        moments: list[Mapping[str, Any]] = self.page.evaluate("benchmark.moments")
        return moments

    @contextmanager
    def _not_frozen(self, after: str, seconds: float | None = None) -> Iterator[None]:
        """End the processes of the page if it is still frozen long after the limit: nothing else stops it."""
        ended = Event()

        def end() -> None:
            ended.set()
            for process in psutil.Process(self._process).children(recursive=True):
                with suppress(psutil.Error):
                    if "--type=renderer" in process.cmdline():
                        process.kill()

        timer = Timer(self.limit + FROZEN_SECONDS if seconds is None else seconds, end)
        timer.start()
        try:
            yield
        except Error:
            if ended.is_set():
                raise TimeoutError(f"did not come to rest within {self.limit:g} s of {after}") from None
            raise
        finally:
            timer.cancel()

    @property
    def _seen(self) -> list[str]:
        return ["map", "panel"] if self.app.has_map else ["panel"]

    def _rest(self, after: str) -> None:
        """Wait until map and panel have changed and nothing has happened for a while; the page may be frozen."""
        try:
            self.page.wait_for_function(
                "([needed, quiet]) => window.benchmark && benchmark.atRest(needed, quiet)",
                arg=[self._seen, SETTLED_MS],
                polling=STEP_MS,
                timeout=1000 * self.limit,
            )
        except PlaywrightTimeout:
            raise TimeoutError(f"did not come to rest within {self.limit:g} s of {after}") from None

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
    >>> part_of("/")
    'document'
    """
    if path == "/":
        return DOCUMENT
    if path.startswith("/component/"):
        return COMPONENT
    if path.startswith(("/atlas/", "/leaflet/", "/media/", "/d3/", "/topojson/")):
        return OWN
    return STREAMLIT


def size(payload: str | bytes) -> int:
    """Bytes of a websocket message."""
    return len(payload.encode()) if isinstance(payload, str) else len(payload)
