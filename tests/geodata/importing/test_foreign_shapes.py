"""Files of shapes: what can't be read, or would lead elsewhere, is named."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from geodata import AtlasError
from geodata.importing.foreign_shapes import read_foreign_shapes
from tests.geodata.importing.raw import shapes, write_lines, write_shapes


def test_attributes_are_texts_and_rows_count_from_one(tmp_path: Path) -> None:
    frame = shapes(["North ", "South", "East"], n=[1.0, 2.0, float("nan")])
    found = read_foreign_shapes(write_shapes(tmp_path, frame, "units.gpkg"), {})
    assert found.table.cells.to_numpy().tolist() == [["North", "1"], ["South", "2"], ["East", ""]]
    assert list(found.table.cells.index) == list(found.geometry.index) == [1, 2, 3]


def test_heights_are_left_out_and_borders_stay_shared(tmp_path: Path) -> None:
    frame = shapes()
    # Noise of a projection: less than a centimetre.
    moved = shapely.transform(frame.geometry.to_numpy(), lambda at: at + 3e-9)
    raised = frame.set_geometry(shapely.force_3d(moved, 12.0))
    found = read_foreign_shapes(write_shapes(tmp_path, raised, "units.gpkg"), {}).geometry
    assert not found.has_z.any()
    assert found[1].equals_exact(frame.geometry[0], 0)


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("gone.gpkg", {}, "no such file"),
        ("units.vrt", {}, "a file that leads to others"),
        ("units.gpkg", {"layer": "towns"}, r'value "towns": no such layer.*It has units'),
        ("units.gpkg", {"crs": "degrees"}, r'column crs, value "degrees": no coordinate reference system'),
        ("units.txt", {}, "can't be read as shapes"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, options: dict[str, str], told: str) -> None:
    write_shapes(tmp_path, shapes(), "units.gpkg")
    write_lines(tmp_path, "units.vrt", "<OGRVRTDataSource></OGRVRTDataSource>")
    write_lines(tmp_path, "units.txt", "no shapes here")
    with pytest.raises(AtlasError, match=told):
        read_foreign_shapes(tmp_path / name, options)


def test_a_table_without_shapes_is_told(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"units\.(csv|geojson)"):
        read_foreign_shapes(write_lines(tmp_path, "units.csv", "a,b", "1,2"), {})
