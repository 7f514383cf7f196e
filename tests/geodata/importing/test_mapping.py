"""A mapping file: every fault with its line, and no value taken for something else than the text that stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata import AtlasError
from geodata.importing import read_mapping

SOUND = """\
atlas:
  title: Squareland
shapes: {file: units.gpkg, name: name}
stops: {each: year}
categories: {No: blues, 010: blues, 1985-08-01: blues, 'null': blues}
factions:
  blues: {name: Yes, kind: party, side: rebels, name_fa: آبی}
sides: {rebels: {name: rebels, colour: '#2b6cb0'}}
sources: {S01: {title: Data, type: dataset, language: en, kind: press, independent: 'true', thin: 'no'}}
"""


def read(folder: Path, text: str) -> None:
    (folder / "mapping.yaml").write_text(text, encoding="utf-8")
    read_mapping(folder / "mapping.yaml")


def test_values_are_the_texts_that_stand_there(tmp_path: Path) -> None:
    (tmp_path / "mapping.yaml").write_text(SOUND, encoding="utf-8")
    mapping = read_mapping(tmp_path / "mapping.yaml")
    assert list(mapping.content["categories"]) == ["No", "010", "1985-08-01", "null"]
    assert mapping.content["factions"]["blues"]["name"] == "Yes"
    assert mapping.lines["factions.blues"] == 7


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  title: Squareland", "  titel: Squareland", r"row 2, column atlas\.titel.*unknown key. Did you mean title"),
        ("  title: Squareland", "  title: ''", r"row 2, column atlas\.title: empty"),
        ("  title: Squareland", "  title: '?'", r"row 2, column atlas\.title.*not decided yet"),
        ("  title: Squareland", "  title: [a]", r"row 2, column atlas\.title: of the wrong kind"),
        ("{each: year}", "{each: week}", r'row 4, column stops\.each, value "week": not an allowed value.*decade'),
        ("stops: {each: year}\n", "", r"column stops: this key is missing"),
        ("kind: party", "kind: club", r'row 7, column factions\.blues\.kind, value "club": not an allowed value'),
        ("side: rebels", "syde: rebels", r"row 7, column factions\.blues\.syde.*Did you mean side"),
        ("name: name}", "name: name, slits_m: wide}", r'column shapes\.slits_m, value "wide": no number'),
        ("name: name}", "name: name, slits_m: -1}", r"no number"),
        ("name: name}", "name: name, slits_m: nan}", r"no number"),
        ("{each: year}", "{each: year, each: day}", r'row 4, value "each": a key that stands twice'),
        ("{each: year}", "&a {each: year}", r"row 4: an anchor, alias or tag"),
        ("{each: year}", "!!python/object:os.system {}", r"row 4: an anchor, alias or tag"),
        ("{each: year}", "{each: year", r"mapping\.yaml, row \d: no YAML"),
        ("{each: year}", "[" * 60 + "]" * 60, r"nested too deep"),
    ],
)
def test_faults_have_their_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in SOUND
    with pytest.raises(AtlasError, match=told):
        read(tmp_path, SOUND.replace(old, new))


def test_all_faults_are_told_at_once_in_their_order(tmp_path: Path) -> None:
    broken = SOUND.replace("title: Squareland", "titel: x").replace("each: year", "each: week").replace("party", "club")
    with pytest.raises(AtlasError) as told:
        read(tmp_path, broken)
    # The title that is missing is told of the section that lacks it.
    assert [one.row for one in told.value.problems] == [1, 2, 4, 7]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\xfa", b"- a\n- b\n", b"text"])
def test_what_is_no_mapping_is_told_and_nothing_breaks(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mapping.yaml").write_bytes(content)
    with pytest.raises(AtlasError):
        read_mapping(tmp_path / "mapping.yaml")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"mapping\.yaml: can't be read"):
        read_mapping(tmp_path / "mapping.yaml")
