"""Timeline: dated events drawn on a scale of years, with the precision of their dates."""

from dashboard.views.timeline.chart import timeline_svg
from dashboard.views.timeline.data import timeline_events

__all__ = [
    "timeline_events",
    "timeline_svg",
]
