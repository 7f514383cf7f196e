"""What is made before the first reader comes is what that reader is sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard
import geodata
from dashboard import assets, edition
from dashboard.app_context import set_atlas
from dashboard.parts import headline, legend
from dashboard.server import opening_page
from dashboard.server.brotli_cache import BrotliCache
from dashboard.server.warm_up import warm_up
from dashboard.shell import find
from dashboard.views.map import html

PAGE = Path(str(dashboard.__file__)).parent / "server" / "page.py"

MADE_BEFORE = {
    assets._map_assets, assets.map_calls, legend.legend_html, legend.key_html, legend.legend_css, legend.all_looks,
    find.findable_asset, headline, opening_page.picture_html, html.headline_html, html.year_html, html.side_html,
    html.tools_html,
}  # fmt: skip


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    edition.clear_editions()
    yield
    set_atlas(None)


def made(found: edition.Edition) -> dict[str, int]:
    """How often each of the functions had to make something."""
    raw = {function.__wrapped__ for function in MADE_BEFORE}  # type: ignore[attr-defined]
    return {one.__name__: cache.cache_info().misses for one, cache in found._caches.items() if one in raw}  # type: ignore[attr-defined]


def test_the_first_reader_waits_for_nothing_that_could_have_been_made_before(afghanistan: geodata.Atlas) -> None:
    set_atlas(afghanistan)
    warm_up(afghanistan, BrotliCache())
    found = edition.edition_of(afghanistan)
    before = made(found)
    assert len(before) == len(MADE_BEFORE)
    page = AppTest.from_file(str(PAGE), default_timeout=120).run()
    assert not page.exception
    assert made(found) == before
