"""Provinces that share a name."""

from __future__ import annotations

from pathlib import Path

import geodata
from dashboard.edition import edition_of
from dashboard.shell.find import findable
from geodata.tables import name_warnings
from tests.made_atlases import districts_by_day
from tests.made_up import Folder

NAMED_ALIKE = {
    "d0-0": "Saint Mary (North West)",
    "d1-1": "Saint Mary (South West)",
    "d2-2": "Saint Mary (Centre)",
    "d3-3": "Saint Mary (East)",
}


def test_parents_stand_beside_names_everywhere(tmp_path: Path) -> None:
    atlas = geodata.load(districts_by_day(tmp_path / "districts"))
    calls = atlas.control("2021-08-01").set_index("province_id")["name"]
    assert {one: calls[one] for one in NAMED_ALIKE} == NAMED_ALIKE
    assert calls["d1-2"] == "District 1 2", "a name that nobody shares stays alone"
    assert {one.name for one in findable(edition_of(atlas)) if one.id in NAMED_ALIKE} == set(NAMED_ALIKE.values())
    assert atlas.answer("Saint Mary (East)", "2021-08-01").province_id == "d3-3"


def test_the_bare_name_is_still_found(tmp_path: Path) -> None:
    atlas = geodata.load(districts_by_day(tmp_path / "districts"))
    found = [one for one in findable(edition_of(atlas)) if "Saint Mary" in one.spellings]
    assert {one.id for one in found} == set(NAMED_ALIKE)


def test_two_shapes_of_one_province_share_no_name(folder: Folder) -> None:
    names = set(folder.load().package.provinces["name"])
    assert not any("(" in name for name in names)


def test_what_cannot_be_told_apart_is_a_warning(folder: Folder) -> None:
    first = folder.json("provinces.geojson")["features"][0]["properties"]["name"]
    features = folder.json("provinces.geojson")["features"]
    other = next(n for n, one in enumerate(features, 1) if one["properties"]["name"] != first)
    folder.set_property(other, "name", first)
    warnings = list(name_warnings(folder.load().package.provinces, "provinces.geojson"))
    assert other in [one.row for one in warnings]
    assert all("another province has this name" in one.message for one in warnings)
