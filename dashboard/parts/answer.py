"""The answer to who held a place on a day, in the words of the page."""

from __future__ import annotations

from dataclasses import replace

from dashboard.edition import Edition
from dashboard.parts.reading_words import reading_words
from geodata.telling import Answer


def answer_in_words(edition: Edition, place: str, date: str) -> Answer:
    """Answer as `Atlas.answer` does, with the rule in plain words where it is not the atlas's own.

    Parameters
    ----------
    edition : Edition
    place, date : str
        As for `Atlas.answer`.

    Raises
    ------
    KeyError, ValueError
        As `Atlas.answer` does.
    """
    told = edition.atlas.answer(place, date, edition.language)
    if not edition.atlas.reading:
        return told
    rule = edition.words("not-own-reading", reading=reading_words(edition, edition.atlas.rule))
    return replace(told, sentences=(f"{rule}.", *told.sentences[1:]))
