"""What changed between two periods, and from whom to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.edition import edition_of
from dashboard.views.compare.data import ABSENT, changes, matrix, pair_of, totals_by_entry
from dashboard.views.compare.html import change_tables_html
from geodata import load
from geodata.rule import KINDS
from geodata.tables.template import write_template
from tests.built_in import ATLAS
from tests.made_up import Folder

EDITION = edition_of(ATLAS)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Squareland, where the Blues led the north in 1900; what was said later is added by each test."""
    return Folder(tmp_path / "squareland")


def later_claim(folder: Folder, claim_id: str, faction: str, date: str = "1910") -> None:
    folder.append("claims.csv", claim_id=claim_id, sentence_id=f"S02-{claim_id}", faction_id=faction,
                  domain="countryside", role="dominant", scope="provinces", date=date, basis="stated",
                  statement=f"{faction} had the north.", source_id="S02")  # fmt: skip
    folder.append("scopes.csv", claim_id=claim_id, province_id="north", extent="whole", named="true")


def test_every_province_of_both_years_is_counted_once() -> None:
    found = changes(EDITION, "1985", "1987")
    assert sorted(one.province_id for one in found) == sorted(ATLAS.control("1985")["province_id"])
    totals = totals_by_entry(found)
    assert sum(count for count, _ in totals.values()) == 29
    assert abs(sum(area for _, area in totals.values()) - ATLAS.control("1987")["area_km2"].sum()) < 1


def test_the_matrix_sums_to_the_calls_of_each_year_firm_and_weak_apart() -> None:
    found = changes(EDITION, "1987", "1988-89")
    table = matrix(EDITION, found)
    before, after = ATLAS.control("1987"), ATLAS.control("1988-89")
    row = next(row for row in table["rows"] if row["name"] == "Jamiat-i Islami")
    column = table["columns"].index("Jamiat-i Islami")
    for sums, calls in ((row["sum"], before), (table["sums"][column], after)):
        led = calls[calls["faction_id"] == "jamiat-i-islami"]
        for strength in ("firm", "weak"):
            own = led[led["strength"] == strength]
            counted = sums[strength] or {"count": 0, "area_km2": 0}
            assert counted["count"] == len(own)
            assert counted["area_km2"] == pytest.approx(own["area_km2"].sum(), rel=1e-3)
        assert sums["unrated"] is None
    counted = [part["count"] for row in table["rows"] for cell in row["cells"] if cell for part in cell]
    assert sum(counted) == 29
    for sums in (table["sums"], [row["sum"] for row in table["rows"]]):
        assert sum(one[key]["count"] for one in sums for key in one if one[key]) == 29


def test_changed_hands_comes_with_what_tells_of_it(folder: Folder) -> None:
    later_claim(folder, "C910", "greens")
    folder.append("events.csv", event_id="V910", date="1909-05-01", place_id="hillfort", kind="captured",
                  faction_id="greens", statement="The Greens take Hillfort.", source_id="S02")  # fmt: skip
    edition = edition_of(folder.load())
    (north,) = [one for one in changes(edition, "1900", "1910-11") if one.province_id == "north"]
    assert north.kind == "changed-hands"
    assert [(one["id"], one["date"], one["statement"]) for one in north.reasons] == [
        ("V910", "1 May 1909", "The Greens take Hillfort.")
    ]
    assert "The Made-up Times" in north.reasons[0]["citation"]
    html = change_tables_html(edition, "1900", "1910-11", None)
    assert '<bdi>1 May 1909</bdi>: <bdi lang="en">The Greens take Hillfort.</bdi>' in html


def test_without_a_report_of_a_change_it_is_other_sources(folder: Folder) -> None:
    later_claim(folder, "C910", "greens")
    edition = edition_of(folder.load())
    (north,) = [one for one in changes(edition, "1900", "1910-11") if one.province_id == "north"]
    assert (north.kind, north.reasons) == ("other-sources", ())
    html = change_tables_html(edition, "1900", "1910-11", None)
    assert "The two years rest on different sources. None of them reports a change." in html
    assert "Changed hands" not in html


def test_the_matrix_counts_changed_hands_and_other_sources_apart(folder: Folder) -> None:
    """North and south go from Blues to Greens: of the north an event tells, of the south nobody."""
    later_claim(folder, "C910", "greens")
    folder.append("events.csv", event_id="V910", date="1909-05-01", place_id="hillfort", kind="captured",
                  faction_id="greens", statement="The Greens take Hillfort.", source_id="S02")  # fmt: skip
    folder.append("scopes.csv", claim_id="C001", province_id="south", extent="whole", named="true")
    folder.append("scopes.csv", claim_id="C910", province_id="south", extent="whole", named="true")
    edition = edition_of(folder.load())
    table = matrix(edition, changes(edition, "1900", "1910-11"))
    row = next(one for one in table["rows"] if one["name"] == "Blue Party")
    cell = row["cells"][table["columns"].index("Green Party")]
    assert [(one["entry"], one["count"], one["names"]) for one in cell] == [
        ("changed-hands", 1, ["North"]),
        ("other-sources", 1, ["South"]),
    ]


def test_each_side_rests_on_its_own_claims() -> None:
    """Where something changed: what nobody opens carries no claims along."""
    changed = [one for one in changes(EDITION, "1985", "1987") if one.kind != "unchanged"]
    assert "balkh" in {one.province_id for one in changed}
    for place, period in (("before", "1985"), ("after", "1987")):
        calls = ATLAS.control(period).set_index("province_id")["claim_ids"]
        for one in changed:
            assert [claim["id"] for claim in getattr(one, place).claims] == list(calls[one.province_id])


def test_a_province_without_evidence_in_either_year_is_not_called_unchanged() -> None:
    unknown = [
        set(ATLAS.control(period).query("status == 'no-evidence'")["province_id"]) for period in ("1985", "1987")
    ]
    found = changes(EDITION, "1985", "1987")
    assert {one.province_id for one in found if one.entry == "no-evidence"} == unknown[0] & unknown[1] != set()


def test_provinces_come_and_go(tmp_path: Path) -> None:
    squareland = load(write_template(tmp_path / "squareland"))
    periods = [period.id for period in squareland.periods]
    found = changes(edition_of(squareland), periods[0], periods[-1])
    assert {one.kind for one in found} <= set(KINDS)
    ids = [set(squareland.control(period)["province_id"]) for period in (periods[0], periods[-1])]
    assert {one.province_id for one in found if one.before.holder == (ABSENT,)} == ids[1] - ids[0] == {"coast"}
    assert {one.province_id for one in found if one.after.holder == (ABSENT,)} == ids[0] - ids[1]


def test_a_period_is_not_compared_with_itself() -> None:
    with pytest.raises(ValueError, match="1985"):
        pair_of(EDITION, "1985", "1985")
