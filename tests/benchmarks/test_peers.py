"""The peers' pages work: they follow the slider, or hold every period from the start."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import geodata
from benchmarks.apps import ATLAS, FLOOR, PLAIN, PLOTLY, PUBLISHED, ROOT, TIME_SLIDER, WELL_WRITTEN, applications
from benchmarks.peers import FOLDER_VARIABLE, STOPS_VARIABLE
from benchmarks.peers.plotly_animated import figure
from benchmarks.servers import serving
from tests.made_up import Folder

pytestmark = pytest.mark.slow

PEERS = ROOT / "benchmarks" / "peers"


@pytest.fixture(autouse=True)
def nothing_cached() -> Iterator[None]:
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.mark.parametrize("name", [PLAIN, WELL_WRITTEN])
def test_st_folium_pages_follow_the_slider(name: str, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder.path))
    page = AppTest.from_file(str(PEERS / f"{name}.py"), default_timeout=30).run()
    assert not page.exception
    before = panel(page)
    assert page.select_slider[0].label == "Year"
    moved = page.select_slider[0].set_value(geodata.load(folder.path).periods[-1].id).run()
    assert not moved.exception
    assert panel(moved) != before


def test_floor_prints_the_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STOPS_VARIABLE, "a b c")
    page = AppTest.from_file(str(PEERS / "floor.py")).run()
    assert [one.value for one in page.markdown] == ["a"]
    page.select_slider[0].set_value("c").run()
    assert [one.value for one in page.markdown] == ["c"]


def test_the_saved_page_holds_the_style_of_every_province_in_every_period(folder: Folder) -> None:
    periods = geodata.load(folder.path).periods
    (app,) = (app for app in applications([period.id for period in periods], folder.path) if app.name == TIME_SLIDER)
    with serving(app) as server, urllib.request.urlopen(server.address, timeout=30) as answer:
        page = answer.read().decode()
    begin = re.search(r"let styledict\s*=\s*", page)
    assert begin
    styles, _ = json.JSONDecoder().raw_decode(page, begin.end())
    provinces = geodata.load(folder.path).control(periods[0].id)
    assert len(styles) == len(provinces)
    assert {len(one) for one in styles.values()} == {len(periods)}
    assert all(re.fullmatch("#[0-9a-fA-F]{6}", style["color"]) for one in styles.values() for style in one.values())


def test_the_published_page_is_the_atlas_asked_for(folder: Folder) -> None:
    atlas = geodata.load(folder.path)
    apps = applications([period.id for period in atlas.periods], folder.path)
    (app,) = (app for app in apps if app.name == PUBLISHED)
    with serving(app) as server, urllib.request.urlopen(server.address, timeout=30) as answer:
        page = answer.read().decode()
    assert f"<title>{atlas.title}</title>" in page
    assert 'id="atlas-data"' in page


def test_the_animation_has_a_frame_for_each_period(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder.path))
    st.cache_resource.clear()
    st.cache_data.clear()
    labels = [period.label for period in geodata.load(folder.path).periods]
    made = figure()
    assert [frame.name for frame in made.frames] == labels
    assert [step.label for step in made.layout.sliders[0].steps] == labels
    assert all(sum(len(trace.locations) for trace in frame.data) for frame in made.frames)


def test_every_application_has_its_files() -> None:
    apps = applications(["a", "b"])
    assert [app.name for app in apps] == [ATLAS, FLOOR, WELL_WRITTEN, PLAIN, TIME_SLIDER, PUBLISHED, PLOTLY]
    for app in apps:
        module, scripts = app.started_by[1], [part for part in app.started_by if part.endswith(".py")]
        assert find_spec(module) is not None, app.name
        assert all(Path(script).is_file() for script in scripts), app.name
    assert all((PEERS / f"{app.name}.py").is_file() for app in apps if app.name != ATLAS)


def panel(page: AppTest) -> list[str]:
    return [str(one.proto.body) for one in page.get("html")]
