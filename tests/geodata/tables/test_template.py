"""The atlas to begin one's own with: it loads, says what its tables say, and overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import geodata
from geodata.tables.template import write_template
from tests.made_up import Folder


def test_written_atlas_loads_and_is_named_as_made_up(folder: Folder) -> None:
    atlas = folder.load()
    assert "made up" in atlas.title
    assert [period.label for period in atlas.periods] == ["1900", "1910–11"]


def test_its_calls_follow_from_its_claims(folder: Folder) -> None:
    """Read off the seven claims of the template by hand."""
    atlas = folder.load()
    early = atlas.control("1900").set_index("province_id")
    # C001 (dominant) before C002 (strong), both firm; C002 alone in the south.
    assert list(early.index) == ["north", "south"]
    assert early.loc["north", ["faction_id", "grade", "claim_ids"]].tolist() == ["blues", "direct", ("C001",)]
    assert early.loc["south", ["faction_id", "grade", "claim_ids"]].tolist() == ["rebels", "regional", ("C002",)]
    # C003: a garrison of the Crown in the capital of the south.
    assert early.loc["south", ["capital_status", "capital_changed_hands"]].tolist() == ["government", False]
    late = atlas.control("1910-11").set_index("province_id")
    # C005 is of one road: the north is known only in parts. C004 is the coast. C006 is national and colours nothing.
    assert list(late.index) == ["coast", "north", "south"]
    assert late.loc["north", ["status", "side", "parts"]].tolist() == ["partly", None, ("C005",)]
    assert late.loc["coast", ["faction_id", "grade", "claim_ids"]].tolist() == ["greens", "direct", ("C004",)]
    assert late.loc["south", "status"] == "no-evidence"
    # C007, V001: stormed on 1 June 1910.
    assert late.loc["south", ["capital_status", "capital_changed_hands"]].tolist() == ["resistance", True]
    assert late.loc["south", "capital_claim_ids"] == ("C007",)


def test_it_shows_a_province_announced_and_then_made(folder: Folder) -> None:
    atlas = folder.load()
    assert list(atlas.announced("1900")["province_id"]) == ["coast"]
    assert atlas.announced("1910-11").empty
    assert atlas.lineage.to_numpy().tolist() == [["coast", "south", "1905-01-01"]]


def test_missing_folders_on_the_way_are_made(tmp_path: Path) -> None:
    assert geodata.load(write_template(tmp_path / "my" / "atlas")).periods


def test_empty_folder_is_filled(tmp_path: Path) -> None:
    assert geodata.load(write_template(str(tmp_path))).periods


@pytest.mark.parametrize("is_file", [True, False])
def test_nothing_is_overwritten(tmp_path: Path, is_file: bool) -> None:
    target = tmp_path / "taken"
    mine = target if is_file else target / "claims.csv"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine")
    with pytest.raises(geodata.AtlasError) as caught:
        write_template(target)
    (problem,) = caught.value.problems
    assert problem.file == str(target)
    assert "not an empty folder" in problem.message
    assert problem.hint
    assert mine.read_text() == "mine"
    assert is_file or [path.name for path in target.iterdir()] == ["claims.csv"]
