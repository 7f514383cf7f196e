"""The atlases of the gallery in a browser: every view of each, with nothing of another atlas and nothing that fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

import geodata
from dashboard.edition import edition_of
from dashboard.state import views_of
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled
from tests.gallery import ATLASES, CREDIT, atlas_of, faults
from tests.servers import running_server

pytestmark = pytest.mark.slow


@pytest.fixture(params=ATLASES)
def served(request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    with running_server(atlas_of(request.param)) as address:
        yield request.param, address


def test_every_view(served: tuple[str, str], new_page: Callable[..., AtlasPage]) -> None:
    name, address = served
    atlas = geodata.load(atlas_of(name))
    edition = edition_of(atlas)
    period = atlas.periods[-1].id
    call = next(one for one in atlas.control(period).itertuples() if one.status == "held")
    page = new_page(address=address, width=1366, height=768)
    failed: list[str] = []
    page.page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    page.open(f"?period={period}&province={call.province_id}")
    expect(page.evidence).to_contain_text(call.name)
    expect(page.map.locator(".leaflet-control-attribution")).to_contain_text(CREDIT)
    for view in views_of(edition):
        page.page.get_by_role("radio", name=edition.words(f"view-{view}"), exact=True).click()
        expect(page.page).to_have_title(re.compile(f"^{re.escape(edition.words(f'view-{view}'))} · "))
        expect(page.page.locator("[data-testid=stException]")).to_have_count(0)
        seen = settled(page.page, lambda: page.page.locator("body").inner_text())
        assert list(faults(seen, name)) == [], view
    assert failed == []
