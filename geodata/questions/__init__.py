"""The questions that an atlas answers, one subject a module; `geodata.Atlas` is all of them."""

from geodata.questions.doubt import Doubt

__all__ = ["Doubt"]
