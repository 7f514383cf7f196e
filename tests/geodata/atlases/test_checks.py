"""Sentences about the whole country: every verdict on a made-up atlas, and the verdicts of the built-in one by hand."""

from __future__ import annotations

import pytest

from geodata import Atlas
from geodata.telling import verdicts
from tests.made_up import Folder


class TestSquareland:
    """In 1900 a book has the Blue Party dominant in the north and a newspaper rebels strong in north and south.

    Both are of the resistance, both sources independent: by the calls the whole country is the resistance's, firmly.
    """

    def told(self, folder: Folder, relation: str, value: str, subject: str = "resistance") -> str:
        rows = [
            ["claim_id", "period_id", "measure", "subject", "relation", "value", "note"],
            ["C006", "1900", "area", subject, relation, value, ""],
        ]
        folder.write("checks.csv", rows)
        folder.edit_json(
            "datapackage.json",
            lambda content: content["resources"].append({"name": "checks", "path": "checks.csv"}),
        )
        atlas = folder.load()
        (check,) = atlas.checks()
        (words,) = verdicts(atlas)
        expected = {"holds": "holds", "does-not-hold": "does not hold", "cannot-be-told": "can't be told"}
        assert words.verdict.startswith(expected[check.verdict]), words.verdict
        return check.verdict

    @pytest.mark.parametrize(("relation", "value"), [("at-least", "0.9"), ("about", "0.95"), ("largest", "")])
    def test_it_holds(self, folder: Folder, relation: str, value: str) -> None:
        assert self.told(folder, relation, value) == "holds"

    @pytest.mark.parametrize(("relation", "value"), [("at-most", "0.5"), ("about", "0.5")])
    def test_it_does_not_hold(self, folder: Folder, relation: str, value: str) -> None:
        assert self.told(folder, relation, value) == "does-not-hold"

    def test_of_another_side_it_does_not_hold(self, folder: Folder) -> None:
        assert self.told(folder, "largest", "", subject="government") == "does-not-hold"

    @pytest.mark.parametrize(("relation", "value"), [("at-least", "0.9"), ("at-most", "0.5"), ("largest", "")])
    def test_it_cannot_be_told_where_all_is_weak(self, folder: Folder, relation: str, value: str) -> None:
        for row in (2, 3):
            folder.set("sources.csv", row, "thin", "true")
        assert self.told(folder, relation, value) == "cannot-be-told"

    def test_it_cannot_be_told_where_nothing_is_known(self, folder: Folder) -> None:
        for file in ("claims.csv", "scopes.csv"):
            rows = folder.rows(file)
            folder.write(file, [rows[0], *(row for row in rows[1:] if row[0] in ("C003", "C006", "C007"))])
        assert self.told(folder, "at-least", "0.1") == "cannot-be-told"


class TestAfghanistan:
    """Rule, 20: firm calls decide; what is weak or unknown may be anybody's."""

    def test_no_province_is_firmly_denied_to_the_resistance(self, afghanistan: Atlas) -> None:
        """So however little it firmly has, it may have everything: no sentence of the kind 'at least' can fail."""
        for period in afghanistan.periods:
            calls = afghanistan.control(period.id)
            assert not ((calls["side_strength"] == "firm") & (calls["side"] != "resistance")).any()

    def test_all_seven_cannot_be_told(self, afghanistan: Atlas) -> None:
        found = {one.claim_id: one for one in afghanistan.checks()}
        assert {one.verdict for one in found.values()} == {"cannot-be-told"}
        assert set(found) == {"C008", "C004", "C005", "C002", "C406", "C003", "C650"}
        areas = {}
        for period in afghanistan.periods:
            calls = afghanistan.control(period.id)
            led = calls[calls["status"].isin(["held", "shared"]) & (calls["side"] == "resistance")]
            firm = led[led["side_strength"] == "firm"]
            areas[period.id] = firm["area_km2"].sum() / calls["area_km2"].sum(), len(firm)
        # 1985 and 1987: nothing is firm, so of nothing that is claimed the opposite is out of the question.
        assert areas["1985"] == areas["1987"] == (0, 0)
        for claim_id in ("C008", "C002", "C650"):
            assert (found[claim_id].sum.firm, found[claim_id].sum.most) == (0, pytest.approx(1))
        # 1988-89: a sixth is firm, and 70 and 80 percent lie between that and all.
        share, provinces = areas["1988-89"]
        assert 0 < share < 0.7
        for claim_id in ("C004", "C005"):
            assert (found[claim_id].sum.firm, found[claim_id].sum.most) == pytest.approx((share, 1))
        # Six provinces are firm, as the sentence has it; but 23 others may be the resistance's as well.
        assert (found["C406"].sum.firm, found["C406"].sum.most) == (provinces, 29)
        # Of sixty towns the atlas judges the 29 capitals alone.
        capitals = afghanistan.control("1988-89")["capital_status"].value_counts()
        assert found["C003"].sum.firm + found["C003"].sum.weak == capitals["government"] < 60

    def test_a_hold_that_ended_earlier_than_was_read_first_is_told(self, afghanistan: Atlas) -> None:
        """The hold in Wardak ends before the party changed, which a second source dates at the beginning of 1988."""
        (claim,) = afghanistan.claims().query("claim_id == 'C192'").to_dict("records")
        assert claim["date"] == "../1987-12"
        assert "C630" in claim["note"]
        changelog = afghanistan.package.documents["CHANGELOG.md"]
        assert any("C192" in line and "../1988-03 | ../1987-12" in line for line in changelog.splitlines())
