"""The countries around an atlas, and shapes of parts: files that an atlas may have."""

from __future__ import annotations

from typing import Any

import pytest
import shapely

from geodata import Atlas
from tests.made_up import Folder

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}
POINT = {"type": "Point", "coordinates": [0, 0]}


def feature(geometry: Any = SQUARE, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_an_atlas_without_them_has_none(folder: Folder) -> None:
    atlas = folder.load()
    assert len(atlas.neighbours) == len(atlas.package.areas) == 0
    assert {"neighbour_id", "name", "geometry"} <= set(atlas.neighbours.columns)
    assert {"place_id", "geometry"} <= set(atlas.package.areas.columns)


def test_the_afghan_neighbours(afghanistan: Atlas) -> None:
    found = afghanistan.neighbours.set_index("neighbour_id")
    assert set(found.index) == {"iran", "pakistan", "turkmen-ssr", "uzbek-ssr", "tajik-ssr", "china", "india"}
    assert found.geometry.is_valid.all()
    # Kabul is in none of them, Peshawar in Pakistan, Mashhad in Iran, Dushanbe in Tajikistan.
    towns = {"pakistan": (71.58, 34.01), "iran": (59.6, 36.3), "tajik-ssr": (68.78, 38.55)}
    for country, town in towns.items():
        assert list(found.index[found.contains(shapely.Point(town))]) == [country]
    assert not found.contains(shapely.Point(69.17, 34.53)).any()


def test_they_meet_the_provinces_without_covering_them(afghanistan: Atlas) -> None:
    land = afghanistan.provinces("1985").geometry.union_all()
    overlap = afghanistan.neighbours.geometry.union_all().intersection(land)
    assert overlap.area < 0.005 * land.area


def test_shapes_of_parts_are_read_by_place(folder: Folder) -> None:
    folder.add_shapes("areas", feature(place_id="riverton", note="The valley.", source_id="S01"))
    areas = folder.load().package.areas
    assert areas[["place_id", "note"]].to_numpy().tolist() == [["riverton", "The valley."]]
    assert areas.geometry.iloc[0].area == 1


def test_no_features_are_fine_where_the_file_may_be_missing(folder: Folder) -> None:
    folder.add_shapes("areas")
    assert folder.load().package.areas.empty


@pytest.mark.parametrize(
    ("name", "one", "column", "value"),
    [
        ("neighbours", feature(neighbour_id="sea", name=""), "name", ""),
        ("neighbours", feature(POINT, neighbour_id="sea", name="Sea"), "geometry", "sea"),
        ("neighbours", feature(neighbour_id="the sea", name="Sea"), "neighbour_id", "the sea"),
        ("areas", feature(place_id="rivertown"), "place_id", "rivertown"),
        ("areas", feature(place_id="riverton", source_id="S09"), "source_id", "S09"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_feature(folder: Folder, name: str, one: Any, column: str, value: str) -> None:
    folder.add_shapes(name, one)
    problem = folder.problem()
    assert (problem.file, problem.row, problem.column, problem.value) == (f"{name}.geojson", 1, column, value)


def test_file_that_the_descriptor_does_not_list_is_not_passed_over(folder: Folder) -> None:
    (folder.path / "areas.geojson").write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    problem = folder.problem()
    assert (problem.file, problem.message) == ("areas.geojson", "datapackage.json does not list this file")
