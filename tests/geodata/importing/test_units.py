"""Units of a file of shapes: which of its rows are one unit, and when each stands."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
from shapely.geometry import box

import geodata
from geodata.importing.spans import Span, read_span
from geodata.importing.units import suspected_open_end
from tests.geodata.importing.conftest import Import
from tests.geodata.importing.raw import write_lines, write_shapes


def squares(**columns: list[str | None]) -> gpd.GeoDataFrame:
    """Squares beside each other, from west to east."""
    count = len(next(iter(columns.values())))
    return gpd.GeoDataFrame(columns, geometry=[box(one, 0, one + 1, 1) for one in range(count)], crs="EPSG:4326")


def held(folder: Path, *rows: str) -> None:
    write_lines(folder, "control.csv", "unit,date,who", *rows)


def test_parts_of_one_unit_are_one_province(raw: Path, imported: Import) -> None:
    write_shapes(raw, squares(name=["Isles", "Isles", "Main"], code=["I", "I", "M"]))
    held(raw, "Isles,1950,Blue", "Main,1950,Red")
    atlas, report = imported(shapes={"id": "code"})
    areas = {one.province_id: one.geometry.area for one in atlas.provinces("1950").itertuples()}
    assert areas == {"i": 2, "m": 1}
    assert any("parts of one unit (Isles)" in one for one in report.inferred)


def test_a_name_that_stands_in_two_regions_is_two_units(raw: Path, imported: Import) -> None:
    write_shapes(raw, squares(name=["Mary", "Mary", "Kell"], region=["West", "East", "East"]))
    write_lines(raw, "control.csv", "unit,in,date,who", "Mary,West,1950,Blue", "Mary,East,1950,Red")
    control = {"layout": "long", "file": "control.csv", "unit": "unit", "parent": "in", "date": "date"}
    atlas, _ = imported(shapes={"parent": "region"}, control=[{**control, "category": "who", "source": "S01"}])
    calls = atlas.control("1950").set_index("province_id")["faction_id"]
    # Only where the name does not suffice the region is part of the identifier.
    assert calls.fillna("").to_dict() == {"west-mary": "blues", "east-mary": "reds", "kell": ""}


@pytest.mark.parametrize(
    ("columns", "options", "told"),
    [
        ({"name": ["Mary", "Mary", "Kell"]}, {}, r'row 1, column name, value "Mary": 2 shapes of this name.*parent'),
        ({"name": ["A", None, "C"]}, {}, r"row 2, column name: a shape without a name"),
        ({"name": ["A", "B", "C"], "code": ["1", None, "3"]}, {"id": "code"}, r"row 2, column id: a shape without"),
        ({"name": ["A", "B", "C"], "to": ["1950"] * 3}, {"valid_to": "to"}, r"shapes\.valid_to.*without a beginning"),
        ({"name": ["A", "B", "C"], "of": ["1900", None, "1900"]}, {"valid_from": "of"}, r"row 2, column of: no begin"),
        ({"name": ["A", "B", "C"], "of": ["1900", "x", "1900"]}, {"valid_from": "of"}, r'value "x": no date'),
        (
            {"name": ["A", "B", "C"], "of": ["1900", "1960", "1900"], "to": ["1950", "1949", "1951"]},
            {"valid_from": "of", "valid_to": "to", "end": "inclusive"},
            r'row 2, column to, value "1949": ends before it begins',
        ),
    ],
)
def test_what_keeps_units_from_being_told_apart(
    raw: Path, imported: Import, columns: dict[str, list[str | None]], options: dict[str, str], told: str
) -> None:
    write_shapes(raw, squares(**columns))
    held(raw, "A,1950,Blue")
    with pytest.raises(geodata.AtlasError, match=told):
        imported(shapes=options)


def spans(*texts: str) -> list[Span]:
    return [span for text in texts if (span := read_span(text))]


def test_a_last_date_that_many_share_may_be_a_code() -> None:
    assert str(suspected_open_end(spans("1950-12-31", "2019-12-31", "2019-12-31"), 3)) == "2019-12-31"
    assert suspected_open_end(spans("1950-12-31", "2019-12-31"), 2) is None
    # Two of twenty are no fifth.
    assert suspected_open_end(spans("2019-12-31", "2019-12-31"), 20) is None
    assert suspected_open_end([], 3) is None
