"""Shapes of a period, lineage and areas: on unit squares, then on the Afghan shapes."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from pyproj import Geod
from shapely.geometry import Point, box

from geodata.shapes import coverage_faults
from geodata.shapes import provinces as boundaries

AFGHANISTAN = Path(boundaries.__file__).parents[1] / "atlases" / "afghanistan"

PERIODS = {
    "1985": (date(1985, 1, 1), date(1985, 12, 31)),
    "1987": (date(1987, 1, 1), date(1987, 12, 31)),
    "1988-89": (date(1988, 1, 1), date(1989, 12, 31)),
}
MOMENTS = {
    **PERIODS,
    **{f"{day}": (day, day) for day in (date(1990, 1, 1), date(1995, 1, 1), date(2001, 1, 1), date(2004, 4, 1))},
    "today": (date(2026, 1, 1), date(2026, 1, 1)),
}
NAMES = [
    *("Badakhshan", "Badghis", "Baghlan", "Balkh", "Bamyan", "Farah", "Faryab", "Ghazni", "Ghor", "Helmand"),
    *("Herat", "Jowzjan", "Kabul", "Kandahar", "Kapisa", "Kunar", "Kunduz", "Laghman", "Logar", "Nangarhar"),
    *("Nimruz", "Paktia", "Paktika", "Parwan", "Samangan", "Takhar", "Uruzgan", "Wardak", "Zabul"),
]


def shapes_of(*rows: tuple[str, str, str, str], kind: str = "province") -> gpd.GeoDataFrame:
    columns = ["shape_id", "valid_from", "valid_to", "made_from"]
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    frame["province_id"] = frame["shape_id"].str.split("-").str[0]
    return gpd.GeoDataFrame(frame.assign(kind=kind), geometry=[box(0, 0, 1, 1)] * len(rows), crs="EPSG:4326")


def squares(*geometries: Any, crs: str = "EPSG:4326") -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"shape_id": list("abcdefgh"[: len(geometries)])}, geometry=list(geometries), crs=crs)


def ids(frame: gpd.GeoDataFrame) -> list[str]:
    return list(frame["shape_id"])


class TestProvincesOfAPeriod:
    shapes = shapes_of(("old", "1900-01-01", "1989-12-31", ""), ("new", "1990-01-01", "", ""))

    @pytest.mark.parametrize(
        ("end", "expected"),
        [
            pytest.param(date(1989, 12, 31), ["old"], id="valid to its last day"),
            pytest.param(date(1990, 1, 1), ["new"], id="valid from its first day"),
            pytest.param(date(1899, 12, 31), [], id="before anything"),
        ],
    )
    def test_last_day_decides(self, end: date, expected: list[str]) -> None:
        assert ids(boundaries.provinces_at(self.shapes, date(1890, 1, 1), end)) == expected

    def test_province_that_came_and_went_within_the_period_is_left_out(self) -> None:
        brief = shapes_of(("brief", "1988-02-01", "1988-03-31", ""))
        assert boundaries.provinces_at(brief, *PERIODS["1988-89"]).empty

    def test_announced_shapes_are_no_provinces(self) -> None:
        announced = shapes_of(("plan", "1988-04-04", "1989-12-31", ""), kind="announced")
        assert boundaries.provinces_at(announced, *PERIODS["1988-89"]).empty
        assert ids(boundaries.announced_in(announced, *PERIODS["1988-89"])) == ["plan"]
        assert boundaries.announced_in(announced, *PERIODS["1987"]).empty

    @pytest.mark.parametrize("missing", [None, pd.NaT, float("nan"), ""])
    def test_open_end_however_a_reader_writes_it(self, missing: Any) -> None:
        shapes = shapes_of(("one", "1900-01-01", "", "")).assign(valid_to=pd.Series([missing], dtype=object))
        assert len(boundaries.provinces_at(shapes, *PERIODS["1985"])) == 1

    @pytest.mark.parametrize("convert", [pd.to_datetime, lambda days: pd.Series(pd.to_datetime(days)).dt.date])
    def test_dates_as_dates(self, convert: Any) -> None:
        shapes = self.shapes.assign(
            valid_from=convert(self.shapes["valid_from"]), valid_to=convert(self.shapes["valid_to"])
        )
        assert ids(boundaries.provinces_at(shapes, *PERIODS["1985"])) == ["old"]

    def test_period_backwards(self) -> None:
        with pytest.raises(ValueError, match=r"ends \(1985-01-01\) before it begins \(1986-01-01\)"):
            boundaries.provinces_at(self.shapes, date(1986, 1, 1), date(1985, 1, 1))


class TestLineage:
    def test_ordered_with_the_first_day_of_the_later_province(self) -> None:
        made = shapes_of(("hills-2", "2005-01-01", "", "west; east"), ("hills-1", "2001-01-01", "", "east"))
        assert boundaries.lineage(made).to_numpy().tolist() == [
            ["hills", "east", "2001-01-01"],
            ["hills", "west", "2005-01-01"],
        ]

    def test_announced_province_has_none(self) -> None:
        made = boundaries.lineage(shapes_of(("hills", "1989-01-01", "", "west"), kind="announced"))
        assert made.empty
        assert list(made.columns) == ["province_id", "made_from_id", "since"]

    def test_missing_value_is_no_ancestor(self) -> None:
        assert boundaries.lineage(shapes_of(("a", "1989-01-01", "", "")).assign(made_from=None)).empty

    def test_ancestors_through_generations(self) -> None:
        links = pd.DataFrame({"province_id": ["d", "d", "c", "b"], "made_from_id": ["c", "b", "a", "a"]})
        assert boundaries.ancestors(links, "d") == ("c", "b", "a")
        assert boundaries.ancestors(links, "a") == ()

    def test_circle_ends(self) -> None:
        links = pd.DataFrame({"province_id": ["a", "b"], "made_from_id": ["b", "a"]})
        assert boundaries.ancestors(links, "a") == ("b",)


class TestAreas:
    def test_same_in_any_projection_and_at_any_latitude_true(self) -> None:
        # Many vertices, so that geodesics between them follow the parallels.
        frame = squares(*(box(0, south, 1, south + 1).segmentize(0.001) for south in (0, 34)))
        geodesic = [Geod(ellps="WGS84").geometry_area_perimeter(cell)[0] / 1e6 for cell in frame.geometry]
        areas = boundaries.areas_km2(frame)
        assert areas.name == "area_km2"
        assert areas.tolist() == pytest.approx([abs(area) for area in geodesic], rel=1e-5)
        mercator = boundaries.areas_km2(frame.to_crs("EPSG:3857"))
        assert mercator.tolist() == pytest.approx(areas.tolist(), rel=1e-9)

    def test_keeps_the_index(self) -> None:
        assert list(boundaries.areas_km2(squares(box(0, 0, 1, 1)).set_axis([7])).index) == [7]


@pytest.fixture(scope="module")
def afghan() -> gpd.GeoDataFrame:
    return gpd.read_file(AFGHANISTAN / "provinces.geojson")


class TestAfghanShapes:
    @pytest.mark.parametrize("moment", MOMENTS)
    def test_clean_coverage(self, afghan: gpd.GeoDataFrame, moment: str) -> None:
        shapes = boundaries.provinces_at(afghan, *MOMENTS[moment])
        assert coverage_faults(shapes) == []
        assert shapely.coverage_is_valid(shapes.geometry.to_numpy(), gap_width=1e-4)
        assert shapes["province_id"].is_unique

    @pytest.mark.parametrize("moment", MOMENTS)
    def test_same_country_always(self, afghan: gpd.GeoDataFrame, moment: str) -> None:
        shapes = boundaries.provinces_at(afghan, *MOMENTS[moment])
        country = shapely.coverage_union_all(shapes.geometry.to_numpy())
        first = boundaries.provinces_at(afghan, *PERIODS["1985"]).geometry.to_numpy()
        assert country.symmetric_difference(shapely.coverage_union_all(first)).area == pytest.approx(0, abs=1e-12)
        assert shapely.get_num_interior_rings(country) == 0
        assert boundaries.areas_km2(shapes).sum() == pytest.approx(642_000, rel=0.01)

    @pytest.mark.parametrize("period", PERIODS)
    def test_the_29_provinces(self, afghan: gpd.GeoDataFrame, period: str) -> None:
        assert sorted(boundaries.provinces_at(afghan, *PERIODS[period])["name"]) == NAMES

    @pytest.mark.parametrize(
        ("period", "expected"),
        [("1985", []), ("1987", []), ("1988-89", ["nuristan", "sar-e-pol"]), ("today", [])],
    )
    def test_announced(self, afghan: gpd.GeoDataFrame, period: str, expected: list[str]) -> None:
        assert sorted(boundaries.announced_in(afghan, *MOMENTS[period])["province_id"]) == expected

    def test_later_provinces(self, afghan: gpd.GeoDataFrame) -> None:
        today = set(boundaries.provinces_at(afghan, *MOMENTS["today"])["province_id"])
        then = set(boundaries.provinces_at(afghan, *PERIODS["1985"])["province_id"])
        assert len(today) == 34
        assert today - then == {"sar-e-pol", "nuristan", "khost", "panjshir", "daykundi"}

    def test_lineage(self, afghan: gpd.GeoDataFrame) -> None:
        made = boundaries.lineage(afghan)
        assert list(made.itertuples(index=False, name=None)) == [
            ("daykundi", "uruzgan", "2004-01-01"),
            ("khost", "paktia", "1995-01-01"),
            ("nuristan", "kunar", "2001-01-01"),
            ("nuristan", "laghman", "2001-01-01"),
            ("panjshir", "parwan", "2004-04-01"),
            ("sar-e-pol", "jowzjan", "1990-01-01"),
        ]

    def test_lineage_agrees_with_the_shapes(self, afghan: gpd.GeoDataFrame) -> None:
        shapes = afghan[afghan["kind"] == "province"].set_index("shape_id")
        by_province = {
            province: shapely.union_all(group.geometry.to_numpy()) for province, group in shapes.groupby("province_id")
        }
        for later, links in boundaries.lineage(afghan).groupby("province_id"):
            parents = shapely.union_all([by_province[parent] for parent in links["made_from_id"]])
            assert by_province[str(later)].difference(parents).area == pytest.approx(0, abs=1e-12)

    @pytest.mark.parametrize(("province", "km2"), [("laghman", 3_560), ("kunar", 5_320)])
    def test_nuristan_is_divided_as_documented(self, afghan: gpd.GeoDataFrame, province: str, km2: int) -> None:
        shapes = afghan[afghan["province_id"] == province].set_index("shape_id")
        areas = boundaries.areas_km2(shapes)
        assert areas[f"{province}-1985"] - areas[f"{province}-2001"] == pytest.approx(km2, rel=0.02)

    @pytest.mark.parametrize("province", ["jowzjan", "kunar", "laghman", "paktia", "parwan"])
    def test_judged_outlines_are_marked_and_explained(self, afghan: gpd.GeoDataFrame, province: str) -> None:
        shapes = boundaries.provinces_at(afghan, *PERIODS["1988-89"]).set_index("province_id")
        assert shapes.at[province, "boundary"] == "approximate"
        assert len(str(shapes.at[province, "note"])) > 100

    def test_shape_ids_tell_province_year_and_kind(self, afghan: gpd.GeoDataFrame) -> None:
        ending = afghan["kind"].map({"province": "", "announced": "-announced"})
        years = pd.to_datetime(afghan["valid_from"]).dt.year.astype(str)
        assert (afghan["shape_id"] == afghan["province_id"] + "-" + years + ending).all()
        assert afghan["shape_id"].is_unique

    def test_capitals_lie_in_their_provinces(self, afghan: gpd.GeoDataFrame) -> None:
        places = pd.read_csv(AFGHANISTAN / "places.csv").set_index("place_id")
        named = afghan[afghan["capital_place_id"].fillna("") != ""]
        assert len(named) > 30
        for capital, outline in zip(named["capital_place_id"], named.geometry, strict=True):
            assert outline.covers(Point(places.loc[capital, "lon"], places.loc[capital, "lat"])), capital

    def test_sources_are_known_and_those_of_the_notes_listed(self, afghan: gpd.GeoDataFrame) -> None:
        with (AFGHANISTAN / "sources.csv").open(encoding="utf-8", newline="") as file:
            known = {row["source_id"] for row in csv.DictReader(file)}
        listed = afghan["source_id"].str.split(";")
        assert {source for sources in listed for source in sources} <= known
        cited = afghan["note"].str.findall(r"\b[A-Z]\d{2}\b")
        assert all(set(found) <= set(sources) for found, sources in zip(cited, listed, strict=True))
