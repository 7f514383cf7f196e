"""Where sources of the built-in atlas disagree, both sides stand in the data and in the README; and sentences about the
whole country are held against the map's own sums."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from geodata import Atlas, dates


def of(atlas: Atlas, source_id: str, province_id: str, words: str = "") -> pd.DataFrame:
    """Claims of a source about a province whose statement has the words."""
    claims = atlas.claims(province=province_id)
    found = claims[(claims["source_id"] == source_id) & claims["statement"].str.contains(words)]
    assert len(found), f"{source_id} speaks of {province_id}"
    return found


def sides(atlas: Atlas, claims: pd.DataFrame) -> set[str]:
    return set(claims["faction_id"].map(atlas.factions.set_index("faction_id")["side"]))


def begins(claims: pd.DataFrame) -> set[int]:
    """The years in which what the claims tell of begins."""
    return {earliest.year for text in claims["date"] if (earliest := dates.parse(text).earliest) is not None}


class TestBothSides:
    def test_panjshir_in_1984_and_1985(self, afghanistan: Atlas) -> None:
        # X23: the upper valley with the guerrillas, the rest occupied; X24: camps half-way up; X21: much of it overrun;
        # X34: the attempt to root the resistance out had failed.
        assert sides(afghanistan, of(afghanistan, "X23", "parwan", "upper")) == {"resistance", "government"}
        assert sides(afghanistan, of(afghanistan, "X24", "parwan", "Rokha")) == {"government"}
        assert sides(afghanistan, of(afghanistan, "X21", "parwan", "overran")) == {"government"}
        assert sides(afghanistan, of(afghanistan, "X34", "parwan", "had failed")) == {"resistance"}
        shown = afghanistan.claims(province="parwan", period="1985")
        assert {"X21", "X23", "X34"} <= set(shown["source_id"]), "a reader of 1985 finds both"

    def test_khost_was_besieged_from_1980_from_1981_or_from_1983(self, afghanistan: Atlas) -> None:
        assert begins(of(afghanistan, "X25", "paktia", "since 1980")) == {1980}
        assert begins(of(afghanistan, "X33", "paktia", "three years")) == {1980}
        assert begins(of(afghanistan, "S31", "paktia", "cut off by land from 1981")) == {1981}
        assert of(afghanistan, "S31", "paktia", "besieged Khost from mid-1983")["domain"].tolist() == ["countryside"]
        sieges = afghanistan.events().query("kind == 'besieged' and place_id == 'khost'")
        assert {"X25", "S31"} <= set(sieges["source_id"])

    def test_the_garrison_of_barikot_had_300_men_or_1500(self, afghanistan: Atlas) -> None:
        few, many = of(afghanistan, "X21", "kunar", "about 300"), of(afghanistan, "S60", "kunar", "about 1,500")
        assert sides(afghanistan, pd.concat([few, many])) == {"government"}
        assert {len(few), len(many)} == {1}

    def test_jaji_was_held_by_sayyafs_men_or_was_hekmatyars_base(self, afghanistan: Atlas) -> None:
        assert set(of(afghanistan, "X07", "paktia", "Jaji")["faction_id"]) == {"ittihad-i-islami"}
        assert set(of(afghanistan, "S63", "paktia", "Jaji")["faction_id"]) == {"hezb-i-islami-gulbuddin"}

    def test_the_hazarajat_had_joint_rule_or_the_shura_only_wardak(self, afghanistan: Atlas) -> None:
        joint = of(afghanistan, "X32", "bamyan", "joint rule")
        assert set(joint["faction_id"]) == {"shura-i-ittifaq", "shia-parties"}
        (only,) = of(afghanistan, "S01", "wardak", "prominent only in Maidan Wardak").to_dict("records")
        assert only["faction_id"] == "shura-i-ittifaq"
        scopes = afghanistan.package.tables["scopes"]
        assert set(scopes[scopes["claim_id"] == only["claim_id"]]["province_id"]) == {"wardak"}

    def test_the_loss_of_zhawar_was_denied_in_public_and_admitted_in_private(self, afghanistan: Atlas) -> None:
        lost = of(afghanistan, "X26", "paktia", "took and wrecked")
        denied = of(afghanistan, "X26", "paktia", "denied in public")
        assert dates.parse(lost["date"].item()).earliest is None, "the hold had ended"
        (taken,) = afghanistan.events().query("place_id == 'zhawar' and kind == 'captured'").to_dict("records")
        assert taken["faction_id"] == "soviet-forces"
        assert {*lost["claim_id"], *denied["claim_id"]} <= set(taken["claim_ids"])
        assert re.search("admitted in private", taken["note"])


class TestReadme:
    def test_every_claim_and_event_of_the_contradictions_stands_in_the_tables(self, afghanistan: Atlas) -> None:
        section = afghanistan.readme.partition("\n## Contradictions\n")[2].partition("\n## ")[0]
        ids = set(re.findall(r"\b[CV]\d{3}\b", section))
        assert len(ids) > 20
        assert ids <= {*afghanistan.claims()["claim_id"], *afghanistan.events()["event_id"]}


class TestSentencesOfTheCountry:
    def checks(self, atlas: Atlas) -> dict[tuple[str, str], Any]:
        statements = atlas.claims().set_index("claim_id")["statement"]
        return {(one.period_id, statements[one.claim_id]): one for one in atlas.checks()}

    @pytest.mark.parametrize(
        ("period", "words"),
        [
            ("1985", "the most territory of all"),
            ("1985", "80 percent"),
            ("1987", "most of the country"),
            ("1988-89", "70 percent"),
            ("1988-89", "six"),
            ("1988-89", "sixty"),
        ],
    )
    def test_is_held_against_the_sums(self, afghanistan: Atlas, period: str, words: str) -> None:
        assert [one for one, text in self.checks(afghanistan) if one == period and words in text]

    def test_colours_nothing(self, afghanistan: Atlas) -> None:
        checked = {one.claim_id for one in afghanistan.checks()}
        # The sentence with the belt names provinces too; that it is the largest is told of the country.
        national = {*afghanistan.claims().query("scope == 'national'")["claim_id"]} & checked
        for period in afghanistan.periods:
            assert not national & {one for ids in afghanistan.control(period.id)["claim_ids"] for one in ids}

    def test_nothing_can_be_told_where_no_call_is_firm(self, afghanistan: Atlas) -> None:
        # Whatever is weak or unknown may be anybody's: sums of such a year settle no sentence.
        for one in afghanistan.checks():
            if "firm" not in set(afghanistan.control(one.period_id)["side_strength"]):
                assert one.verdict == "cannot-be-told", one.claim_id
                assert one.sum.firm == 0
