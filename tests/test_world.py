"""The made-up world through everything that shows an atlas."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import shape

import geodata
from dashboard.edition import Edition, edition_of
from dashboard.map import StaticMaps, calls_payload, geometry_payload
from dashboard.map.pack import pack_geometry
from dashboard.publish import publish
from tests.world import OWNERS, write_world


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> geodata.Atlas:
    return write_world(tmp_path_factory.mktemp("world") / "atlas").load()


@pytest.fixture(scope="module")
def edition(world: geodata.Atlas) -> Edition:
    return edition_of(world)


@pytest.fixture(scope="module")
def geometry(edition: Edition) -> dict[str, Any]:
    return geometry_payload(edition)


def outlines(geometry: dict[str, Any], number: int = 0) -> dict[str, shapely.Geometry]:
    return {
        one["id"]: shape({"type": "MultiPolygon", "coordinates": one["polygons"]})
        for one in geometry["geometries"][number]["provinces"]
    }


def test_nothing_must_be_mended_and_what_was_done_is_told(world: geodata.Atlas) -> None:
    told = {one.kind for one in world.package.warnings}
    assert told >= {"claimed-twice", "closed", "hole"}
    assert all(one.severity == "warning" and one.area_km2 for one in world.package.warnings)


@pytest.mark.parametrize("year", OWNERS)
def test_calls_are_those_of_the_data_set(world: geodata.Atlas, year: str) -> None:
    calls = world.control(year).set_index("province_id")
    for province_id, owner in OWNERS[year].items():
        assert (calls.loc[province_id, "faction_id"] or "") == owner, (year, province_id)
    assert calls.loc["iceland", "status"] == "no-evidence"
    assert ("farland" in calls.index) == (year == "2000")


def test_every_area_is_a_number_and_land_claimed_twice_counts_once(world: geodata.Atlas) -> None:
    calls = world.control("1900")
    assert (calls["area_km2"] > 0).all()
    land = gpd_area(calls)
    assert calls["area_km2"].sum() == pytest.approx(land, rel=1e-6)
    # Tinytown: 0.005 degrees each way at 20° north, 523 m by 554 m.
    assert calls.set_index("province_id").loc["tinytown", "area_km2"] == pytest.approx(0.523 * 0.554, rel=0.01)


def gpd_area(calls: Any) -> float:
    """What all shapes cover together, in square kilometres."""
    return float(shapely.union_all(calls.geometry.to_crs("EPSG:6933").to_numpy()).area) / 1e6


class TestMap:
    def test_world_is_flat_and_in_one_piece(self, geometry: dict[str, Any]) -> None:
        assert geometry["flat"]
        drawn = outlines(geometry)
        assert len(drawn["tidelands"].geoms) == len(drawn["iceland"].geoms) == len(drawn["eastland"].geoms) == 1

    def test_small_country_keeps_its_form(self, geometry: dict[str, Any]) -> None:
        tiny = outlines(geometry)["tinytown"]
        # 554 m from north to south, a unit being 111.3 km; within two metres.
        _, south, _, north = tiny.bounds
        assert (north - south) * 111_319 == pytest.approx(554 * 1.07, rel=0.1)
        assert shapely.get_num_coordinates(tiny) >= 5

    def test_packed_and_unpacked_alike(self, geometry: dict[str, Any]) -> None:
        packed = pack_geometry(geometry)
        assert packed["flat"]
        # A browser's bit operations hold 31 bits, one of them for the sign.
        assert 360 * packed["scale"] < 2**30
        json.dumps(packed, allow_nan=False)

    def test_land_claimed_twice_is_in_the_colours_of_both(self, edition: Edition) -> None:
        calls = calls_payload(edition)
        (piece,) = calls["areas"]["1900"]
        shown = piece["shown"]["faction"]
        assert shown["keys"] == ["crown", "league"]
        assert shown["look"].startswith("shared-")
        assert "Midland" in piece["text"]
        assert "Upland" in piece["text"]
        json.dumps(calls, allow_nan=False)

    def test_picture_lies_in_the_same_plane(self, edition: Edition, geometry: dict[str, Any]) -> None:
        picture = StaticMaps(geometry, calls_payload(edition)).picture("1900", "World")
        (south, west), (north, east) = geometry["bounds"]
        width, height = picture.split('viewBox="0 0 ')[1].split('"')[0].split()
        assert (float(height) - 16) / (float(width) - 16) == pytest.approx((north - south) / (east - west), rel=0.01)


def test_figure_is_drawn_in_the_projection_of_the_map(world: geodata.Atlas) -> None:
    figure = world.plot("1900", size="slide")
    assert figure.crs.to_dict()["proj"] == "eqearth"
    assert any("Equal Earth" in text.get_text() for text in figure.findobj(lambda one: hasattr(one, "get_text")))


def test_exports_hold_no_number_that_is_none(world: geodata.Atlas, tmp_path: Path) -> None:
    for name in ("world.geojson", "world.csv"):
        geodata.export.write(world, "1900", tmp_path / name)
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "NaN" not in text
        assert ",nan," not in text


def test_published_page_is_written(world: geodata.Atlas) -> None:
    page = publish(world)
    text = page.decode() if isinstance(page, bytes) else page
    assert '"flat":true' in text
    assert ":NaN" not in text
    # Land that two claim is in the colours of both, which no province has.
    patterns = set(re.findall(r'<pattern id="([^"]+)"', text))
    assert {name for name in patterns if name.startswith("shared-")}
    assert set(re.findall(r'fill="url\(#([^)]+)\)"', text.partition("<script")[0])) <= patterns
    looks = {shown["look"] for one in drawn(text)["areas"]["1900"] for shown in one["shown"].values()}
    assert looks
    assert looks <= patterns


def drawn(page: str) -> dict[str, Any]:
    """What the published page's map is painted from."""
    calls: dict[str, Any] = json.loads(page.split('id="atlas-data">')[1].partition("</script>")[0])["calls"]
    return calls
