"""How much is known, and what rests on what."""

from __future__ import annotations

from markupsafe import escape

from dashboard.edition import edition_of
from dashboard.text import texts
from dashboard.views.evidence.coverage import agreement, coverage, source_list
from dashboard.views.evidence.html import agreement_html, coverage_html, rows_at_once, sources_html
from tests.built_in import ATLAS


def test_the_matrix_is_that_of_the_calls() -> None:
    matrix = coverage(edition_of(ATLAS))
    assert matrix["periods"] == ["1985", "1987", "1988–89"]
    assert len(matrix["rows"]) == 29
    for number, period in enumerate(ATLAS.periods):
        calls = ATLAS.control(period.id).set_index("name")
        for row in matrix["rows"]:
            call = calls.loc[row["name"]]
            wanted = texts()(f"grade-{call['grade']}") if call["grade"] else texts()(f"legend-{call['status']}")
            assert row["cells"][number]["text"] == wanted + (", weak" if call["strength"] == "weak" else "")
        assert sum(one["counts"][number] for one in matrix["sums"]) == 29


def test_agreement_counts_sentences_and_dissent() -> None:
    rows = {row["province_id"]: row for row in agreement(edition_of(ATLAS), "1988-89")}
    calls = ATLAS.control("1988-89").set_index("province_id")
    for province_id, row in rows.items():
        assert row["claims"] == len(calls.loc[province_id, "claim_ids"])
        assert row["sentences"] <= row["claims"]
        assert row["dissenting"] == len(calls.loc[province_id, "dissenting_claim_ids"])


def test_every_source_is_listed_and_what_decides_most_comes_first() -> None:
    rows = source_list(edition_of(ATLAS))
    assert {row["source_id"] for row in rows} == set(ATLAS.sources["source_id"])
    assert [row["decided"] for row in rows] == sorted((row["decided"] for row in rows), reverse=True)
    assert sum(row["claims"] for row in rows) == len(ATLAS.claims())


def test_html_escapes_and_links() -> None:
    html = agreement_html(edition_of(ATLAS), "1985", rows_at_once(edition_of(ATLAS), "agreement"))
    assert html.count("<tr>") == 30
    # Nobody knows a source by its number.
    changing = next(row["changed_by"][0] for row in agreement(edition_of(ATLAS), "1985") if row["changed_by"])
    title = ATLAS.sources.set_index("source_id").loc[changing, "title"]
    assert f"{changing}: {escape(title)}" in html
    assert coverage_html(edition_of(ATLAS), rows_at_once(edition_of(ATLAS), "coverage")).count('data-choose="') == 87
    assert "<script" not in sources_html(edition_of(ATLAS))


def test_each_source_tells_what_it_carries_alone() -> None:
    rows = {row["source_id"]: row for row in source_list(edition_of(ATLAS))}
    carried = ATLAS.carried()
    for source_id, own in carried.groupby("source_id"):
        assert len(rows[source_id]["carried"]) == rows[source_id]["changing"] == len(own)
    # Badghis in 1985 rests on C008 of S01 alone: without it nobody tells.
    assert "Badghis, 1985: then No source says who led" in rows["S01"]["carried"]
    assert all(not row["carried"] for source_id, row in rows.items() if source_id not in set(carried["source_id"]))
