"""Periods: the stops of the year slider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Period:
    """A stop of the year slider.

    Attributes
    ----------
    id, label, edtf, note : str
        Identifier (``1988-89``), what a reader sees (``1988–89``), EDTF form, what to know about it.
    start, end : datetime.date
        First and last day.
    """

    id: str
    label: str
    start: date
    end: date
    edtf: str
    note: str

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Period:
        """Make a period from a row of the table `periods`."""
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        return cls(row["period_id"], row["label"], start, end, row["edtf"], row["note"])
