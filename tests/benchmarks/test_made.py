"""Made-up atlases: whole, of about the size asked for, and as uneven as real provinces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely

import geodata
from benchmarks.made import SEED, make_atlas, subdivide

COUNT = 200


@pytest.fixture(scope="module")
def outline() -> shapely.Geometry:
    return geodata.load().provinces("1985").union_all()


@pytest.fixture(scope="module")
def faces(outline: shapely.Geometry) -> list[shapely.Polygon]:
    return subdivide(outline, COUNT, np.random.default_rng(SEED))


def test_faces_form_a_coverage_of_the_outline(outline: shapely.Geometry, faces: list[shapely.Polygon]) -> None:
    assert shapely.is_valid(faces).all()
    assert {face.geom_type for face in faces} == {"Polygon"}
    assert shapely.coverage_is_valid(faces)
    assert shapely.union_all(faces).symmetric_difference(outline).area < 1e-4 * outline.area


def test_count_and_vertices_are_about_what_is_asked(faces: list[shapely.Polygon]) -> None:
    assert abs(len(faces) - COUNT) <= 0.05 * COUNT
    # Six edges of eight points, the corners shared; the real outline adds its own.
    assert 30 <= np.mean(shapely.get_num_coordinates(faces)) <= 80


def test_the_same_numbers_give_the_same_faces(outline: shapely.Geometry) -> None:
    one, other = (subdivide(outline, 40, np.random.default_rng(SEED)) for _ in range(2))
    assert shapely.equals_identical(one, other).all()


def test_single_claims_come_beside_those_of_several_provinces(tmp_path: Path) -> None:
    plain, more = (geodata.load(make_atlas(tmp_path / str(count), 40, 2, count)) for count in (0, 150))
    assert len(more.claims()) == len(plain.claims()) + 150
    assert more.claims()["source_id"].nunique() > plain.claims()["source_id"].nunique() == 1


def test_an_atlas_is_valid_and_nearly_every_province_is_called(tmp_path: Path) -> None:
    atlas = geodata.load(make_atlas(tmp_path / "made", 60, 4))
    assert len(atlas.periods) == 4
    for period in atlas.periods:
        calls = atlas.control(period.id)
        assert abs(len(calls) - 60) <= 3
        # Painted in the colours of factions, as a map of the real one is, and not with the signs of doubt.
        assert calls["faction_id"].notna().mean() > 0.8
