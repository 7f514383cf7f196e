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
from dashboard.views.timeline.chart import timeline_svg
from dashboard.views.timeline.data import TimelineEvent
from geodata.looks import Style

_render = partial(templating.render, Path(__file__).parent / "templates")


def timeline_html(
    edition: Edition,
    events: Sequence[TimelineEvent],
    all_events: int,
    chosen_id: str | None,
    pins: Collection[str] = (),
) -> str:
    """The picture of some events and their list.

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

    pictures = [timeline_svg(edition, events, chosen_id, width) for width in (WIDE, PHONE)] if events else ["", ""]
    return _render(
        "timeline.html.j2",
        texts=edition.words,
        events=events,
        factions=_factions(edition, events),
        pins=pins,
        all=all_events,
        wide=pictures[0],
        narrow=pictures[1],
        chosen=next((one for one in events if one.event_id == chosen_id), None),
        card=card,
    )


def _factions(edition: Edition, events: Sequence[TimelineEvent]) -> list[dict[str, Any]]:
    """What the colours of some events mean, the faction with most events first."""
    style = Style(edition.atlas.factions)
    names = {one.faction_id: one.faction for one in events if one.faction_id}
    counted = Counter(one.faction_id for one in events if one.faction_id)
    order = sorted(counted, key=lambda key: (-counted[key], names[key]))
    return [
        {"id": key, "name": names[key], "look": style.faction_look(key).id, "events": counted[key]} for key in order
    ]
