"""The questions that an atlas answers, in a few lines each by asking other rooms; `geodata.Atlas` is all of them."""

from geodata.questions.doubt import Doubt

__all__ = ["Doubt"]
