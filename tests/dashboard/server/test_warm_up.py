"""What is made before the first reader comes is what that reader is sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard import assets, edition, served
from dashboard.parts import headline, legend
from dashboard.served import FOLDER_VARIABLE
from dashboard.server import opening_page
from dashboard.server.warm_up import warm_up
from dashboard.shell import find
from dashboard.views.map import html

PAGE = Path(str(dashboard.__file__)).parent / "shell" / "page.py"

MADE_BEFORE = {
    assets._map_assets, assets.map_calls, legend.legend_html, legend.key_html, legend.legend_css, legend.all_looks,
    find.findable, headline.headline, opening_page.picture_html, html.headline_html, html.year_html, html.side_html,
    html.tools_html,
}  # fmt: skip


@pytest.fixture(autouse=True)
def forget() -> None:
    edition.forget_editions()
    served._served_atlas.cache_clear()


def made(kept: edition.Edition) -> dict[str, int]:
    """How often each of the functions had to make something."""
    raw = {function.__wrapped__ for function in MADE_BEFORE}  # type: ignore[attr-defined]
    return {one.__name__: cache.cache_info().misses for one, cache in kept._kept.items() if one in raw}  # type: ignore[attr-defined]


def test_the_first_reader_waits_for_nothing_that_could_have_been_made_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    warm_up()
    kept = edition.edition_of(served.served_atlas())
    before = made(kept)
    assert len(before) == len(MADE_BEFORE)
    page = AppTest.from_file(str(PAGE), default_timeout=120).run()
    assert not page.exception
    assert made(kept) == before


def test_a_broken_atlas_is_left_to_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "nowhere"))
    warm_up()
    page = AppTest.from_file(str(PAGE), default_timeout=60).run()
    assert not page.exception
    assert "nowhere" in "".join(str(one.proto.body) for one in page.get("html"))
