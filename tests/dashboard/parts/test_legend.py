"""The faction legend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.parts.legend import all_looks, at_once, key_html, legend_css, legend_html
from dashboard.parts.lists import MOST_NAMES, listed
from dashboard.text import texts
from geodata.looks.look import sample_looks
from geodata.tables.template import write_template


@pytest.fixture
def squareland(tmp_path: Path) -> geodata.Atlas:
    return geodata.load(write_template(tmp_path / "squareland"))


def test_no_evidence_is_counted_in_the_legend(squareland: geodata.Atlas) -> None:
    html = legend_html(edition_of(squareland), "1910-11")
    assert 'data-status="no-evidence"' in html
    assert html.count('<span class="sr">1 province') == 3


def test_every_look_of_the_legend_has_a_picture(squareland: geodata.Atlas) -> None:
    css = legend_css(edition_of(squareland))
    for look in sample_looks().values():
        assert re.search(rf"\.look-{re.escape(look.id)}[,{{]", css)
    assert ".sign-unknown{" in css


def test_what_legend_and_key_show_is_a_picture_of_its_own(afghanistan: geodata.Atlas) -> None:
    """A browser reads a picture whole: the first answer does not wait for looks that only panels have."""
    edition = edition_of(afghanistan)
    html = key_html(edition) + "".join(legend_html(edition, period.id) for period in afghanistan.periods)
    shown = set(re.findall(r"swatch (look-[\w-]+)", html))
    first, others = (
        set(re.findall(r"\.(look-[\w-]+)", one))
        for one in re.findall(r"[^}]*\{background:", legend_css(edition))
        if ".look-" in one
    )
    assert shown
    assert first == shown
    assert others == {f"look-{name}" for name in all_looks(edition, at_once(edition))} - shown


def test_counts_add_up_to_the_provinces_and_shared_ones_are_told(afghanistan: geodata.Atlas) -> None:
    """A province that two share counts for both, and the legend says so; nobody else is counted twice."""
    calls = afghanistan.control("1988-89")
    shared = calls.loc[calls["status"] == "shared", "factions"]
    assert len(shared)
    html = legend_html(edition_of(afghanistan), "1988-89")
    counts = re.findall(r'<span class="sr">(\d+) provinces?(?: \((\d+) firm\))?(?:, (\d+) shared)?', html)
    assert sum(int(count) for count, _, _ in counts) == len(calls) + sum(len(names) - 1 for names in shared)
    assert sum(int(both or 0) for _, _, both in counts) == sum(map(len, shared))
    firm = calls["strength"].eq("firm") & calls["status"].ne("shared")
    assert sum(int(count or 0) for _, count, _ in counts) >= firm.sum()


def test_counts_are_short_for_the_eye_and_whole_for_the_ear(afghanistan: geodata.Atlas) -> None:
    html = legend_html(edition_of(afghanistan), "1988-89")
    counts = re.findall(r'data-key="([^"]+)".*?aria-hidden="true">([^<]*)</span><span class="sr">([^<]*)<', html)
    seen, heard = {key: one for key, one, _ in counts}, {key: one for key, _, one in counts}
    calls = afghanistan.control("1988-89")
    led = calls[calls["factions"].map(lambda some: "mujahideen" in some) & (calls["status"] == "held")]
    firm = int((led["strength"] == "firm").sum())
    assert firm
    assert heard["mujahideen"].startswith(f"{len(led)} provinces ({firm} firm), ")
    assert seen["mujahideen"].startswith(f"{len(led)} ({firm} firm) + ")
    # Known in a part alone: no number of provinces that is nothing.
    assert heard["jowzjani-militia"] == "0 provinces, 1 part"
    assert seen["jowzjani-militia"] == "1 part"
    assert seen["jamaat-al-dawa"] == "0"


def test_entries_stand_in_the_same_places_in_every_period(afghanistan: geodata.Atlas) -> None:
    keys = [
        re.findall(r'data-key="([^"]+)"', legend_html(edition_of(afghanistan), period.id))
        for period in afghanistan.periods
    ]
    assert len(keys[0]) > 5
    assert all(some == keys[0] for some in keys)
    assert keys[0][-4:] == ["contested", "unclear", "partly", "no-evidence"]


def test_capitals_are_told_by_their_signs(afghanistan: geodata.Atlas) -> None:
    html = legend_html(edition_of(afghanistan), "1988-89", "capital")
    for side in afghanistan.sides["side_id"]:
        assert f'class="sign sign-{side}"' in html
    assert "swatch" not in html


def test_as_many_names_as_a_reader_reads_are_listed() -> None:
    names = [f"P{number}" for number in range(MOST_NAMES + 2)]
    assert listed(names[:2], texts()) == "P0, P1"
    assert listed(names[:MOST_NAMES], texts()).endswith(f"P{MOST_NAMES - 2}, P{MOST_NAMES - 1}")
    assert listed(names, texts()).endswith(f"P{MOST_NAMES - 1} and 2 more")
    assert listed(names[:2], texts("fa")) == "P0، P1"
