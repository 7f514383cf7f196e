"""What changed between two periods, and from whom to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.edition import edition_of
from dashboard.text import texts
from dashboard.views.compare.data import ABSENT, changes, matrix, totals_by_entry
from geodata import load
from geodata.rule.changes import KINDS
from geodata.tables.template import write_template

ATLAS = load()
EDITION = edition_of(ATLAS)
WORDS = texts()


def test_every_province_of_both_years_is_counted_once() -> None:
    found = changes(EDITION, "1985", "1987")
    assert sorted(one.province_id for one in found) == sorted(ATLAS.control("1985")["province_id"])
    totals = totals_by_entry(found)
    assert sum(count for count, _ in totals.values()) == 29
    assert abs(sum(area for _, area in totals.values()) - ATLAS.control("1987")["area_km2"].sum()) < 1


def test_the_matrix_sums_to_the_calls_of_each_year() -> None:
    found = changes(EDITION, "1985", "1987")
    table = matrix(EDITION, found)
    before, after = ATLAS.control("1985"), ATLAS.control("1987")
    jamiat = next(row for row in table["rows"] if row["name"] == "Jamiat-i Islami")
    led = before[before["faction_id"] == "jamiat-i-islami"]
    assert jamiat["sum"]["count"] == len(led)
    assert jamiat["sum"]["area_km2"] == pytest.approx(led["area_km2"].sum())
    column = table["columns"].index("Jamiat-i Islami")
    led = after[after["faction_id"] == "jamiat-i-islami"]
    assert table["sums"][column]["count"] == len(led)
    assert table["sums"][column]["area_km2"] == pytest.approx(led["area_km2"].sum())
    assert table["total"] == {"count": 29, "area_km2": pytest.approx(after["area_km2"].sum())}
    for sums in (table["sums"], [row["sum"] for row in table["rows"]]):
        assert sum(one["count"] for one in sums) == 29
        assert sum(one["area_km2"] for one in sums) == pytest.approx(table["total"]["area_km2"])
    for row in table["rows"]:
        assert sum(cell["count"] for cell in row["cells"] if cell) == row["sum"]["count"]


def test_each_side_rests_on_its_own_claims() -> None:
    herat = next(one for one in changes(EDITION, "1985", "1987") if one.province_id == "herat")
    assert herat.kind == "became-contested"
    for side, period in ((herat.before, "1985"), (herat.after, "1987")):
        call = ATLAS.control(period).set_index("province_id").loc["herat"]
        assert [claim["id"] for claim in side.claims] == list(call["claim_ids"])


def test_a_province_without_evidence_in_either_year_is_not_called_unchanged() -> None:
    unknown = [
        set(ATLAS.control(period).query("status == 'no-evidence'")["province_id"]) for period in ("1985", "1987")
    ]
    found = changes(EDITION, "1985", "1987")
    assert {one.province_id for one in found if one.entry == "no-evidence"} == unknown[0] & unknown[1] != set()


def test_provinces_come_and_go(tmp_path: Path) -> None:
    squareland = load(write_template(tmp_path / "squareland"))
    periods = [period.id for period in squareland.periods]
    found = changes(edition_of(squareland, WORDS.language), periods[0], periods[-1])
    assert {one.kind for one in found} <= set(KINDS)
    ids = [set(squareland.control(period)["province_id"]) for period in (periods[0], periods[-1])]
    assert {one.province_id for one in found if one.before.key == ABSENT} == ids[1] - ids[0]
    assert {one.province_id for one in found if one.after.key == ABSENT} == ids[0] - ids[1]
