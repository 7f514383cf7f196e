"""The countries around an atlas."""

from __future__ import annotations

import json

import pytest
import shapely

from geodata import Atlas, AtlasError
from tests.made_up import Folder

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}


def test_an_atlas_without_neighbours_has_none(folder: Folder) -> None:
    assert len(folder.load().neighbours) == 0


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


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("nonsense", "no GeoJSON that can be read"),
        (json.dumps({"features": [{"properties": {"name": ""}, "geometry": SQUARE}]}), "needs a name and a polygon"),
        (
            json.dumps(
                {"features": [{"properties": {"name": "Sea"}, "geometry": {"type": "Point", "coordinates": [0, 0]}}]}
            ),
            "needs a name and a polygon",
        ),
    ],
)
def test_a_bad_file_is_told_with_its_name(folder: Folder, content: str, told: str) -> None:
    (folder.path / "neighbours.geojson").write_text(content, encoding="utf-8")
    with pytest.raises(AtlasError, match=told) as caught:
        folder.load()
    assert "neighbours.geojson" in str(caught.value)
