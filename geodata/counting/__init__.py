"""Large event tables, counted by province, period and actor."""

from geodata.counting.event_counts import count_events

__all__ = [
    "count_events",
]
