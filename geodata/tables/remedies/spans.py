"""Days and periods, worked out for a remedy; nothing where they can't be."""

from __future__ import annotations

from datetime import date, timedelta

from geodata import dates


def day_before(day: str) -> str:
    """The day before a day; nothing where that is none."""
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return ""


def of_period(column: str, start: str, end: str, edtf: str) -> str:
    """Start, end or EDTF text of a period, from the two others."""
    if column == "edtf":
        return f"{start}/{end}" if start and end else start or end
    try:
        found = dates.parse(edtf)
    except ValueError:
        return ""
    day = found.earliest if column == "start" else found.latest
    return "" if day is None else day.isoformat()
