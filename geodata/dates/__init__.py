"""Dates: EDTF, its bounds, how a date fits a period, and its label in words."""

from geodata.dates.edtf import MONTHS, EdtfDate, Fit, label, parse
from geodata.dates.periods import Period

__all__ = [
    "MONTHS",
    "EdtfDate",
    "Fit",
    "Period",
    "label",
    "parse",
]
