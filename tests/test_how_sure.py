"""The page for teachers: every number on it comes out of the atlas."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import mean

import pytest

from benchmarks.reading_list import scores
from geodata import CAUTIOUS, Atlas, Rule
from geodata.rule import CALL_DIFFERS

pytestmark = pytest.mark.slow

PAGE = (Path(__file__).parent.parent / "docs" / "how-sure-is-this-map.md").read_text(encoding="utf-8")


def test_take_the_article_away(afghanistan: Atlas) -> None:
    found = afghanistan.differences(Rule(without_sources=("S01",)))
    calls = found[found["kind"].isin(CALL_DIFFERS)]
    kinds, periods = calls["kind"].value_counts(), calls["period_id"].value_counts()
    assert (
        f"{len(calls)} calls differ: {periods['1985']} in 1985, {periods['1987']} in 1987, {periods['1988-89']} in "
        f"1988–89. {kinds['to-no-evidence']} fall to no evidence, {kinds['to-partly']} are known only in parts, "
        f"{kinds['other-factions']} show other factions. In none does another side lead"
    ) in PAGE
    assert "other-side" not in kinds
    led = calls[calls["kind"] == "now-led"]
    assert set(led["name"]) == {"Balkh", "Faryab", "Jowzjan"}
    assert set(led["period_id"]) == {"1988-89"}
    assert set(led["from_status"]) == {"unclear"}
    assert (found["kind"] == "capital-only").sum() == 2
    assert sum(len(afghanistan.control(period.id)) for period in afghanistan.periods) == 87


def test_how_many_would_have_to_be_wrong(afghanistan: Atlas) -> None:
    early, late = (afghanistan.robustness(period)["faction_least"].value_counts() for period in ("1985", "1988-89"))
    assert early.drop(0).to_dict() == {1: 22}
    assert late.drop(0).to_dict() == {1: 14, 2: 2, 3: 1}
    robust = afghanistan.robustness("1988-89").set_index("province_id")
    assert robust.loc["paktika", "faction_falls_with"] == (("T01", "U20"),)
    assert afghanistan.call("paktika", "1988-89").call["strength"] == "firm"
    assert tuple(robust.loc["takhar", ["faction_least", "side_least"]]) == (3, 4)


def test_do_they_agree(afghanistan: Atlas) -> None:
    found = afghanistan.discrepancy().set_index(["period_id", "province_id"]).loc[("1988-89", "baghlan")]
    assert found["works"] == 3
    assert (found["side"], found["faction"], found["role"]) == (2 / 3, 2 / 3, 0)
    assert found["capital"] is None
    assert found["score"] == pytest.approx(4 / 9)
    call = afghanistan.call("baghlan", "1988-89").call
    assert call["status"] == "unclear"
    claims = afghanistan.claims(province="baghlan", period="1988-89").set_index("claim_id")
    assert claims.loc["C299", ["source_id", "grade"]].tolist() == ["U21", "inferred"]
    assert "C299" not in call["claim_ids"]
    assert set(claims.loc[list(call["claim_ids"]), "source_id"]) == {"S19", "X68"}


def test_why_no_chances_are_shown() -> None:
    # n sources drawn from n with putting back: one of them is among those drawn with 1 - (1 - 1/n)^n, near 1 - 1/e.
    assert 1 - 1 / math.e == pytest.approx(0.63, abs=0.005)
    drawn = 1 - (1 - 1 / 100) ** 100
    assert drawn == pytest.approx(0.63, abs=0.005)
    assert "0.63" in PAGE


def test_how_many_sources_were_left_out(afghanistan: Atlas) -> None:
    claims = afghanistan.claims()
    many = claims[claims["domain"] == "countryside"]["source_id"].value_counts()
    assert f"each of the {(many > 1).sum()} sources with two or more claims" in PAGE


def test_how_well_the_reading_list_knows(afghanistan: Atlas) -> None:
    found = scores(afghanistan)
    changing = [one.all_calls for one in found if one.all_calls is not None]
    speaking = [one.its_own for one in found if one.its_own is not None]
    words = {12: "twelve"}
    assert f"Only {words[len(changing)]} of them change any call." in PAGE
    assert f"in {100 * mean(changing):.0f} of 100 pairs" in PAGE
    assert f"the list does not know: {100 * mean(speaking):.0f} of 100" in PAGE


def test_other_readings_say_so(afghanistan: Atlas) -> None:
    assert afghanistan.read_by(CAUTIOUS).reading == "rule=cautious"
    assert "`--rule cautious` and `--without S01,S21`" in PAGE
