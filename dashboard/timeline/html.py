"""HTML of the view Timeline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from markupsafe import Markup

from dashboard import templating
from dashboard.chart_widths import PHONE, WIDE
from dashboard.text import Texts
from dashboard.timeline.chart import timeline_svg
from dashboard.timeline.data import TimelineEvent
from geodata import Atlas

_render = partial(templating.render, Path(__file__).parent / "templates")


def timeline_html(
    atlas: Atlas, words: Texts, events: Sequence[TimelineEvent], all_events: int, chosen_id: str | None
) -> str:
    """The picture of some events and their list.

    Parameters
    ----------
    atlas : Atlas
    words : Texts
    events : sequence of TimelineEvent
        In order of time.
    all_events : int
        How many there are without filters.
    chosen_id : str or None
        The event that stands out.
    """

    def card(event: TimelineEvent) -> Markup:
        keep = f"{event.event_id}-{'chosen' if event.event_id == chosen_id else 'list'}"
        return Markup(_render("event.html.j2", texts=words, event=event, keep=keep))

    pictures = [timeline_svg(atlas, words, events, chosen_id, width) for width in (WIDE, PHONE)] if events else ["", ""]
    return _render(
        "timeline.html.j2",
        texts=words,
        events=events,
        all=all_events,
        wide=pictures[0],
        narrow=pictures[1],
        chosen=next((one for one in events if one.event_id == chosen_id), None),
        card=card,
    )
