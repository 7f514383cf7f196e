"""The page as a whole: address, views, widths, accessibility, no network, bad input."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from geodata.tables.template import write_template
from tests.browser.axe import violations
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled
from tests.servers import running, running_server

APP = Path(__file__).parents[2] / "dashboard" / "server" / "app.py"
STREAMLIT_RUN = (sys.executable, "-m", "streamlit", "run", str(APP), "--server.port")


def test_nonsense_in_the_address_falls_back_and_goes(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1802&province=atlantis&colour=plaid&view=x")
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1985")
    atlas_page.expect_parameters()


def test_an_address_opens_the_state_it_names(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1987&province=herat")
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1987")
    expect(atlas_page.province("herat")).to_have_attribute("aria-pressed", "true")
    expect(atlas_page.province("herat")).to_have_attribute("data-status", "held")
    atlas_page.expect_parameters(period="1987", province="herat")


def test_definition_of_control_is_beside_the_map(atlas_page: AtlasPage) -> None:
    atlas_page.open()
    expect(atlas_page.page.locator(".definition")).to_contain_text(
        "The strongest organised presence in the countryside that the cited sources describe"
    )


def test_the_method_is_one_step_away_and_the_choice_survives(atlas_page: AtlasPage) -> None:
    atlas_page.open("?period=1987&province=herat")
    atlas_page.page.get_by_role("radio", name="Method").click()
    expect(atlas_page.page.get_by_role("heading", name="How this atlas is made")).to_be_visible()
    atlas_page.expect_parameters(view="method", period="1987", province="herat")
    atlas_page.page.get_by_role("radio", name="Map", exact=True).click()
    expect(atlas_page.province("herat")).to_have_attribute("aria-pressed", "true")
    expect(atlas_page.slider).to_have_attribute("aria-valuetext", "1987")


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_nothing_scrolls_sideways(new_page: Callable[..., AtlasPage], width: int) -> None:
    page = new_page(width=width, height=844).open("?period=1988-89&province=kunduz")
    expect(page.evidence).to_be_visible()
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    inner = page.page.evaluate("(s => s.scrollWidth - s.clientWidth)(document.querySelector('[data-testid=stMain]'))")
    assert inner <= 0
    box = page.map.locator(".atlas-map").bounding_box()
    assert box is not None
    assert box["width"] > (0.6 if width > 900 else 0.9) * width


@pytest.mark.parametrize(("width", "query"), [(1280, ""), (768, ""), (390, ""), (390, "?show=towns&lang=fa")])
def test_the_map_shows_every_province_whole(new_page: Callable[..., AtlasPage], width: int, query: str) -> None:
    page = new_page(width=width, height=844).open(query)
    # The frame takes its height only after the map was fitted to it.
    expect(page.page.locator(".atlas-footer")).to_be_visible()
    settled(page.page, page.map.locator(".atlas-map").bounding_box)
    box = page.map.locator(".atlas-map").bounding_box()
    credit = page.map.locator(".leaflet-control-attribution").bounding_box()
    assert box is not None
    assert credit is not None
    lowest = box["y"] + box["height"] if width > 700 else credit["y"]
    for path in page.map.locator("path[data-province]").all():
        drawn = path.bounding_box()
        assert drawn is not None
        assert drawn["y"] >= box["y"]
        assert drawn["y"] + drawn["height"] <= lowest
        assert drawn["x"] >= box["x"]
        assert drawn["x"] + drawn["width"] <= box["x"] + box["width"]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "query", ["?period=1988-89&province=kunduz", pytest.param("?view=method", marks=pytest.mark.slow)]
)
def test_axe_finds_nothing(new_page: Callable[..., AtlasPage], width: int, scheme: str, query: str) -> None:
    page = new_page(width=width, height=844, color_scheme=scheme)
    if "method" in query:
        page.page.goto(f"{page.address}/{query}")
        expect(page.page.get_by_role("heading", name="How this atlas is made")).to_be_visible()
    else:
        page.open(query)
        expect(page.evidence).to_be_visible()
        assert page.frame.evaluate("document.documentElement.dataset.theme") == scheme
    # axe looks into the frame of the map as well: it is of the same origin.
    assert violations(page.page) == []


def test_what_is_chosen_shows_in_forced_colours_too(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(forced_colors="active").open("?period=1987&show=events")
    ground = "one => getComputedStyle(one).backgroundColor"
    one, another = (page.page.get_by_role("radio", name=name, exact=True) for name in ("Map", "Compare"))
    expect(one).to_be_visible()
    assert one.evaluate(ground) != another.evaluate(ground)


def test_a_touch_opens_the_evidence_on_a_phone(new_page: Callable[..., AtlasPage]) -> None:
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True).open("?period=1988-89")
    # The page is whole, so nothing moves under the finger.
    expect(page.page.locator(".atlas-footer")).to_be_visible()
    page.province("kandahar").tap()
    expect(page.evidence.get_by_role("heading", level=2)).to_have_text("Evidence: Kandahar, 1988–89")


def test_another_atlas_is_shown_without_code(new_page: Callable[..., AtlasPage], tmp_path: Path) -> None:
    folder = write_template(tmp_path / "squareland")
    with running_server(folder) as address:
        page = new_page(address=address).open()
        assert {one["province"] for one in page.provinces()} == {"north", "south"}
        page.slider.press("ArrowRight")
        # The coast became a province in 1905.
        expect(page.province("coast")).to_have_attribute("data-faction", "greens")
        assert {one["province"] for one in page.provinces()} == {"north", "south", "coast"}
        page.page.close()


def test_what_readers_have_no_use_for_is_switched_off(atlas_page: AtlasPage) -> None:
    """Streamlit offers whoever sits at the server's own machine to deploy the page, unless its settings are found."""
    atlas_page.open()
    expect(atlas_page.page.get_by_test_id("stAppDeployButton")).to_have_count(0)


def test_streamlit_alone_shows_the_built_in_atlas_with_its_settings(new_page: Callable[..., AtlasPage]) -> None:
    with running(STREAMLIT_RUN) as address:
        page = new_page(address=address).open("?period=1987")
        assert len(page.provinces()) == 29
        expect(page.page.get_by_test_id("stAppDeployButton")).to_have_count(0)
        page.page.close()
