"""Counting: large event tables, by province, period and actor; what the counts mean is decided by `importing`."""

from geodata.counting.event_counts import count_events

__all__ = [
    "count_events",
]
