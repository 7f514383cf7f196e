"""HTML of the view Timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from dashboard import templating
from dashboard.edition import Edition
from dashboard.parts import PHONE, WIDE
from dashboard.views.timeline.chart import Years, timeline_svg, within, years_of_the_map
from dashboard.views.timeline.data import TimelineEvent
from geodata import dates
from geodata.looks import Style

OPEN_UP_TO = 12
"""So many events are read one after the other; of more, the years are folded."""

_render = partial(templating.render, Path(__file__).parent / "templates")


def timeline_html(
    edition: Edition,
    events: Sequence[TimelineEvent],
    all_events: int,
    chosen_id: str | None,
    pins: Collection[str] = (),
) -> str:
    """The picture of some events, the years of the map first, and their list, year by year.

    Parameters
    ----------
    edition : Edition
    events : sequence of TimelineEvent
        In order of time.
    all_events : int
        How many there are without filters.
    chosen_id : str or None
        The event that stands out.
    pins : collection of str, optional
        Factions that the events are narrowed to.
    """

    def card(event: TimelineEvent) -> Markup:
        keep = f"{event.event_id}-{'chosen' if event.event_id == chosen_id else 'list'}"
        return Markup(_render("event.html.j2", texts=edition.words, event=event, keep=keep))

    years = years_of_the_map(edition)
    shown = within(events, years)
    charts = [_both_widths(edition, shown, chosen_id, years)] if shown else []
    others = len(events) - len(shown)
    all_years = _both_widths(edition, events, chosen_id, None) if others else ""
    return _render(
        "timeline.html.j2",
        texts=edition.words,
        events=events,
        years=[dates.digits(str(year), edition.language) for year in years],
        others=others,
        factions=_factions(edition, events),
        pins=pins,
        all=all_events,
        charts=charts,
        all_years=all_years,
        groups=_groups(edition, events),
        open_up_to=OPEN_UP_TO,
        chosen=next((one for one in events if one.event_id == chosen_id), None),
        card=card,
    )


def _both_widths(
    edition: Edition, events: Sequence[TimelineEvent], chosen_id: str | None, years: Years | None
) -> Markup:
    return Markup("".join(timeline_svg(edition, events, chosen_id, width, years) for width in (WIDE, PHONE)))


def _groups(edition: Edition, events: Sequence[TimelineEvent]) -> list[tuple[str, list[TimelineEvent]]]:
    """Events by year; those dated to the decade or open at one end, which are of no one year, last."""
    found: dict[str, list[TimelineEvent]] = {}
    vague = edition.words("timeline-vague")
    for event in events:
        key = (
            vague if event.precision in ("decade", "open") else dates.digits(str(event.order[0].year), edition.language)
        )
        found.setdefault(key, []).append(event)
    last = found.pop(vague, [])
    return [*found.items(), *([(vague, last)] if last else [])]


def _factions(edition: Edition, events: Sequence[TimelineEvent]) -> list[dict[str, Any]]:
    """What the colours of some events mean, the faction with most events first."""
    style = Style(edition.atlas.factions)
    names = {one.faction_id: one.faction for one in events if one.faction_id}
    counted = Counter(one.faction_id for one in events if one.faction_id)
    order = sorted(counted, key=lambda key: (-counted[key], names[key]))
    return [
        {"id": key, "name": names[key], "look": style.faction_look(key).id, "events": counted[key]} for key in order
    ]
