"""Marks are as long as their dates are vague."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from dashboard.edition import edition_of
from dashboard.views.timeline.chart import POINT, Scale, lanes, place, timeline_svg, within, years_of_the_map
from dashboard.views.timeline.data import TimelineEvent, precision_of, timeline_events
from geodata.dates.edtf import parse
from tests.built_in import ATLAS

EVENTS = timeline_events(edition_of(ATLAS))
CHOSEN = EVENTS[len(EVENTS) // 2]
SVG = "{http://www.w3.org/2000/svg}"

# Ten pixels a day, from the beginning of 1985 to the end of 1986: 730 days.
SCALE = Scale(date(1985, 1, 1), date(1986, 12, 31), 0, 7300)


def dated(edtf: str) -> TimelineEvent:
    span = parse(edtf)
    return replace(EVENTS[0], edtf=edtf, precision=precision_of(edtf), earliest=span.earliest, latest=span.latest)


@pytest.mark.parametrize(
    ("edtf", "x", "width"),
    [
        ("1985-03", 590, 310),  # 31 + 28 days into the year, 31 days long
        ("1985", 0, 3650),
        ("1985-12/1986-01", 3340, 620),
        ("1985-02-01", 315 - POINT, 2 * POINT),  # a day is a point in its middle
    ],
)
def test_a_mark_begins_and_ends_with_its_date(edtf: str, x: float, width: float) -> None:
    assert place(dated(edtf), SCALE) == (pytest.approx(x), pytest.approx(width), False, False)


def test_ends_that_are_open_or_off_the_axis_go_on() -> None:
    assert place(dated("../1985-06"), SCALE)[2:] == (True, False)
    assert place(dated("1985-06/.."), SCALE)[2:] == (False, True)
    assert place(dated("1984-06/1985-06"), SCALE)[2:] == (True, False)


def test_nothing_overlaps_in_a_row() -> None:
    for width in (300, 1100):
        scale = Scale(date(1972, 1, 1), date(1992, 12, 31), 0, width)
        drawn = lanes(EVENTS, scale)
        assert sum(len(lane.marks) for lane in drawn) == len(EVENTS)
        for lane in drawn:
            for row in range(lane.rows):
                marks = sorted((one for one in lane.marks if one.row == row), key=lambda one: one.x)
                assert marks
                for one, other in pairwise(marks):
                    assert one.x + one.width <= other.x


@pytest.mark.parametrize("width", [358, 1180])
def test_the_picture_has_every_event_and_says_what_it_shows(width: int) -> None:
    root = ElementTree.fromstring(timeline_svg(edition_of(ATLAS), EVENTS, CHOSEN.event_id, width))
    marks = {mark.get("data-event"): mark for mark in root.iter(f"{SVG}g") if mark.get("data-event")}
    assert set(marks) == {one.event_id for one in EVENTS}
    assert f"{len(EVENTS)} events" in root.attrib["aria-label"]
    day = next(one for one in EVENTS if one.precision == "day")
    assert marks[day.event_id].find(f"{SVG}circle") is not None
    title = marks[day.event_id].find(f"{SVG}title")
    assert title is not None
    assert title.text == f"{day.date_label}: {day.statement}"
    unsure = {one.event_id for one in EVENTS if one.approximate}
    assert {key for key, mark in marks.items() if mark.get("stroke-dasharray")} == unsure
    assert [key for key, mark in marks.items() if "chosen" in str(mark.get("class"))] == [CHOSEN.event_id]


def test_the_years_of_the_map_come_first() -> None:
    years = years_of_the_map(edition_of(ATLAS))
    assert years == (1985, 1989)
    some = [dated(one) for one in ("1984-12", "1985-01", "1989-02", "1990", "198X", "../1985-06", "1984/1985")]
    shown = [one.edtf for one in within(some, years)]
    assert shown == ["1985-01", "1989-02", "198X", "../1985-06", "1984/1985"]
    root = ElementTree.fromstring(timeline_svg(edition_of(ATLAS), within(EVENTS, years), None, 1180, years))
    labels = [one.text for one in root.iter(f"{SVG}text")]
    assert [one for one in labels if one and one.isdigit()] >= ["1985", "1986", "1987", "1988", "1989"]
    assert not {"1984", "1990"} & set(labels)
