"""A draft: what can be seen in the files is filled in, what only a person can say is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from geodata import AtlasError
from geodata.importing import draft_mapping, read_mapping
from geodata.importing.yaml_text import read_yaml
from tests.geodata.importing.raw import shapes, write_lines, write_shapes, write_workbook


def drafted(folder: Path, units: gpd.GeoDataFrame, table: Path | None = None) -> dict[str, Any]:
    path = folder / "mapping.yaml"
    path.write_text(draft_mapping(write_shapes(folder, units, "units.gpkg"), table), encoding="utf-8")
    content: dict[str, Any] = read_yaml(path).plain()
    return content


def test_a_long_table(tmp_path: Path) -> None:
    table = write_lines(
        tmp_path, "c.csv", "when;district;who", "1950-01-01;North;Blue", "1950-01-02;South;Red", "1950-01-02;Eest;Red"
    )
    found = drafted(tmp_path, shapes(code=["N1", "S1", "E1"]), table)
    (control,) = found["control"]
    assert control == {
        "layout": "long",
        "file": "c.csv",
        "unit": "district",
        "date": "when",
        "category": "who",
        "source": "TABLE",
    }
    assert found["shapes"] == {"file": "units.gpkg", "id": "code", "name": "name", "source": "SHAPES"}
    assert found["stops"] == {"each": "day"}
    assert found["units"] == {"spellings": {"Eest": "?"}}
    assert found["categories"] == {"Red": "red", "Blue": "blue"}


def test_near_spellings_are_offered_beside_the_question(tmp_path: Path) -> None:
    table = write_lines(tmp_path, "c.csv", "when;district;who", "1950;North;Blue", "1950;South;Red", "1950;Eest;Red")
    text = draft_mapping(write_shapes(tmp_path, shapes(), "units.gpkg"), table)
    assert "\"Eest\": '?'  # looks like East\n" in text


def test_a_wide_workbook(tmp_path: Path) -> None:
    rows = [["unit", 1950, "y1951"], ["North", "Blue", "Red"], ["South", "Red", ""], ["East", "Red", "Blue"]]
    (control,) = drafted(tmp_path, shapes(), write_workbook(tmp_path / "c.xlsx", rows))["control"]
    assert (control["layout"], control["unit"]) == ("wide", "unit")
    assert control["columns"] == {"1950": "1950", "y1951": "1951"}


def test_events(tmp_path: Path) -> None:
    frame = pd.DataFrame({"longitude": [0.5], "latitude": [1.5], "event_date": ["1950-06-01"], "actor": ["Red Army"]})
    frame = pd.concat([frame, frame.assign(actor="Blue")])
    frame.to_parquet(tmp_path / "e.parquet")
    (control,) = drafted(tmp_path, shapes(), tmp_path / "e.parquet")["control"]
    assert (control["layout"], control["lon"], control["lat"]) == ("events", "longitude", "latitude")
    assert (control["date"], control["category"]) == ("event_date", "actor")
    assert control["rule"] == {"least_events": "?", "least_share": "?", "role": "strong"}


def test_lifetimes_and_a_coded_open_end_are_asked_about(tmp_path: Path) -> None:
    units = shapes(owner=["A", "B", "B"], start=["1900-01-01"] * 3, end=["1950-01-01", "2019-12-31", "2019-12-31"])
    found = drafted(tmp_path, units)
    assert (found["shapes"]["valid_from"], found["shapes"]["valid_to"]) == ("start", "end")
    assert (found["shapes"]["end"], found["shapes"]["open_end"]) == ("?", "?")
    assert found["control"][0] == {"layout": "attribute", "category": "owner", "source": "TABLE"}


def test_the_order_of_day_and_month_is_asked_if_both_would_do(tmp_path: Path) -> None:
    lines = ["date,unit,who", "03/04/1950,North,Blue", "05/06/1950,South,Red"]
    both = drafted(tmp_path, shapes(), write_lines(tmp_path, "c.csv", *lines))
    assert both["control"][0]["date_format"] == "?"
    one = drafted(tmp_path, shapes(), write_lines(tmp_path, "c.csv", *lines, "25/06/1950,East,Red"))
    assert one["control"][0]["date_format"] == "%d/%m/%Y"


def test_a_word_of_the_program_is_no_faction(tmp_path: Path) -> None:
    table = write_lines(tmp_path, "c.csv", "date,unit,who", "1950,North,Contested", "1950,South,Red", "1951,East,Red")
    found = drafted(tmp_path, shapes(), table)
    assert found["categories"] == {"Red": "red", "Contested": "?"}
    assert list(found["factions"]) == ["red"]


def test_texts_of_the_data_are_no_yaml(tmp_path: Path) -> None:
    hostile = ['a: "b"', "#c {d}", "&e *f"]
    lines = ["unit\twho\tdate", *(f"{name}\t{name} x\t195{place}" for place, name in enumerate(hostile))]
    found = drafted(
        tmp_path, shapes(hostile), write_lines(tmp_path, "c.csv", *(line.replace('"', "'") for line in lines))
    )
    assert set(found["categories"]) == {"a: 'b' x", "#c {d} x", "&e *f x"}


def test_a_draft_is_not_imported_before_it_is_answered(tmp_path: Path) -> None:
    drafted(tmp_path, shapes(who=["A", "B", "B"]))
    with pytest.raises(AtlasError, match="not decided yet"):
        read_mapping(tmp_path / "mapping.yaml")
