"""What a value claims, row by row."""

from __future__ import annotations

from geodata.importing.claim_rows import claim_rows
from geodata.importing.meanings import Meaning


def test_a_value_of_two_factions_is_one_sentence_and_two_claims() -> None:
    meaning = Meaning(("blues", "reds"), role="contested")
    first, second = claim_rows(meaning, ("north", "North"), "1950-06", "Both", "S01", "control.csv, row 3")
    assert (first["faction_id"], second["faction_id"]) == ("blues", "reds")
    assert first["claim_id"] != second["claim_id"]
    assert first["sentence_id"] == second["sentence_id"]
    for row in (first, second):
        assert (row["role"], row["date"], row["source_id"]) == ("contested", "1950-06", "S01")
        assert row["statement"] == "North, June 1950: Both."
        assert (row["basis"], row["locator"]) == ("stated", "control.csv, row 3")


def test_a_span_of_days_makes_an_identifier_without_a_slash() -> None:
    (row,) = claim_rows(Meaning(("blues",)), ("north", "North"), "1950/1951", "Blue", "S01", "c.csv, row 2")
    assert row["sentence_id"] == "S01-north-1950-to-1951"
    assert row["date"] == "1950/1951"


def test_what_is_left_out_claims_nothing() -> None:
    assert list(claim_rows(Meaning(reason="no data"), ("n", "N"), "1950", "n/a", "S01", "c.csv, row 2")) == []
