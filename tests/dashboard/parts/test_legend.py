"""The faction legend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.parts.legend import MOST_NAMES, legend_css, legend_html, listed
from dashboard.text import texts
from geodata.looks.look import sample_looks
from geodata.tables.template import write_template


@pytest.fixture
def squareland(tmp_path: Path) -> geodata.Atlas:
    return geodata.load(write_template(tmp_path / "squareland"))


def test_no_evidence_is_counted_in_the_legend(squareland: geodata.Atlas) -> None:
    html = legend_html(edition_of(squareland), "1910-11")
    assert 'data-status="no-evidence"' in html
    assert html.count("1 province") == 3


def test_every_look_of_the_legend_has_a_picture(squareland: geodata.Atlas) -> None:
    css = legend_css(edition_of(squareland))
    for look in sample_looks().values():
        assert f".look-{look.id} " in css
    assert ".sign-unknown " in css


def test_a_shared_province_is_told_where_it_is_counted_twice(afghanistan: geodata.Atlas) -> None:
    """Baghlan in 1988–89 is shared by Jamiat and Hezb (Gulbuddin), so their provinces add up to one too many."""
    calls = afghanistan.control("1988-89").set_index("province_id")
    assert set(calls.loc["baghlan", "factions"]) == {"jamiat-i-islami", "hezb-i-islami-gulbuddin"}
    html = legend_html(edition_of(afghanistan), "1988-89")
    counts = re.findall(r'<span class="count">(\d+ provinces?)(, 1 shared)?', html)
    assert [bool(shared) for _, shared in counts].count(True) == 2
    assert sum(int(count.split()[0]) for count, _ in counts) == 29 + 1


def test_as_many_names_as_a_reader_reads_are_listed() -> None:
    names = [f"P{number}" for number in range(MOST_NAMES + 2)]
    assert listed(names[:2], texts()) == "P0, P1"
    assert listed(names[:MOST_NAMES], texts()).endswith(f"P{MOST_NAMES - 2}, P{MOST_NAMES - 1}")
    assert listed(names, texts()).endswith(f"P{MOST_NAMES - 1} and 2 more")
    assert listed(names[:2], texts("fa")) == "P0، P1"
