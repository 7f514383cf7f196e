"""Questions about one atlas, by subject; `geodata.Atlas` answers them all."""

from geodata.questions.readings import Readings

__all__ = ["Readings"]
