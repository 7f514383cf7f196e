"""A page that is opened from disk, with the network cut off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from dashboard.edition import edition_of
from dashboard.parts.words import CallWords
from geodata import Atlas
from geodata.frames import records
from geodata.looks import colouring_of


def painted_and_named(atlas: Atlas, period_id: str) -> list[list[str]]:
    """Id, fill and accessible name of each province, as the calls of the atlas have them."""
    meaning, words = colouring_of("faction", atlas), CallWords(edition_of(atlas))
    return sorted(
        [call["province_id"], f"url(#{meaning.shown(call).look.id})", words.label(call, atlas.period(period_id))]
        for call in records(atlas.control(period_id))
    )


@contextmanager
def opened(
    browser: Browser, path: Path, query: str = "", width: int = 1280, height: int = 900, **options: object
) -> Iterator[Page]:
    """Open a file; afterwards it must have asked for nothing but itself, and no script may have failed."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
    asked: list[str] = []
    errors: list[str] = []

    def only_itself(route: Route) -> None:
        address = route.request.url
        if address.partition("?")[0] == path.as_uri() or address.startswith("data:"):
            route.continue_()
        else:
            asked.append(address)
            route.abort()

    context.route("**/*", only_itself)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    # What the Content-Security-Policy holds back is told on the console.
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{path.as_uri()}{query}")
    yield page
    context.close()
    assert asked == [], f"something else was asked for: {asked}"
    assert errors == [], f"a script failed on the page: {errors}"
