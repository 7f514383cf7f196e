"""The real page in a real browser, with every foreign host blocked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Locator, Page, Request, expect

from tests.browser.waiting import LIMIT_SECONDS, until
from tests.servers import SharedServer, serving

LIMIT_MILLISECONDS = 1000 * LIMIT_SECONDS

EMULATED = ("color_scheme", "reduced_motion", "forced_colors")
"""What a page can pretend alone; all else is of its context."""

expect.set_options(timeout=LIMIT_MILLISECONDS)


@pytest.fixture(scope="session")
def shared_server() -> Iterator[SharedServer]:
    shared = SharedServer(serving())
    yield shared
    shared.end()


@pytest.fixture
def server(shared_server: SharedServer) -> str:
    """Address of the built-in atlas; asked for by each test, so that a failed start is the failure of one."""
    return shared_server.address()


@dataclass
class AtlasPage:
    """The page as a reader meets it."""

    page: Page
    address: str
    foreign_requests: list[str] = field(default_factory=list)
    script_errors: list[str] = field(default_factory=list)

    def open(self, query: str = "") -> AtlasPage:
        self.page.goto(f"{self.address}/{query}")
        expect(self.map.locator(".atlas-map")).to_have_attribute("data-ready", "true")
        expect(self.page.locator("#atlas-opening")).to_have_count(0)
        return self

    @property
    def map(self):  # type: ignore[no-untyped-def]
        return self.page.frame_locator('[data-testid="stCustomComponentV1"]')

    @property
    def frame(self) -> Frame:
        return next(frame for frame in self.page.frames if "streamlit_folium" in frame.url)

    @property
    def slider(self) -> Locator:
        return self.page.get_by_role("slider", name="Year")

    @property
    def legend(self) -> Locator:
        return self.page.get_by_role("list", name="Factions", exact=True)

    @property
    def headline(self) -> Locator:
        return self.page.locator("[data-atlas-headline]")

    def layer(self, name: str) -> Locator:
        """The box of a layer; the menu that it is in is open afterwards."""
        box = self.page.get_by_role("checkbox", name=name)
        if not box.is_visible():
            self.page.locator("details.layers > summary").click()
        return box

    @property
    def evidence(self) -> Locator:
        return self.page.locator("#atlas-evidence")

    def province(self, province_id: str) -> Locator:
        return self.map.locator(f'path[data-province="{province_id}"]')

    def provinces(self) -> list[dict[str, str]]:
        return self.frame.evaluate(
            "[...document.querySelectorAll('path[data-province]')].map(path => ({...path.dataset,"
            " label: path.getAttribute('aria-label'), fill: path.getAttribute('fill')}))"
        )

    def parameters(self) -> dict[str, str]:
        return {key: values[0] for key, values in parse_qs(urlsplit(self.page.url).query).items()}

    def expect_parameters(self, **wanted: str) -> None:
        until(self.page, lambda: self.parameters() == wanted, f"{wanted} in the address")


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Contexts]:
    shared = Contexts(browser)
    yield shared
    shared.close()


@dataclass
class Contexts:
    """Contexts of the browser, one for each kind of screen: what one page has loaded the next one has at hand."""

    browser: Browser
    opened: dict[frozenset[tuple[str, object]], BrowserContext] = field(default_factory=dict)

    def page(self, width: int, height: int, **options: object) -> Page:
        media = {
            name: options.pop(name) for name in ("color_scheme", "reduced_motion", "forced_colors") if name in options
        }
        kind = frozenset(options.items())
        if kind not in self.opened:
            self.opened[kind] = self.browser.new_context(**options)  # type: ignore[arg-type]
            self.opened[kind].set_default_timeout(LIMIT_MILLISECONDS)
        page = self.opened[kind].new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**media)  # type: ignore[arg-type]
        return page

    def forget(self) -> None:
        """What a test left behind for the next one."""
        for context in self.opened.values():
            for page in context.pages:
                page.close()
            context.set_offline(False)
            context.set_storage_state({"cookies": [], "origins": []})
            context.clear_permissions()

    def close(self) -> None:
        for context in self.opened.values():
            context.close()


@pytest.fixture
def new_page(contexts: Contexts, server: str) -> Iterator[Callable[..., AtlasPage]]:
    pages: list[AtlasPage] = []

    def make(width: int = 1280, height: int = 900, address: str | None = None, **options: object) -> AtlasPage:
        atlas_page = AtlasPage(contexts.page(width, height, **options), address or server)

        def note_foreign(request: Request) -> None:
            parts = urlsplit(request.url)
            if parts.scheme not in ("data", "blob") and parts.netloc != urlsplit(atlas_page.address).netloc:
                atlas_page.foreign_requests.append(request.url)

        # The browser was started so that it finds no host but this machine.
        atlas_page.page.on("request", note_foreign)
        atlas_page.page.on("pageerror", lambda error: atlas_page.script_errors.append(str(error)))
        pages.append(atlas_page)
        return atlas_page

    yield make
    contexts.forget()
    assert [page.foreign_requests for page in pages] == [[] for _ in pages], "a foreign host was asked"
    assert [page.script_errors for page in pages] == [[] for _ in pages], "a script failed on the page"


@pytest.fixture
def atlas_page(new_page: Callable[..., AtlasPage]) -> AtlasPage:
    return new_page()
