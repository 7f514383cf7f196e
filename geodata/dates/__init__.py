"""Dates: EDTF, its bounds, how a date fits a period, and its label in the language of the reader."""

from geodata.dates.edtf import EdtfDate, Fit, parse
from geodata.dates.labels import DEFAULT_LANGUAGE, digits, label, locales_of
from geodata.dates.periods import Period

__all__ = ["DEFAULT_LANGUAGE", "EdtfDate", "Fit", "Period", "digits", "label", "locales_of", "parse"]
