"""The timeline as a picture: one lane for each kind of event, marks as long as their dates are vague."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dashboard.edition import Edition
from dashboard.parts import NARROW
from dashboard.templating import render
from dashboard.views.timeline.data import TimelineEvent
from geodata import dates
from geodata.looks import Style, svg_pattern

TEMPLATES = Path(__file__).parent / "templates"

ROW, HEAD, FOOT, LANE_GAP = 17, 34, 26, 7
POINT = 6
"""Radius of a mark that stands for a day, and the least half length of a bar, in pixels."""

LABEL_WIDTH = 118
"""Below this width the names of the lanes stand above them."""

LETTER = 7.4
"""Width of a letter of a lane's name in pixels, about."""


Years = tuple[int, int]
"""First and last."""


@dataclass(frozen=True)
class Scale:
    """Days to pixels.

    Attributes
    ----------
    start, end : datetime.date
        First and last day of the axis.
    left, right : float
        Pixels.
    """

    start: date
    end: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day begins; days off the axis stand at its end.

        Examples
        --------
        >>> Scale(date(1980, 1, 1), date(1989, 12, 31), 0, 3653).at(date(1981, 1, 1))
        366.0
        """
        inside = min(max(day, self.start), self.end + timedelta(days=1))
        days = (self.end - self.start).days + 1
        return self.left + (self.right - self.left) * (inside - self.start).days / days


@dataclass(frozen=True)
class Mark:
    """An event in the picture: from ``x`` over ``width`` pixels, in the row ``row`` of its lane."""

    event: TimelineEvent
    x: float
    width: float
    row: int
    cut_left: bool
    cut_right: bool


@dataclass(frozen=True)
class Lane:
    """A kind of event."""

    name: str
    top: float
    rows: int
    marks: tuple[Mark, ...]


def years_of_the_map(edition: Edition) -> Years:
    """From the first year of the first period to the last year of the last one."""
    periods = edition.atlas.periods
    return min(one.start for one in periods).year, max(one.end for one in periods).year


def within(events: Sequence[TimelineEvent], years: Years) -> list[TimelineEvent]:
    """The events that may lie in some years."""
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    return [one for one in events if (one.earliest or first) <= last and (one.latest or last) >= first]


def axis(events: Sequence[TimelineEvent], edition: Edition, left: float, right: float) -> Scale:
    """The axis holds all periods and all events that are dated more precisely than to the decade."""
    days = [day for one in events if one.precision != "decade" for day in (one.earliest, one.latest) if day]
    first, last = years_of_the_map(edition)
    years = [first, last, *(day.year for day in days)]
    return Scale(date(min(years), 1, 1), date(max(years), 12, 31), left, right)


def place(event: TimelineEvent, scale: Scale) -> tuple[float, float, bool, bool]:
    """Where an event is drawn.

    Returns
    -------
    x, width : float
        Pixels. A day is as wide as a point, everything else as long as the days it can mean, but no shorter.
    cut_left, cut_right : bool
        Whether it goes on there: an open end, or an end off the axis.
    """
    begin = scale.left if event.earliest is None else scale.at(event.earliest)
    finish = scale.right if event.latest is None else scale.at(event.latest + timedelta(days=1))
    if event.earliest is None and event.latest is not None:
        begin = max(scale.left, finish - 4 * POINT)
    if event.latest is None and event.earliest is not None:
        finish = min(scale.right, begin + 4 * POINT)
    cut_left = event.earliest is None or event.earliest < scale.start
    cut_right = event.latest is None or event.latest > scale.end
    if finish - begin < 2 * POINT:
        begin, finish = (begin + finish) / 2 - POINT, (begin + finish) / 2 + POINT
    return begin, finish - begin, cut_left, cut_right


def lanes(events: Sequence[TimelineEvent], scale: Scale, name_height: float = 0) -> list[Lane]:
    """Put events into lanes by kind, the largest first, in rows in which nothing overlaps."""
    kinds: dict[str, list[TimelineEvent]] = {}
    for event in events:
        kinds.setdefault(event.kind, []).append(event)
    found, top = [], float(HEAD)
    for some in sorted(kinds.values(), key=lambda some: (-len(some), some[0].kind_name)):
        ends: list[float] = []
        marks = []
        for event in some:
            x, width, cut_left, cut_right = place(event, scale)
            row = next((number for number, end in enumerate(ends) if end + 3 <= x), len(ends))
            ends[row : row + 1] = [x + width]
            marks.append(Mark(event, x, width, row, cut_left, cut_right))
        found.append(Lane(some[0].kind_name, top + name_height, len(ends), tuple(marks)))
        top += name_height + len(ends) * ROW + LANE_GAP
    return found


def timeline_svg(
    edition: Edition,
    events: Sequence[TimelineEvent],
    chosen: str | None = None,
    width: int = 1180,
    years: Years | None = None,
) -> str:
    """Draw events on an axis.

    Parameters
    ----------
    edition : Edition
    events : sequence of TimelineEvent
        At least one.
    chosen : str or None, optional
        Identifier of the event that stands out.
    width : int, optional
        Pixels; below `NARROW` the names of the lanes stand above them.
    years : tuple of int, optional
        First and last year of the axis; if left out, it holds all events.

    Returns
    -------
    str
        An ``<svg>`` whose ink is ``currentColor``. Each mark has ``data-choose="event <id>"`` and a title in words.
    """
    narrow = width < NARROW
    left = 8.0 if narrow else max(LABEL_WIDTH, max(len(one.kind_name) for one in events) * LETTER + 12)
    right = width - 10.0
    scale = (
        Scale(date(years[0], 1, 1), date(years[1], 12, 31), left, right)
        if years
        else axis(events, edition, left, right)
    )
    drawn = lanes(events, scale, name_height=16 if narrow else 0)
    height = drawn[-1].top + drawn[-1].rows * ROW + FOOT
    style = Style(edition.atlas.factions)
    prefix = f"timeline-{width}-{'years' if years else 'all'}-"
    looks = {one.faction_id: style.faction_look(one.faction_id) for one in events if one.faction_id}
    step = 1 if (scale.right - scale.left) / (scale.end.year - scale.start.year + 1) > 34 else 5
    marked = [year for year in range(scale.start.year, scale.end.year + 1) if year % step == 0]
    return render(
        TEMPLATES,
        "timeline.svg.j2",
        texts=edition.words,
        width=width,
        height=height,
        narrow=narrow,
        prefix=prefix,
        patterns=[svg_pattern(look, prefix + faction_id) for faction_id, look in sorted(looks.items())],
        periods=[
            (one.label, scale.at(one.start), scale.at(one.end + timedelta(days=1))) for one in edition.atlas.periods
        ],
        years=[(dates.digits(str(year), edition.language), scale.at(date(year, 1, 1))) for year in marked],
        scale=scale,
        lanes=drawn,
        chosen=chosen,
        row=ROW,
        point=POINT,
        summary=edition.words(
            "timeline-summary", count=len(events), first=events[0].date_label, last=events[-1].date_label,
            kinds=len(drawn),
        ),
    )  # fmt: skip
