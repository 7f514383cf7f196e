"""What every exported file carries with it."""

from __future__ import annotations

from geodata import RULE_VERSION, Atlas
from geodata.telling.provenance import about, cite_atlas
from tests.made_up import Folder


def test_citation_names_title_version_and_year(folder: Folder) -> None:
    assert cite_atlas(folder.load()) == "Your name, Squareland 1900 and 1910–11 (made up), version 0.1.0, 2026."


def test_citation_says_that_sources_were_left_out(folder: Folder) -> None:
    cited = cite_atlas(folder.load().without(["S02", "S01"]))
    assert (
        cited == "Your name, Squareland 1900 and 1910–11 (made up), version 0.1.0, "
        "not the atlas’s own reading: without=S01,S02, 2026."
    )


def test_facts_of_a_period(afghanistan: Atlas) -> None:
    facts = about(afghanistan, "1988-89")
    assert facts["version"] == afghanistan.version
    assert facts["rule_version"] == RULE_VERSION
    assert [licence["name"] for licence in facts["licenses"]] == ["CC-BY-4.0", "PDDL-1.0"]
    assert facts["period"] == {
        "id": "1988-89",
        "label": "1988–89",
        "edtf": "1988/1989",
        "start": "1988-01-01",
        "end": "1989-12-31",
    }
    assert "without_sources" not in facts


def test_facts_of_the_whole_and_of_less(folder: Folder) -> None:
    assert "period" not in about(folder.load())
    assert about(folder.load().without("S01"), "1900")["without_sources"] == ["S01"]


def test_an_atlas_that_says_little_of_itself(folder: Folder) -> None:
    def forget(content: dict[str, object]) -> None:
        for key in ("created", "version"):
            del content[key]

    folder.edit_json("datapackage.json", forget)
    atlas = folder.load()
    assert cite_atlas(atlas) == "Your name, Squareland 1900 and 1910–11 (made up)."
    assert about(atlas)["licenses"] == []
