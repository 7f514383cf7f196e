"""Factions, sides and sources as the mapping tells them, and where a fault of a made row is mended."""

from __future__ import annotations

from pathlib import Path

from geodata.errors import Problem
from geodata.importing import ImportMapping, read_mapping
from geodata.importing.actors import in_the_mapping, told_rows

LINES = """\
atlas: {title: Squareland}
shapes: {file: units.gpkg, name: name}
stops: {each: year}
factions:
  blues: {name: Blue Party, kind: party, side: rebels}
  reds:
    kind: government
    side: crown
    colour: red
sides: {rebels: {colour: '#2b6cb0'}, crown: {name: the Crown, colour: '#c05656', sign: star}}
sources: {S01: {title: Data, type: dataset, language: en, kind: press, independent: 'yes', thin: '0'}}
"""


def mapping(folder: Path) -> ImportMapping:
    (folder / "mapping.yaml").write_text(LINES, encoding="utf-8")
    return read_mapping(folder / "mapping.yaml")


def test_what_is_not_told_is_made_of_what_is(tmp_path: Path) -> None:
    rows = told_rows(mapping(tmp_path))
    names = [(one["faction_id"], one["name"], one["short_name"]) for one in rows["factions"]]
    assert names == [("blues", "Blue Party", "Blue Party"), ("reds", "reds", "reds")]
    sides = [(one["side_id"], one["name"], one["order"], one["sign"]) for one in rows["sides"]]
    assert sides == [("rebels", "rebels", "1", "circle"), ("crown", "the Crown", "2", "star")]
    assert rows["alliances"] == []


def test_a_fault_of_a_made_row_is_told_where_it_was_written(tmp_path: Path) -> None:
    told = mapping(tmp_path)
    rows = told_rows(told)
    found = in_the_mapping(Problem("no colour", "factions.csv", 3, "colour", "red"), told, rows)
    assert (found.file, found.row, found.column) == ("mapping.yaml", 9, "factions.reds.colour")
    # Of what the mapping leaves out, the line is that of the row.
    found = in_the_mapping(Problem("empty", "factions.csv", 3, "name"), told, rows)
    assert (found.file, found.row, found.column) == ("mapping.yaml", 6, "factions.reds.name")
    other = Problem("no date", "observations.csv", 3, "date")
    assert in_the_mapping(other, told, rows) == other
