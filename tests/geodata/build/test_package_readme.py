"""The generated parts of an atlas's README, on the small made-up atlas whose rows can be counted by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import geodata
from geodata.build.generated import RenewError
from geodata.build.package_readme import (
    RULE,
    counts,
    data_dictionary,
    dictionary_of,
    main,
    renew,
    replace_part,
)
from geodata.tables.template import write_template

PARTS = ("rule", "counts", "data dictionary")
SKELETON = "By hand, before.\n\n" + "\n\n".join(
    f"<!-- {name}: begin -->\nold\n<!-- {name}: end -->\n\nBy hand, after {name}." for name in PARTS
)


@pytest.fixture(scope="module")
def squareland(tmp_path_factory: pytest.TempPathFactory) -> geodata.Atlas:
    return geodata.load(write_template(tmp_path_factory.mktemp("atlas") / "squareland"))


def bullets(text: str, period: str) -> dict[str, str]:
    """The lines of what the calls of a period rest on, by label."""
    part = text.split(f"What the calls of **{period}** rest on:")[1].partition("What the calls of")[0]
    found = re.findall(r"^- ([^(:]+?)(?: \((\d+)\))?(?:: (.*))?\.$", part, re.MULTILINE)
    return {label: f"{number} {names}".strip() for label, number, names in found}


class TestCounts:
    def test_rows_of_the_tables(self, squareland: geodata.Atlas) -> None:
        text = counts(squareland)
        # claims.csv has seven rows, each from a sentence of its own; one of them is national.
        assert "| claims | 7 | from 7 source sentences; 7 stated, 0 inferred; 1 speak of the whole country" in text
        assert "| scopes | 7 | 4 of a whole province, 3 of a part; 7 name the province |" in text
        # C001, C004 and C007 give a page.
        assert "colour no province; 3 give the page or part of the source |" in text
        assert "| events | 2 | reports by claims: 1 |" in text
        assert "| sources | 2 | 0 not counted as independent; 2 works; 0 thin; 0 cited by no claim" in text
        assert "How much of the sources was read: whole 2, part 0, opening 0, quoted 0, not noted 0." in text
        assert "| factions | 5 | 1 of them actors that a source names only in general |" in text
        assert "| places | 3 | 1 at an approximate position |" in text
        assert "2 provinces in 1900, 3 provinces in 1910–11" in text

    def test_sources_by_kind(self, squareland: geodata.Atlas) -> None:
        # S01, a book, is cited by C001, C004, C005, C007; S02, a newspaper, by C002, C003, C006.
        text = counts(squareland)
        assert "| scholarship | 1 | 1 | 4 |" in text
        assert "| press | 1 | 1 | 3 |" in text

    def test_calls_by_status_and_grade(self, squareland: geodata.Atlas) -> None:
        # 1900: the north is the Blues' (direct), the south the unnamed rebels' (regional, with the north).
        # 1910–11: the coast is held on direct evidence, of the north a road is told, of the south nothing.
        # Sources are independent and not thin, so the calls are firm.
        rows = re.findall(r"^\| (1900|1910–11) \| (.*) \|$", counts(squareland), re.MULTILINE)
        assert rows == [
            ("1900", "2 (2) | 0 | 0 | 0 | 0 | 0"),
            ("1910–11", "1 (1) | 0 | 0 | 0 | 1 | 1"),
            ("1900", "1 | 1 | 0 | 0 | 0"),
            ("1910–11", "1 | 0 | 0 | 0 | 0"),
        ]

    def test_what_the_calls_rest_on(self, squareland: geodata.Atlas) -> None:
        early = bullets(counts(squareland), "1900")
        assert early["No party named"] == "1 South"
        assert early["Decided by one source sentence"] == "2 North, South"
        assert early["No evidence"] == "0"
        assert early["Capitals at the end of the period"].startswith("government 1, unknown 1; ")
        late = bullets(counts(squareland), "1910–11")
        assert late["No evidence"] == "1 South"
        assert late["Known only in parts"] == "1 North"
        assert late["Decided by one source sentence"] == "1 Coast", "what is known in parts is not decided"
        assert late["Capitals at the end of the period"].endswith("changed hands in the period: that of South")

    def test_weak_and_mirrored_sources_are_named(self, tmp_path: Path) -> None:
        copy = write_template(tmp_path / "copy")
        sources = (copy / "sources.csv").read_text(encoding="utf-8")
        sources = sources.replace("scholarship,true,false", "encyclopedia,false,true")
        (copy / "sources.csv").write_text(sources, encoding="utf-8", newline="\n")
        # In 1900 S02, sound, decides the north's side and S01 its party; in 1910–11 S01 alone decides the coast.
        text = counts(geodata.load(copy))
        assert "| sources | 2 | 1 not counted as independent; 2 works; 1 thin;" in text
        assert bullets(text, "1900")["Side on firm evidence, faction on weak evidence"] == "1 North"
        for period, names in (("1900", "0"), ("1910–11", "1 Coast")):
            lines = bullets(text, period)
            assert lines["Decided by sources alone that are not counted as independent"] == names
            assert lines["Decided by thin sources alone"] == names

    def test_weak_grades_are_named(self, tmp_path: Path) -> None:
        copy = write_template(tmp_path / "copy")
        claims = (copy / "claims.csv").read_text(encoding="utf-8")
        claims = claims.replace("1911-03,stated", "1911-03,inferred")
        (copy / "claims.csv").write_text(claims, encoding="utf-8", newline="\n")
        lines = bullets(counts(geodata.load(copy)), "1910–11")
        assert lines["Side and faction on weak evidence only"] == "1 Coast"
        assert lines["Side on firm evidence, faction on weak evidence"] == "0"


class TestDataDictionary:
    @pytest.mark.parametrize(
        ("limits", "told"),
        [
            ({"minimum": 1}, "Rank. At least 1. Example"),
            ({"maximum": 9}, "Rank. At most 9. Example"),
            ({"minimum": 1, "maximum": 9}, "Rank. From 1 to 9. Example"),
            ({}, "Rank. Example"),
        ],
    )
    def test_limits_on_one_side_only(self, limits: dict[str, int], told: str) -> None:
        field = {"name": "rank", "type": "integer", "description": "Rank.", "example": 2, "constraints": limits}
        assert told in dictionary_of("t.csv", "Things.", [field], ["rank"])

    @pytest.mark.parametrize(
        "told",
        [
            "| `lon` | number, required | Longitude. From -180 to 180. Unit: degrees east, WGS 84 (EPSG:4326).",
            "Empty for `largest`. At least 0. Unit:",
            "| `claim_id` | string, key, required | Identifier. Pattern: ",
            "| `basis` | string, required | `stated` by the source, or `inferred` by us with the reasoning in `note`."
            " One of: `stated`, `inferred`. Example:",
            "Refers to `factions.faction_id` or `sides.side_id`.",
            "| `thin` | boolean, required | `true` where the source is thin, anonymous, or far from what it tells."
            " Example: `false`. |",
            "Key: `claim_id`, `province_id`.",
        ],
    )
    def test_what_is_said_of_the_columns_of_the_built_in_atlas(self, afghanistan: geodata.Atlas, told: str) -> None:
        assert told in data_dictionary(afghanistan.package)

    def test_every_column_of_every_table_once(self, squareland: geodata.Atlas) -> None:
        descriptor = squareland.package.descriptor
        sections = re.split(r"^### ", data_dictionary(squareland.package), flags=re.MULTILINE)[1:]
        assert [section.splitlines()[0] for section in sections] == [one["path"] for one in descriptor["resources"]]
        for section, resource in zip(sections, descriptor["resources"], strict=True):
            fields = (resource.get("schema") or resource["properties_schema"])["fields"]
            assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [field["name"] for field in fields]

    def test_what_is_said_of_a_column(self) -> None:
        fields: list[dict[str, Any]] = [
            {
                "name": "height",
                "type": "number",
                "description": "Height.",
                "unit": "metres",
                "example": 3.5,
                "constraints": {"required": True, "minimum": 0, "maximum": 9000},
            },
            {"name": "kind", "type": "string", "description": "A or b.", "constraints": {"enum": ["a", "b"]}},
            {"name": "code", "type": "string", "description": "Code.", "constraints": {"pattern": "x|y"}},
            {"name": "seen", "type": "boolean", "description": "Seen.", "example": True},
            {
                "name": "hill",
                "type": "string",
                "description": "The hill.",
                "refers": ["hills.hill_id", "peaks.peak_id"],
            },
        ]
        text = dictionary_of("t.csv", "Things.", fields, ["height", "kind"])
        height = "| `height` | number, required | Height. From 0 to 9000. Unit: metres. Example: `3.5`. |"
        assert text.splitlines()[0:7] == [
            "### t.csv",
            "",
            "Things.",
            "",
            "| column | type | meaning |",
            "| --- | --- | --- |",
            height,
        ]
        assert "| `kind` | string, may be empty | A or b. One of: `a`, `b`. |" in text
        assert "Pattern: `x\\|y`." in text
        assert "Example: `true`." in text
        assert "Refers to `hills.hill_id` or `peaks.peak_id`." in text
        assert "Key: `height`, `kind`." in text


class TestParts:
    def test_only_what_is_between_the_markers_changes(self, squareland: geodata.Atlas) -> None:
        renewed = renew(SKELETON, squareland, "The rule, word for word.\n")
        assert "old" not in renewed.split()
        assert "<!-- rule: begin -->\n\nThe rule, word for word.\n\n<!-- rule: end -->" in renewed
        for words in ("By hand, before.", *(f"By hand, after {name}." for name in PARTS)):
            assert words in renewed

    def test_a_second_run_changes_nothing(self, squareland: geodata.Atlas) -> None:
        once = renew(SKELETON, squareland, "rule")
        assert renew(once, squareland, "rule") == once

    @pytest.mark.parametrize(
        "text",
        [
            "nothing",
            "<!-- x: begin -->",
            "<!-- x: end --><!-- x: begin -->",
            "<!-- x: begin --><!-- x: end --><!-- x: begin --><!-- x: end -->",
        ],
    )
    def test_markers_that_are_missing_or_in_disorder(self, text: str) -> None:
        with pytest.raises(RenewError, match="<!-- x: begin -->"):
            replace_part(text, "x", "new")


class TestCommand:
    @pytest.fixture
    def described(self, tmp_path: Path) -> Path:
        folder = write_template(tmp_path / "squareland")
        (folder / "README.md").write_text(SKELETON, encoding="utf-8", newline="\n")
        return folder

    def test_check_tells_and_changes_nothing(self, described: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([str(described), "--check"]) == 1
        assert "not current" in capsys.readouterr().err
        assert (described / "README.md").read_text(encoding="utf-8") == SKELETON

    def test_writes_and_is_current_then(self, described: Path) -> None:
        assert main([str(described)]) == 0
        assert main([str(described), "--check"]) == 0
        written = (described / "README.md").read_bytes()
        assert RULE.read_bytes().strip() in written
        assert b"\r" not in written

    def test_a_new_claim_makes_it_stale(self, described: Path) -> None:
        main([str(described)])
        with (described / "claims.csv").open("a", encoding="utf-8", newline="") as handle:
            handle.write("C008,S02-4,blues,countryside,present,national,1910,stated,Blues were met.,S02,,\n")
        assert main([str(described), "--check"]) == 1

    def test_no_readme(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([str(write_template(tmp_path / "squareland"))]) == 1
        assert "README.md" in capsys.readouterr().err

    def test_no_markers(self, described: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (described / "README.md").write_text("Only words.\n", encoding="utf-8")
        assert main([str(described)]) == 1
        assert "<!-- rule: begin -->" in capsys.readouterr().err
        assert (described / "README.md").read_text(encoding="utf-8") == "Only words.\n"

    def test_a_broken_atlas(self, described: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (described / "claims.csv").unlink()
        assert main([str(described)]) == 1
        assert "claims.csv" in capsys.readouterr().err
