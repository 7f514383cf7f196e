"""From raw files to an atlas: what they say is what it says, and no row is lost without a word."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point, box

import geodata
from geodata.importing import ImportReport, import_atlas, read_mapping
from geodata.importing.report import Tally
from tests.geodata.importing.conftest import Import
from tests.geodata.importing.raw import MAPPING, SQUARES, shapes, write_lines, write_shapes, write_workbook

LONG = ("unit,date,who", "North,1950,Blue", "South,1950,Red", "East,1950,Red", "North,1951,Red", "East,1951,Blue")
HELD = {
    "1950": {"north": "blues", "south": "reds", "east": "reds"},
    "1951": {"north": "reds", "south": "", "east": "blues"},
}
"""What those rows say: of the south in 1951 nothing."""


def held(atlas: geodata.Atlas) -> dict[str, dict[str, str]]:
    return {
        one.id: dict(zip(calls["province_id"], calls["faction_id"].fillna(""), strict=True))
        for one in atlas.periods
        for calls in [atlas.control(one.id)]
    }


def tally_of(report: ImportReport, file: str) -> Tally:
    return next(one for one in report.tallies if one.file.startswith(file))


def control(**changes: Any) -> list[dict[str, Any]]:
    return [{key: value for key, value in {**MAPPING["control"][0], **changes}.items() if value is not None}]


class TestLayouts:
    """The same control in every form: the same atlas."""

    def test_long(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG)
        atlas, report = imported()
        assert held(atlas) == HELD
        assert (tally_of(report, "control").read, tally_of(report, "control").used) == (5, 5)
        assert atlas.periods[0].label == "1950"

    def test_wide_of_a_workbook(self, raw: Path, imported: Import) -> None:
        rows = [["unit", "y1950", 1951], ["North", "Blue", "Red"], ["South", "Red", ""], ["East", "Red", "Blue"]]
        write_workbook(raw / "control.xlsx", rows)
        wide = {"layout": "wide", "file": "control.xlsx", "unit": "unit", "source": "S01"}
        atlas, report = imported(control=[{**wide, "columns": {"y1950": "1950", "1951": "1951"}}])
        assert held(atlas) == HELD
        counted = tally_of(report, "control")
        assert (counted.what, counted.read, counted.used, dict(counted.left_out)) == ("cells", 6, 5, {"no value": 1})

    def test_columns_of_the_shapes(self, raw: Path, imported: Import) -> None:
        write_shapes(raw, shapes(c1950=["Blue", "Red", "Red"], c1951=["Red", None, "Blue"]))
        wide = {"layout": "wide", "unit": "name", "source": "S01"}
        atlas, _ = imported(control=[{**wide, "columns": {"c1950": "1950", "c1951": "1951"}}])
        assert held(atlas) == HELD

    def test_an_attribute_holds_as_long_as_its_shape(self, raw: Path, imported: Import) -> None:
        frame = pd.concat([shapes(who=["Blue", "Red", "Red"]), shapes(who=["Red", None, "Blue"])], ignore_index=True)
        frame = gpd.GeoDataFrame(
            frame.assign(begin=[1930] * 3 + [1951] * 3, end=[1950] * 3 + [None] * 3), crs="EPSG:4326"
        )
        write_shapes(raw, frame)
        stops = {"list": [{"id": one, "start": one, "end": one} for one in ("1950", "1951")]}
        lifetimes = {"valid_from": "begin", "valid_to": "end", "end": "inclusive", "open_end": "none"}
        attribute = [{"layout": "attribute", "category": "who", "source": "S01"}]
        atlas, report = imported(shapes=lifetimes, stops=stops, control=attribute)
        assert held(atlas) == HELD
        # A date of twenty years would be a vague one, and its calls weak.
        assert set(atlas.control("1950")["strength"]) == {"firm"}
        assert tally_of(report, "units.geojson").adds_up

    @pytest.mark.parametrize("ending", ["csv", "parquet"])
    def test_events_are_evidence_that_is_inferred(self, raw: Path, imported: Import, ending: str) -> None:
        rows = (
            [(0.5, 1.5, "Blue")] * 4
            + [(0.5, 1.5, "Red")]
            + [(0.5, 0.5, "Red")] * 2
            + [(9, 9, "Red"), (0.5, 0.5, "Crowd")]
        )
        frame = pd.DataFrame(rows, columns=["x", "y", "actor"]).assign(day="1950-06-01")
        frame.to_csv(raw / "events.csv", index=False) if ending == "csv" else frame.to_parquet(raw / "events.parquet")
        rule = {"least_events": 3, "least_share": 0.6, "role": "strong"}
        keys = {"lon": "x", "lat": "y", "date": "day", "category": "actor", "source": "S01", "rule": rule}
        atlas, report = imported(
            control=[{"layout": "events", "file": f"events.{ending}", **keys}],
            categories_left_out={"Crowd": "no faction"},
        )
        # Four of five in the north; in the south two, which is less than the rule asks.
        assert held(atlas) == {"1950": {"north": "blues", "south": "", "east": ""}}
        call = atlas.control("1950").set_index("province_id").loc["north"]
        assert (call["strength"], call["grade"]) == ("weak", "inferred")
        claim = atlas.claims().iloc[0]
        assert "4 of 5 events name it; at least 3 and 60 % are asked" in claim["note"]
        counted = tally_of(report, "events")
        assert (counted.read, counted.used) == (9, 7)
        assert dict(counted.left_out) == {"in no unit that stands then": 1, "no faction": 1}

    def test_the_rule_of_events_can_be_replaced(self, raw: Path, imported: Import) -> None:
        pd.DataFrame({"x": [0.5], "y": [1.5], "actor": ["Red"], "day": ["1950-06-01"]}).to_parquet(raw / "e.parquet")
        keys = {"lon": "x", "lat": "y", "date": "day", "category": "actor", "source": "S01"}
        asked = {"least_events": 100, "least_share": 1}

        def any_event(counts: dict[str, int]) -> list[geodata.importing.Lead]:
            return [geodata.importing.Lead(one, "strong", "one event will do") for one in counts]

        atlas, _ = imported(any_event, control=[{"layout": "events", "file": "e.parquet", **keys, "rule": asked}])
        assert held(atlas)["1950"]["north"] == "reds"
        assert "one event will do" in atlas.claims().iloc[0]["note"]


class TestTables:
    @pytest.mark.parametrize(
        ("separator", "encoding", "told"),
        [(";", "utf-8-sig", {}), ("\t", "utf-16", {}), ("|", "windows-1252", {"encoding": "windows-1252"})],
    )
    def test_any_dialect(
        self, raw: Path, imported: Import, separator: str, encoding: str, told: dict[str, str]
    ) -> None:
        write_shapes(raw, shapes(["Nörth", "South", "East"]))
        lines = [line.replace(",", separator).replace("North", "Nörth") for line in LONG]
        write_lines(raw, "control.csv", *lines, encoding=encoding)
        atlas, _ = imported(control=control(**told))
        assert held(atlas) == HELD

    def test_an_old_encoding_is_asked_for_and_not_guessed(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, "Süd,1950,Red", encoding="windows-1252")
        with pytest.raises(geodata.AtlasError, match=r"control\.csv, row 7: not in UTF-8.*windows-1252"):
            imported()

    def test_blank_rows_and_cells_are_counted(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, ",,", "South,1951,", "Total,,9", ",1951,Red", "North,,Red")
        counted = tally_of(imported()[1], "control")
        assert (counted.read, counted.used) == (10, 5)
        assert dict(counted.left_out) == {"blank row": 1, "no value": 1, "no date": 2, "no unit named": 1}

    def test_days_in_another_order_need_their_format(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", "unit,date,who", "North,03/04/1950,Blue")
        with pytest.raises(geodata.AtlasError, match=r'row 2, column date, value "03/04/1950": no date.*date_format'):
            imported()
        atlas, _ = imported(control=control(date_format="%d/%m/%Y"), stops={"each": "day"})
        assert [one.id for one in atlas.periods] == ["1950-04-03"]


class TestShapes:
    @pytest.mark.parametrize(
        "name", ["units.gpkg", "units.shp", "units.kml", "units.parquet", "units.topojson", "units.zip"]
    )
    def test_formats(self, raw: Path, imported: Import, name: str) -> None:
        frame = shapes()
        if name.endswith("parquet"):
            frame.to_parquet(raw / name)
        elif name.endswith("topojson"):
            _write_topojson(raw / name)
        elif name.endswith("zip"):
            frame.to_file(raw / "units.shp")
            with ZipFile(raw / name, "w") as archive:
                for part in raw.glob("units.[!gz]*"):
                    archive.write(part, part.name)
        elif name.endswith("kml"):
            frame.rename(columns={"name": "Name"}).to_file(raw / name, driver="KML")
        else:
            frame.to_file(raw / name)
        write_lines(raw, "control.csv", *LONG)
        atlas, _ = imported(shapes={"file": name, "name": "Name" if name.endswith("kml") else "name"})
        assert held(atlas) == HELD
        areas = {one.province_id: round(one.geometry.area, 6) for one in atlas.provinces("1950").itertuples()}
        assert areas == {"north": 1, "south": 1, "east": 2}

    def test_several_layers_are_asked_about(self, raw: Path, imported: Import) -> None:
        for layer in ("old", "new"):
            shapes().to_file(raw / "units.gpkg", layer=layer)
        write_lines(raw, "control.csv", *LONG)
        with pytest.raises(geodata.AtlasError, match=r"has 2 layers.*old, new"):
            imported(shapes={"file": "units.gpkg"})
        assert held(imported(shapes={"file": "units.gpkg", "layer": "new"})[0]) == HELD

    def test_metres_become_degrees(self, raw: Path, imported: Import) -> None:
        shapes().to_crs("EPSG:3857").to_file(raw / "units.gpkg")
        write_lines(raw, "control.csv", *LONG)
        atlas, _ = imported(shapes={"file": "units.gpkg"})
        assert atlas.provinces("1950").total_bounds.round(6).tolist() == [0, 0, 2, 2]

    def test_a_file_without_a_reference_system_is_asked_about(self, raw: Path, imported: Import) -> None:
        shapes().set_crs(None, allow_override=True).to_file(raw / "units.shp")
        write_lines(raw, "control.csv", *LONG)
        with pytest.raises(geodata.AtlasError, match="names no coordinate reference system"):
            imported(shapes={"file": "units.shp"})
        assert held(imported(shapes={"file": "units.shp", "crs": "EPSG:4326"})[0]) == HELD

    def test_points_are_no_units(self, raw: Path, imported: Import) -> None:
        frame = shapes()
        write_shapes(raw, frame.set_geometry(frame.representative_point()))
        write_lines(raw, "control.csv", *LONG)
        with pytest.raises(geodata.AtlasError, match=r"3 Point where areas are due.*places"):
            imported()

    def test_a_shape_without_geometry_is_counted(self, raw: Path, imported: Import) -> None:
        frame = pd.concat([shapes(), gpd.GeoDataFrame({"name": ["Nowhere"]}, geometry=[None], crs="EPSG:4326")])
        write_shapes(raw, gpd.GeoDataFrame(frame))
        write_lines(raw, "control.csv", *LONG)
        counted = tally_of(imported()[1], "units.geojson")
        assert (counted.read, counted.used, dict(counted.left_out)) == (4, 3, {"no geometry": 1})


def _write_topojson(path: Path) -> None:
    """Arcs of the three squares, each border once."""
    import json  # noqa: PLC0415

    rings = {name: [list(point) for point in shape.exterior.coords] for name, shape in SQUARES.items()}
    objects = [
        {"type": "Polygon", "arcs": [[number]], "properties": {"name": name.title()}}
        for number, name in enumerate(rings)
    ]
    units = {"type": "GeometryCollection", "geometries": objects}
    path.write_text(json.dumps({"type": "Topology", "objects": {"units": units}, "arcs": list(rings.values())}))


class TestLifetimes:
    LIFETIMES: Mapping[str, str] = {"valid_from": "begin", "valid_to": "end"}

    def frame(self, begin: list[Any], end: list[Any]) -> gpd.GeoDataFrame:
        return shapes(begin=begin, end=end)

    def test_what_the_end_means_is_asked(self, raw: Path, imported: Import) -> None:
        write_shapes(raw, self.frame(["1940-01-01"] * 3, ["1960-01-01", None, None]))
        write_lines(raw, "control.csv", *LONG)
        with pytest.raises(
            geodata.AtlasError, match=r"shapes\.end: not said what the end means.*inclusive or exclusive"
        ):
            imported(shapes=self.LIFETIMES)

    @pytest.mark.parametrize(("end", "last"), [("inclusive", "1951-01-01"), ("exclusive", "1950-12-31")])
    def test_inclusive_and_exclusive(self, raw: Path, imported: Import, end: str, last: str) -> None:
        write_shapes(raw, self.frame(["1940-01-01"] * 3, ["1951-01-01", None, None]))
        write_lines(raw, "control.csv", *LONG[:4])
        atlas, _ = imported(shapes={**self.LIFETIMES, "end": end})
        lifetimes = dict(zip(atlas.package.provinces["province_id"], atlas.package.provinces["valid_to"], strict=True))
        assert lifetimes == {"north": last, "south": "", "east": ""}

    def test_a_coded_open_end_is_asked_about(self, raw: Path, imported: Import) -> None:
        write_shapes(raw, self.frame(["1940-01-01"] * 3, ["1960-12-31", "2019-12-31", "2019-12-31"]))
        write_lines(raw, "control.csv", *LONG)
        options = {**self.LIFETIMES, "end": "inclusive"}
        with pytest.raises(geodata.AtlasError, match="2 of 3 shapes end on 2019-12-31, the last date of all"):
            imported(shapes=options)
        atlas, _ = imported(shapes={**options, "open_end": "2019-12-31"})
        assert atlas.package.provinces["valid_to"].tolist() == ["1960-12-31", "", ""]

    def test_one_that_is_none_stays_an_end(self, raw: Path, imported: Import) -> None:
        write_shapes(raw, self.frame(["1940-01-01"] * 3, ["1960-12-31", "2019-12-31", "2019-12-31"]))
        write_lines(raw, "control.csv", *LONG)
        atlas, _ = imported(shapes={**self.LIFETIMES, "end": "inclusive", "open_end": "none"})
        assert atlas.package.provinces["valid_to"].tolist() == ["1960-12-31", "2019-12-31", "2019-12-31"]

    def test_values_of_units_that_are_no_more_are_counted(self, raw: Path, imported: Import) -> None:
        write_shapes(raw, self.frame(["1940-01-01"] * 3, ["1950-12-31", None, None]))
        write_lines(raw, "control.csv", *LONG)
        counted = tally_of(imported(shapes={**self.LIFETIMES, "end": "inclusive"})[1], "control")
        assert (counted.used, dict(counted.left_out)) == (4, {"no shape of the unit stands then": 1})


class TestJoins:
    def test_names_alike_are_joined_and_told(self, raw: Path, imported: Import) -> None:
        write_shapes(raw, shapes(["Nörth-Vale", "South", "East"]))
        write_lines(raw, "control.csv", "unit,date,who", "NORTH VALE,1950,Blue")
        _, report = imported(control=control())
        assert any("NORTH VALE = Nörth-Vale" in one for one in report.inferred)

    def test_near_ones_are_offered_and_not_joined(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, "Sowth,1951,Red", "Sowth,1950,Red")
        with pytest.raises(
            geodata.AtlasError, match=r'row 7.*"Sowth": no unit of the shapes, 2 times. It looks like South'
        ):
            imported()

    def test_spellings_and_what_is_left_out_on_purpose(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, "Sowth,1951,Red", "Total,1951,Red")
        atlas, report = imported(units={"spellings": {"Sowth": "South"}, "left_out": {"Total": "a sum"}})
        assert held(atlas)["1951"]["south"] == "reds"
        assert dict(tally_of(report, "control").left_out) == {"Total: a sum": 1}

    def test_a_spelling_that_leads_nowhere_has_its_line(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, "Sowth,1951,Red")
        with pytest.raises(geodata.AtlasError, match=r'mapping\.yaml, row \d+.*spellings\.Sowth, value "Sooth".*South'):
            imported(units={"spellings": {"Sowth": "Sooth"}})

    def test_entries_that_no_table_has_are_told(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG)
        changes = {"units": {"spellings": {"Sud": "South"}}, "categories": {**MAPPING["categories"], "Green": "blues"}}
        _, report = imported(**changes)
        assert [one.split(": ")[1] for one in report.warnings[-2:]] == [
            "units.spellings has 'Sud', which no table has",
            "categories has 'Green', which no table has",
        ]

    def test_a_name_that_stands_twice_is_joined_with_neither(self, raw: Path, imported: Import) -> None:
        write_shapes(raw, shapes(["Vale", "Vale", "East"], land=["A", "B", "B"], key=["a1", "b1", "b2"]))
        write_lines(raw, "control.csv", "unit,land,date,who", "Vale,A,1950,Blue", "Vale,B,1950,Red")
        with pytest.raises(geodata.AtlasError, match=r"could be 2 units at once \(Vale \(a1\), Vale \(b1\)\), 2 times"):
            imported(shapes={"id": "key"})
        parent = {"id": "key", "parent": "land"}
        atlas, _ = imported(shapes=parent, control=control(parent="land"))
        assert held(atlas)["1950"] == {"a1": "blues", "b1": "reds", "b2": ""}

    def test_two_units_of_one_name_need_to_be_told_apart(self, raw: Path, imported: Import) -> None:
        write_shapes(raw, shapes(["Vale", "Vale", "East"], land=["A", "B", "B"]))
        write_lines(raw, "control.csv", "unit,land,date,who", "Vale,A,1950,Blue")
        with pytest.raises(geodata.AtlasError, match=r'"Vale": 2 shapes of this name.*\(id\).*\(parent\)'):
            imported()
        atlas, _ = imported(shapes={"parent": "land"}, control=control(parent="land"))
        assert held(atlas)["1950"] == {"a-vale": "blues", "b-vale": "", "east": ""}

    def test_one_name_at_different_times_is_joined_by_the_date(self, raw: Path, imported: Import) -> None:
        lifetimes = {"begin": ["1940-01-01", "1951-01-01", "1940-01-01"], "end": ["1950-12-31", None, None]}
        write_shapes(raw, shapes(["Vale", "Vale", "East"], key=["v1", "v2", "e"], **lifetimes))
        write_lines(raw, "control.csv", "unit,date,who", "Vale,1950,Blue", "Vale,1951,Red")
        options = {"id": "key", "valid_from": "begin", "valid_to": "end", "end": "inclusive"}
        atlas, report = imported(shapes=options)
        assert held(atlas) == {"1950": {"v1": "blues", "e": ""}, "1951": {"v2": "reds", "e": ""}}
        assert any("2 values joined by date" in one for one in report.inferred)

    def test_values_that_contradict_each_other_are_told_with_both_rows(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, "North,1950,Blue", "South,1950,Blue")
        with pytest.raises(geodata.AtlasError) as told:
            imported()
        (problem,) = told.value.problems
        assert (problem.row, problem.value) == (8, "Blue")
        assert "South, 1950: row 3 of control.csv says 'Red'" in problem.message

    def test_the_same_value_twice_is_left_out_once(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, "North,1950,Blue")
        assert dict(tally_of(imported()[1], "control").left_out) == {"the same value twice": 1}

    def test_units_without_a_value_are_told(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG[:2])
        assert imported()[1].warnings[0] == "2 of 3 units have no value: South, East"


class TestCategories:
    def test_unknown_ones_are_told_with_their_number_and_the_nearest(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, "South,1951,Bleu", "North,1949,Bleu")
        with pytest.raises(
            geodata.AtlasError, match=r"\"Bleu\": in no category of the mapping, 2 times.*looks like 'Blue'"
        ):
            imported()

    def test_one_that_says_contested_contests(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, "South,1951,Fought over")
        fought = {"factions": ["blues", "reds"], "role": "contested"}
        atlas, _ = imported(categories={**MAPPING["categories"], "Fought over": fought})
        call = atlas.control("1951").set_index("province_id").loc["south"]
        assert (call["status"], set(call["factions"])) == ("contested", {"blues", "reds"})

    def test_left_out_on_purpose_with_the_reason(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG, "South,1951,n/a")
        atlas, report = imported(categories_left_out={"n/a": "not known"})
        assert held(atlas) == HELD
        assert dict(tally_of(report, "control").left_out) == {"n/a: not known": 1}


class TestPlaces:
    def test_towns_become_parts_and_colour_no_unit(self, raw: Path, imported: Import) -> None:
        towns = {"name": ["Northton", "Nowhere"], "holder": ["Red", "Blue"]}
        frame = gpd.GeoDataFrame(towns, geometry=[Point(0.5, 1.5), Point(50, 50)], crs="EPSG:4326")
        write_shapes(raw, frame, "towns.geojson")
        write_lines(raw, "control.csv", *LONG)
        place = {
            "file": "towns.geojson",
            "name": "name",
            "radius_km": 5,
            "category": "holder",
            "date": "1950",
            "source": "S01",
        }
        atlas, report = imported(places=[place])
        assert held(atlas) == HELD
        (area,) = atlas.areas("1950").to_dict("records")
        assert (area["place_id"], area["province_id"], area["factions"]) == ("northton", "north", ("reds",))
        assert dict(tally_of(report, "towns").left_out) == {"in no unit that stands then": 1}

    def test_areas_are_no_places(self, raw: Path, imported: Import) -> None:
        write_shapes(raw, shapes(holder=["Red"] * 3), "towns.geojson")
        write_lines(raw, "control.csv", *LONG)
        place = {
            "file": "towns.geojson",
            "name": "name",
            "radius_km": 5,
            "category": "holder",
            "date": "1950",
            "source": "S01",
        }
        with pytest.raises(geodata.AtlasError, match=r"towns\.geojson, row 1: no point"):
            imported(places=[place])


class TestMending:
    def test_a_slit_is_closed_and_its_size_told(self, raw: Path, imported: Import) -> None:
        frame = shapes()
        # 0.00005 of a degree, 5.6 m at the equator, times two degrees: 5.566 m × 221.1 km = 1.23 km².
        frame.loc[2, "geometry"] = box(1.00005, 0, 2, 2)
        write_shapes(raw, frame)
        write_lines(raw, "control.csv", *LONG)
        atlas, report = imported()
        (told,) = report.mended
        assert told.startswith("1950: slits and overlaps up to 10 m wide closed, 1.23")
        assert atlas.provinces("1950").union_all().area == pytest.approx(4)

    def test_none_is_closed_if_none_shall_be(self, raw: Path, imported: Import, tmp_path: Path) -> None:
        frame = shapes()
        frame.loc[2, "geometry"] = box(1.00005, 0, 2, 2)
        write_shapes(raw, frame)
        write_lines(raw, "control.csv", *LONG)
        _, report = imported(shapes={"slits_m": 0})
        assert report.mended == []
        written = gpd.read_file(tmp_path / "atlas" / "provinces.geojson").set_index("name")
        assert written.loc["East", "geometry"].bounds == (1.00005, 0, 2, 2)

    def test_a_ring_that_crosses_itself_is_mended(self, raw: Path, imported: Import) -> None:
        frame = shapes()
        bow = "POLYGON ((5 0, 6 1, 6 0, 5 1, 5 0))"
        lone = gpd.GeoDataFrame({"name": ["Bow"]}, geometry=gpd.GeoSeries.from_wkt([bow]), crs="EPSG:4326")
        write_shapes(raw, gpd.GeoDataFrame(pd.concat([frame, lone], ignore_index=True)))
        write_lines(raw, "control.csv", *LONG)
        atlas, report = imported()
        assert [one.partition(",")[0] for one in report.mended] == ["Bow (shape 4): a ring that crosses itself"]
        assert atlas.provinces("1950").is_valid.all()


class TestWriting:
    def test_a_dry_run_writes_nothing_and_says_the_same(self, raw: Path, imported: Import, tmp_path: Path) -> None:
        write_lines(raw, "control.csv", *LONG)
        _, report = imported()
        before = sorted(tmp_path.rglob("*"))
        assert str(import_atlas(read_mapping(raw / "mapping.yaml"))) == str(report)
        assert sorted(tmp_path.rglob("*")) == before

    def test_nothing_is_overwritten_unasked(self, raw: Path, imported: Import, tmp_path: Path) -> None:
        write_lines(raw, "control.csv", *LONG)
        imported()
        mapping = read_mapping(raw / "mapping.yaml")
        with pytest.raises(geodata.AtlasError, match="exists already and is not empty"):
            import_atlas(mapping, tmp_path / "atlas")
        with pytest.raises(geodata.AtlasError, match="holds no atlas that could be replaced"):
            import_atlas(mapping, raw, force=True)
        import_atlas(mapping, tmp_path / "atlas", force=True)

    def test_a_broken_import_leaves_no_folder(self, raw: Path, imported: Import, tmp_path: Path) -> None:
        write_lines(raw, "control.csv", *LONG, "Nowhere,1950,Red")
        with pytest.raises(geodata.AtlasError):
            imported()
        assert not (tmp_path / "atlas").exists()

    def test_no_licence_is_written_unless_it_is_named(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG)
        assert "licenses" not in imported()[0].package.descriptor

    def test_a_licence_that_is_named_is_written(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG)
        licence = {"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}
        atlas, _ = imported(atlas={"licences": [licence]})
        assert atlas.package.descriptor["licenses"] == [licence]

    def test_what_is_wrong_with_a_row_of_the_mapping_has_its_line_there(self, raw: Path, imported: Import) -> None:
        write_lines(raw, "control.csv", *LONG)
        sources = {**MAPPING["sources"], "S01": {**MAPPING["sources"]["S01"], "year": "last year"}}
        with pytest.raises(
            geodata.AtlasError, match=r'mapping\.yaml, row \d+, column sources\.S01\.year, value "last year"'
        ):
            imported(sources=sources)
