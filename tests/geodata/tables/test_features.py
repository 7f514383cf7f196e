"""Shapes of an atlas, read from GeoJSON."""

from __future__ import annotations

from typing import Any

import pytest
import shapely

from tests.made_up import Folder

SQUARE = [[0, 1], [1, 1], [2, 1], [2, 2], [0, 2], [0, 1]]


def polygon(*points: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(point) for point in points]]}


class TestShapes:
    def test_not_json(self, folder: Folder) -> None:
        folder.edit("provinces.geojson", lambda text: text.replace('"features":', '"features"'))
        problem = folder.problem()
        assert (problem.file, problem.row) == ("provinces.geojson", 1)
        assert "not valid JSON" in problem.message

    @pytest.mark.parametrize(
        "content", ["{}", "[]", '{"type": "FeatureCollection", "features": []}', '{"features": {}}']
    )
    def test_no_features(self, folder: Folder, content: str) -> None:
        (folder.path / "provinces.geojson").write_text(content)
        problem = folder.problem()
        assert (problem.file, problem.message) == ("provinces.geojson", "no features")

    @pytest.mark.parametrize(
        ("geometry", "message"),
        [
            pytest.param({"type": "Point", "coordinates": [1, 1]}, "a Point where a polygon is due", id="point"),
            pytest.param(
                {"type": "LineString", "coordinates": SQUARE}, "a LineString where a polygon is due", id="line"
            ),
            pytest.param(
                {"type": "GeometryCollection", "geometries": []},
                "a GeometryCollection where a polygon is due",
                id="collection",
            ),
            pytest.param({"type": "Polygon", "coordinates": []}, "a Polygon where a polygon is due", id="empty"),
            pytest.param({"type": "Polygon", "coordinates": [[[0, 0], ["a", 1]]]}, "no polygon", id="text"),
            pytest.param({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}, "no polygon", id="two points"),
            pytest.param({"type": "Polygon"}, "no polygon", id="no coordinates"),
            pytest.param({"type": "Circle", "coordinates": [0, 0]}, "no polygon", id="circle"),
            pytest.param(None, "no polygon", id="nothing"),
        ],
    )
    def test_no_polygon(self, folder: Folder, geometry: Any, message: str) -> None:
        folder.set_shape(1, geometry)
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == (
            "provinces.geojson",
            1,
            "geometry",
            "north-1890",
        )
        assert problem.message == message
        assert "Polygon or MultiPolygon" in (problem.hint or "")

    def test_feature_of_another_kind(self, folder: Folder) -> None:
        folder.edit_json("provinces.geojson", lambda content: content["features"].append("north"))
        assert {(problem.file, problem.row) for problem in folder.problems()} == {("provinces.geojson", 6)}

    def test_required_property_missing(self, folder: Folder) -> None:
        folder.set_property(2, "valid_from", None)
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == ("provinces.geojson", 2, "valid_from", "")

    def test_outline_that_crosses_itself(self, folder: Folder) -> None:
        folder.set_shape(1, polygon((0, 1), (2, 2), (2, 1), (0, 2), (0, 1)))
        problem = next(one for one in folder.problems() if one.value == "north-1890")
        assert (problem.file, problem.row, problem.column) == ("provinces.geojson", 1, "geometry")
        assert "not a valid polygon" in problem.message

    def test_overlap(self, folder: Folder) -> None:
        # The coast of 1905 reaches half a degree into the south.
        folder.set_shape(4, polygon((0.5, 0), (2, 0), (2, 1), (0.5, 1), (0.5, 0)))
        problems = folder.problems()
        assert {(problem.file, problem.column) for problem in problems} == {("provinces.geojson", "geometry")}
        overlap = next(one for one in problems if "overlaps" in one.message)
        assert {overlap.value, overlap.message.split()[1]} == {"coast-1905", "south-1905"}
        assert overlap.row in (3, 4)
        assert (overlap.hint or "").startswith("Draw every piece of land once")
        # Half a degree by one at the equator: 55.66 km by 110.57 km.
        assert overlap.area_km2 == pytest.approx(6154, rel=0.01)
        assert overlap.place is not None
        assert 0.5 < overlap.place[0] < 1
        assert 0 < overlap.place[1] < 1

    def test_hole_between_provinces_may_be_nobodys_and_is_told(self, folder: Folder) -> None:
        # A triangle below the border with the north belongs to nobody; its point lies at 1.5, 0.5.
        folder.set_shape(4, polygon((1, 0), (2, 0), (2, 1), (1.5, 0.5), (1, 1), (1, 0)))
        (told,) = folder.load().package.warnings
        assert (told.file, told.column, told.kind) == ("provinces.geojson", "geometry", "hole")
        assert {"coast-1905", "north-1890"} <= {told.value, *told.message.split()}
        # A triangle with a base of one degree and half a degree high: a quarter of a square degree.
        assert told.area_km2 == pytest.approx(12_308 / 4, rel=0.01)
        assert "near 1.5" in told.message

    def test_slit_that_is_too_wide_to_be_closed(self, folder: Folder) -> None:
        # 80 km long and 2.2 km wide: twenty times what is closed between provinces of this size.
        folder.set_shape(4, polygon((1, 0), (2, 0), (2, 1), (1.9, 0.98), (1.1, 0.98), (1, 1), (1, 0)))
        problem = folder.problem()
        assert (problem.file, problem.column, problem.kind) == ("provinces.geojson", "geometry", "slit")
        assert problem.area_km2 == pytest.approx(0.9 * 0.02 * 12_308, rel=0.02)
        assert "narrower than" in (problem.hint or "")

    def test_border_that_differs_by_a_metre_is_closed_and_told(self, folder: Folder) -> None:
        folder.set_shape(4, polygon((1, 0), (2, 0), (2, 0.99999), (1, 1), (1, 0)))
        atlas = folder.load()
        (told,) = [one for one in atlas.package.warnings if one.kind == "closed"]
        # A triangle a degree long and a metre high.
        assert told.area_km2 == pytest.approx(0.5 * 1e-5 * 12_308, rel=0.1)
        shapes = atlas.provinces("1910-11").geometry
        assert shapely.coverage_is_valid(shapes.to_numpy())
        assert shapely.union_all(shapes.to_numpy()).area == pytest.approx(4, abs=1e-9)

    def test_two_shapes_of_a_province_at_once(self, folder: Folder) -> None:
        folder.set_property(2, "valid_to", None)
        problem = folder.problems()[0]
        assert (problem.file, problem.column, problem.value) == ("provinces.geojson", "province_id", "south")
        assert problem.message == "two shapes at once in the period 1910-11"

    def test_lifetime_backwards(self, folder: Folder) -> None:
        folder.set_property(2, "valid_to", "1889-12-31")
        problem = folder.problem()
        assert (problem.file, problem.row, problem.column, problem.value) == (
            "provinces.geojson",
            2,
            "valid_to",
            "1889-12-31",
        )
        assert problem.message == "ends before it begins"

    def test_period_without_provinces(self, folder: Folder) -> None:
        folder.set("periods.csv", 2, "start", "1880-01-01")
        folder.set("periods.csv", 2, "end", "1880-12-31")
        problem = folder.problem()
        assert (problem.file, problem.column) == ("provinces.geojson", "valid_from")
        assert problem.message == "no province is valid in the period 1900"

    def test_fault_outside_every_period_does_no_harm(self, folder: Folder) -> None:
        # The announced coast lies over the south on purpose: it is no province yet.
        assert len(folder.load().provinces("1900")) == 2
