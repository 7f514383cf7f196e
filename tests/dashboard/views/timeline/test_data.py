"""Dated events, their precision, and the period that shows them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dashboard.edition import edition_of
from dashboard.text import texts
from dashboard.views.timeline.data import find_events, nearest_period, precision_of, timeline_events
from dashboard.views.timeline.html import timeline_html
from tests.built_in import ATLAS

EVENTS = timeline_events(edition_of(ATLAS))


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("1988-06-17", "day"),
        ("1987-12-29~", "day"),
        ("1982-04?", "month"),
        ("1978-23", "season"),
        ("1980~", "year"),
        ("196X", "decade"),
        ("1980/1983", "interval"),
        ("1984-06~/1985-06-07", "interval"),
        ("../1983", "open"),
        ("1988-08/..", "open"),
    ],
)
def test_how_precise_a_date_is(edtf: str, precision: str) -> None:
    assert precision_of(edtf) == precision


def test_every_event_of_the_atlas_is_there_in_order_of_time() -> None:
    assert {one.event_id for one in EVENTS} == set(ATLAS.package.tables["events"]["event_id"])
    assert [one.order for one in EVENTS] == sorted(one.order for one in EVENTS)
    assert all(one.citations for one in EVENTS)


@pytest.mark.parametrize(
    ("first", "last", "period", "inside"),
    [
        (date(1987, 5, 1), date(1987, 5, 31), "1987", True),
        (date(1986, 2, 1), date(1986, 2, 28), "1985", False),
        (date(1986, 11, 1), date(1986, 11, 30), "1987", False),
        (date(1992, 4, 28), date(1992, 4, 28), "1988-89", False),
        (None, date(1988, 10, 11), "1988-89", True),
        (date(1975, 1, 1), None, "1985", False),
    ],
)
def test_the_map_shows_the_nearest_period(first: date | None, last: date | None, period: str, inside: bool) -> None:
    found, lies_in = nearest_period(ATLAS.periods, first, last)
    assert (found.id, lies_in) == (period, inside)


def test_filters_narrow_down() -> None:
    sieges = find_events(EVENTS, kind="besieged")
    assert len(sieges) == (ATLAS.package.tables["events"]["kind"] == "besieged").sum()
    herat = find_events(EVENTS, province="herat")
    assert herat
    assert {one.province_id for one in herat} == {"herat"}
    assert find_events(EVENTS, factions=["afghan-mellat"], kind="besieged") == []
    assert len(find_events(EVENTS)) == len(EVENTS)


def test_an_event_without_a_place_does_not_promise_one() -> None:
    placed = next(one for one in EVENTS if one.place)
    unplaced = next(one for one in EVENTS if not one.place)
    words = texts()
    with_place, without_place = (
        timeline_html(edition_of(ATLAS, words.language), [one], len(EVENTS), one.event_id) for one in (placed, unplaced)
    )
    promise = words("timeline-show-on-map", period=placed.period.label)
    assert promise in with_place
    assert words("timeline-show-on-map", period=unplaced.period.label) not in without_place
    assert words("timeline-show-year", period=unplaced.period.label) in without_place


def test_many_events_are_folded_by_year_and_vague_ones_are_of_no_year() -> None:
    edition = edition_of(ATLAS)
    html = timeline_html(edition, EVENTS, len(EVENTS), None)
    titles = re.findall(r'<details class="year" data-keep="year-([^"]+)"( open)?>', html)
    assert not any(is_open for _, is_open in titles)
    years = [title for title, _ in titles]
    assert years[-1] == "Not tied to one year"
    assert years[:-1] == sorted(years[:-1])
    assert html.count('<li id="event-') == len(EVENTS)
    vague = html[html.index("year-Not tied to one year") :]
    assert vague.count('<li id="event-') == sum(one.precision in ("decade", "open") for one in EVENTS)


def test_the_year_of_the_chosen_event_stands_open_and_so_do_few_events() -> None:
    edition = edition_of(ATLAS)
    chosen = next(one for one in EVENTS if one.edtf.startswith("1988-08"))
    html = timeline_html(edition, EVENTS, len(EVENTS), chosen.event_id)
    assert re.findall(r'data-keep="year-([^"]+)" open', html) == ["1988"]
    few = timeline_html(edition, EVENTS[:3], len(EVENTS), None)
    assert re.findall(r'data-keep="year-[^"]+"( open)?', few).count("") == 0
