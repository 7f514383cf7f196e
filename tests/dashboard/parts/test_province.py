"""The chosen province: call and evidence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.parts.province import call_html, evidence_html
from dashboard.parts.province_data import call_data, evidence_data
from geodata.tables.template import write_template
from tests.made_up import Folder


@pytest.fixture
def squareland(tmp_path: Path) -> geodata.Atlas:
    return geodata.load(write_template(tmp_path / "squareland"))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "squareland")


def section(html: str, title: str) -> str:
    found = re.search(rf"<details[^>]*>\s*<summary><h3>{title} .*?</details>", html, re.DOTALL)
    assert found, title
    return found.group(0)


def test_without_a_choice_the_panel_invites(squareland: geodata.Atlas) -> None:
    assert "Choose a province" in call_html(edition_of(squareland), "1900", None)


def test_deciding_claims_stand_apart_from_the_others(squareland: geodata.Atlas) -> None:
    html = evidence_html(edition_of(squareland), "1900", "north")
    decided = section(html, "Claims that decided")
    # C001 names the whole north; C002, of unnamed rebels in two provinces, is of the same side and decides nothing.
    assert 'id="C001"' in decided
    assert 'id="C002"' not in decided
    assert 'id="C002"' in section(html, "Other claims about this province")
    assert "A. N. Author, “A History of Squareland”, Made-up Press, 1950, p. 12." in decided


def test_the_steps_say_when_no_party_is_named(squareland: geodata.Atlas) -> None:
    html = evidence_html(edition_of(squareland), "1900", "south")
    assert "None of them names a group, so the map names none." in html
    assert "one side led; the sources name no group" in call_html(edition_of(squareland), "1900", "south")


def test_the_capital_has_its_claims_and_events(squareland: geodata.Atlas) -> None:
    html = evidence_html(edition_of(squareland), "1910-11", "south")
    assert 'id="C007"' in section(html, "Claims about the capital and other towns")
    assert "1 June 1910" in section(html, "Dated events in the period")
    call = call_html(edition_of(squareland), "1910-11", "south")
    assert "Riverton: held by the rebels, changed hands in the period" in call


def test_the_years_before_the_province_are_left_out(squareland: geodata.Atlas) -> None:
    call = call_html(edition_of(squareland), "1910-11", "coast")
    assert call.count('class="label"') == 1


def data(folder: Folder, period: str, province: str) -> tuple[dict[str, Any], dict[str, Any]]:
    edition = edition_of(geodata.load(folder.path))
    return call_data(edition, period, province), evidence_data(edition, period, province)


def test_the_first_line_counts_claims_for_and_against_and_independent_works(folder: Folder) -> None:
    """The Blues have a firm claim on the north; one against it and two more for it are added, one of them a reprint."""
    more = {"language": "en", "kind": "scholarship", "thin": "false"}
    folder.append("sources.csv", source_id="S03", type="book", title="Again", independent="true", work="S01", **more)
    folder.append("sources.csv", source_id="S04", type="webpage", title="A Wiki", independent="false", **more)
    for number, source, faction in ((10, "S03", "blues"), (11, "S04", "blues"), (12, "S02", "greens")):
        folder.append("claims.csv", claim_id=f"C9{number}", sentence_id=f"S02-{number}", faction_id=faction,
                      domain="countryside", role="dominant", scope="provinces", date="1900", basis="stated",
                      statement="Made up.", source_id=source)  # fmt: skip
        folder.append("scopes.csv", claim_id=f"C9{number}", province_id="north", extent="whole", named="true")
    call, _ = data(folder, "1900", "north")
    # Blues and Greens share it: C001, C910 and C12 decide, and C910 is the text of C001 once more.
    assert call["lead"] == "Blue Party and Green Party"
    assert call["counts"] == "3 claims for, 0 against · 2 independent sources"


def test_a_sentence_that_makes_two_claims_is_one_sentence(folder: Folder) -> None:
    """C001 says that the Blues led the north; another sentence gives it to Blues and Greens: three claims of two."""
    for number, faction in ((10, "blues"), (11, "greens")):
        folder.append("claims.csv", claim_id=f"C9{number}", sentence_id="S02-10", faction_id=faction,
                      domain="countryside", role="dominant", scope="provinces", date="1900", basis="stated",
                      statement="Made up.", source_id="S02")  # fmt: skip
        folder.append("scopes.csv", claim_id=f"C9{number}", province_id="north", extent="whole", named="true")
    call, evidence = data(folder, "1900", "north")
    assert call["counts"] == "3 claims for, 0 against · 2 independent sources"
    assert evidence["steps"][-1] == "The call rests on 2 sentences. 2 independent sources support it."


def test_a_claim_of_the_other_side_stands_against_it(folder: Folder) -> None:
    folder.append("claims.csv", claim_id="C910", sentence_id="S02-10", faction_id="crown", domain="countryside",
                  role="dominant", scope="provinces", date="1900?", basis="stated", statement="Made up.",
                  source_id="S02")  # fmt: skip
    folder.append("scopes.csv", claim_id="C910", province_id="north", extent="whole", named="true")
    call, evidence = data(folder, "1900", "north")
    assert call["counts"] == "1 claim for, 1 against · 1 independent source"
    dissent = next(one for one in evidence["groups"] if one["title"] == "Claims that say otherwise")
    assert [(claim["id"], claim["tags"]) for claim in dissent["claims"]] == [
        ("C910", ["adjacent evidence", "weak: dated vaguely"])
    ]


def test_what_weakens_a_call_is_said_and_whether_the_side_is_firm(folder: Folder) -> None:
    folder.set("sources.csv", 2, "independent", "false")
    call, _ = data(folder, "1900", "north")
    rows = {row["term"]: row["text"] for row in call["rows"]}
    # The rebels of an independent source make the side firm; the Blues are named by a weak claim alone.
    assert rows["How sure"] == "weak for the group, firm for the side: source not independent"
    assert call["what"] == "Blue Party, held, direct evidence, weak"


def test_known_only_in_parts_shows_the_parts_and_decides_nothing(folder: Folder) -> None:
    call, evidence = data(folder, "1910-11", "north")
    assert call["lead"] == "Known only in parts: 1 claim · no other report"
    assert call["counts"] == ""
    assert next((one["title"], one["open"], len(one["claims"])) for one in evidence["groups"]) == (
        "Claims about parts of the province", True, 1,
    )  # fmt: skip
    assert evidence["steps"] == [
        "No claim says who led the whole province. "
        "What the claims say about parts of it is listed below and drawn on the map."
    ]


def test_where_nobody_tells_who_led_the_other_reports_are_counted_and_open(folder: Folder) -> None:
    for number in (10, 11):
        folder.append("claims.csv", claim_id=f"C9{number}", sentence_id=f"S02-{number}", faction_id="blues",
                      domain="countryside", role="present", scope="provinces", date="1910", basis="stated",
                      statement="Made up.", source_id="S02")  # fmt: skip
        folder.append("scopes.csv", claim_id=f"C9{number}", province_id="south", extent="whole", named="true")
    call, evidence = data(folder, "1910-11", "south")
    # Two that were there and one about the capital.
    assert call["lead"] == "No source says who led. 3 other reports"
    assert [(one["title"], one["open"], len(one["claims"])) for one in evidence["groups"]] == [
        ("Other claims about this province", True, 2),
        ("Claims about the capital and other towns", True, 1),
    ]


def test_firm_claims_for_two_sides_point_both_ways(folder: Folder) -> None:
    folder.append("claims.csv", claim_id="C910", sentence_id="S02-10", faction_id="crown", domain="countryside",
                  role="dominant", scope="provinces", date="1900", basis="stated", statement="Made up.",
                  source_id="S02")  # fmt: skip
    folder.append("scopes.csv", claim_id="C910", province_id="north", extent="whole", named="true")
    call, evidence = data(folder, "1900", "north")
    assert call["what"] == "the evidence points both ways: Blue Party and The Crown, direct evidence"
    assert evidence["steps"][0] == (
        "Equally good claims (direct evidence, firm) point to different sides, "
        "and no source says that the province was fought over."
    )


def test_a_weak_claim_for_the_whole_and_a_part_of_another_side_point_both_ways(folder: Folder) -> None:
    for row in (2, 3):
        folder.set("sources.csv", row, "thin", "true")
    folder.append("claims.csv", claim_id="C910", sentence_id="S02-10", faction_id="crown", domain="countryside",
                  role="dominant", scope="provinces", date="1900", basis="stated", statement="Made up.",
                  source_id="S02")  # fmt: skip
    folder.append("scopes.csv", claim_id="C910", province_id="north", extent="part", part="the valley", named="true")
    _, evidence = data(folder, "1900", "north")
    assert evidence["steps"][0] == (
        "Only weak claims speak of the whole province, and another side is said to have led a part of it."
    )


def test_statements_are_said_to_be_our_words_once_and_are_no_quotations(squareland: geodata.Atlas) -> None:
    html = evidence_html(edition_of(squareland), "1900", "north")
    assert html.count('class="statement"') == html.count("in our words") == 2
    assert "<blockquote" not in html


def test_areas_are_told_as_people_tell_them(squareland: geodata.Atlas) -> None:
    area = squareland.control("1900").set_index("province_id").loc["north", "area_km2"]
    told = next(
        row["text"] for row in call_data(edition_of(squareland), "1900", "north")["rows"] if "km²" in row["text"]
    )
    number = int(told.removesuffix(" km²").replace(",", ""))
    assert number % 100 == 0
    assert abs(number - area) <= 50


def test_values_are_escaped(tmp_path: Path) -> None:
    folder = write_template(tmp_path / "evil")
    claims = folder / "claims.csv"
    text = claims.read_text(encoding="utf-8").replace("The Blue Party had the whole north.", "<img src=x onerror=1>")
    claims.write_text(text, encoding="utf-8")
    html = evidence_html(edition_of(geodata.load(folder)), "1900", "north")
    assert "&lt;img src=x" in html
    assert "<img" not in html
