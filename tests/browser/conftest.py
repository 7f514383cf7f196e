"""The real page in a real browser, with every foreign host blocked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Locator, Page, Route, expect

from tests.browser.waiting import LIMIT_SECONDS, until
from tests.servers import SharedServer, serving

LIMIT_MILLISECONDS = 1000 * LIMIT_SECONDS

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


@pytest.fixture
def new_page(browser: Browser, server: str) -> Iterator[Callable[..., AtlasPage]]:
    contexts = []
    pages: list[AtlasPage] = []

    def make(width: int = 1280, height: int = 900, address: str | None = None, **options: object) -> AtlasPage:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        context.set_default_timeout(LIMIT_MILLISECONDS)
        contexts.append(context)
        atlas_page = AtlasPage(context.new_page(), address or server)
        own_host = urlsplit(atlas_page.address).netloc

        def block_foreign(route: Route) -> None:
            parts = urlsplit(route.request.url)
            if parts.scheme in ("data", "blob") or parts.netloc == own_host:
                route.continue_()
            else:
                atlas_page.foreign_requests.append(route.request.url)
                route.abort()

        context.route("**/*", block_foreign)
        atlas_page.page.on("pageerror", lambda error: atlas_page.script_errors.append(str(error)))
        pages.append(atlas_page)
        return atlas_page

    yield make
    for context in contexts:
        context.close()
    assert [page.foreign_requests for page in pages] == [[] for _ in pages], "a foreign host was asked"
    assert [page.script_errors for page in pages] == [[] for _ in pages], "a script failed on the page"


@pytest.fixture
def atlas_page(new_page: Callable[..., AtlasPage]) -> AtlasPage:
    return new_page()
