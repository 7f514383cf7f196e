"""Where places lie."""

from __future__ import annotations

import pytest

from tests.made_up import Folder


def test_place_with_its_axes_exchanged_is_named_with_the_fix(folder: Folder) -> None:
    # The south lies between 0 and 1 each way; this is in the north-east of it, and 89 degrees away as written.
    folder.set_property(2, "valid_to", None)
    folder.set_property(3, "kind", "announced")
    folder.set_property(4, "kind", "announced")
    folder.set("places.csv", 3, "lon", "0.5")
    for row in range(1, 6):
        _move(folder, row)
    folder.set("places.csv", 2, "lon", "60.8")
    folder.set("places.csv", 4, "lon", "61.6")
    folder.set("places.csv", 3, "lat", "60.5")
    problem = folder.problem()
    assert (problem.file, problem.row, problem.kind) == ("places.csv", 3, "place-axes")
    assert "exchanged" in problem.message
    assert [(edit["column"], edit["value"]) for edit in problem.fix] == [("lon", "60.5"), ("lat", "0.5")]


def _move(folder: Folder, row: int) -> None:
    """Sixty degrees to the east: where longitude and latitude can be told apart."""

    def change(content: dict[str, list[dict[str, dict[str, list[list[list[float]]]]]]]) -> None:
        shape = content["features"][row - 1]["geometry"]
        shape["coordinates"] = [[[x + 60, y] for x, y in ring] for ring in shape["coordinates"]]

    folder.edit_json("provinces.geojson", change)


def test_place_far_from_its_province_is_a_warning_with_the_distance(folder: Folder) -> None:
    folder.set("places.csv", 4, "lon", "5.0")
    (told,) = folder.load().package.warnings
    assert (told.file, told.row, told.kind, told.severity) == ("places.csv", 4, "place-far", "warning")
    # Three degrees of longitude from the edge of the coast, at 0.4 degrees north: 3 by 111.3 km.
    assert told.message == "lies 334 km outside of coast"


@pytest.mark.parametrize("lon", ["2.05", "1.0"])
def test_place_at_the_edge_is_nothing_to_tell(folder: Folder, lon: str) -> None:
    folder.set("places.csv", 4, "lon", lon)
    assert folder.load().package.warnings == ()


def test_all_places_exchanged_is_one_fault_and_not_one_for_each(folder: Folder) -> None:
    for row in range(1, 6):
        _move(folder, row)
    rows = folder.rows("places.csv")
    lon, lat = rows[0].index("lon"), rows[0].index("lat")
    for row in rows[1:]:
        row[lon], row[lat] = row[lat], str(float(row[lon]) + 60)
    folder.write("places.csv", rows)
    problem = folder.problem()
    assert (problem.kind, problem.row) == ("axes", None)
    assert "all 3" in problem.message
