"""What is made before the first reader comes is what that reader is sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard import assets, served
from dashboard.parts import legend, province
from dashboard.served import FOLDER_VARIABLE
from dashboard.server import opening_page
from dashboard.server.warm_up import warm_up
from dashboard.shell import find

PAGE = Path(str(dashboard.__file__)).parent / "shell" / "page.py"

MADE_ONCE = (
    assets._map_assets, assets.map_calls, legend.legend_html, legend.key_html, legend.legend_css, legend.all_looks,
    find.findable, province.call_html,
)  # fmt: skip


@pytest.fixture(autouse=True)
def forget() -> None:
    for function in (*MADE_ONCE, opening_page.picture_html, served._served_atlas):
        function.cache_clear()


def test_the_first_reader_waits_for_nothing_that_could_have_been_made_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    warm_up()
    made = {function: function.cache_info().misses for function in MADE_ONCE}
    page = AppTest.from_file(str(PAGE), default_timeout=60).run()
    assert not page.exception
    assert {function: function.cache_info().misses for function in MADE_ONCE} == made


def test_a_broken_atlas_is_left_to_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "nowhere"))
    warm_up()
    page = AppTest.from_file(str(PAGE), default_timeout=60).run()
    assert not page.exception
    assert "nowhere" in "".join(str(one.proto.body) for one in page.get("html"))
