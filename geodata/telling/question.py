"""A question in a line, "kunduz august 1988": which place, and which date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from babel.dates import get_month_names

from geodata.dates import locales_of
from geodata.frames import records
from geodata.telling.catalogues import languages
from geodata.telling.spelling import plain, spellings_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas

LONGEST = 120
"""Letters: a longer line is no question of this kind."""

ISO = re.compile(r"\b(\d{4}-\d{2}(?:-\d{2})?)(?![\d-])")
PUNCTUATION = re.compile(r"[?!.,;:؟،؛]")
YEAR = re.compile(r"\d{4}")
DAY = re.compile(r"\d{1,2}")


def place_and_date(atlas: Atlas, text: str) -> tuple[str, str] | None:
    """Find a place and a date in a line, whatever else stands in it.

    Parameters
    ----------
    atlas : Atlas
        Its provinces and towns are known in every spelling, its periods by id and label.
    text : str
        With digits and names of months of any language that answers can be given in.

    Returns
    -------
    tuple of str, or None
        What `Atlas.answer` takes; None where either is missing. Of several places the one with the longest name.

    Examples
    --------
    >>> import geodata
    >>> atlas = geodata.load()
    >>> place_and_date(atlas, "Who held Kunduz in August 1988?")
    ('kunduz', '1988-08')
    >>> place_and_date(atlas, "kunduz 17 june 1988"), place_and_date(atlas, "کندز، جون ۱۹۸۸")
    (('kunduz', '1988-06-17'), ('کندز', '1988-06'))
    >>> place_and_date(atlas, "kunduz") is None
    True
    """
    if len(text) > LONGEST:
        return None
    # Digits and signs of any alphabet; a hyphen joins parts of a name or of a date.
    told = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in PUNCTUATION.sub(" ", text))
    rest, date = _date_in(atlas, told)
    if date is None:
        return None
    place = _place_in(atlas, plain(rest))
    return (place, date) if place else None


def _date_in(atlas: Atlas, text: str) -> tuple[str, str | None]:
    """What is left of a line without its date, and the date."""
    for period in atlas.periods:
        # A stop that is a year alone is found as a year, which a day or a month may stand before.
        names = [name for name in (period.id, period.label) if not YEAR.fullmatch(name)]
        for name in names:
            found = re.search(rf"(?<!\w){re.escape(name)}(?![\w-])", text)
            if found:
                return text.replace(found[0], " "), period.id
    found = ISO.search(text)
    if found:
        return text.replace(found[0], " "), found[1]
    words = plain(text).split()
    for at, word in enumerate(words):
        if YEAR.fullmatch(word):
            return _date_around(words, at)
    return text, None


def _date_around(words: list[str], at: int) -> tuple[str, str]:
    """The year at a place in a line, with the month and the day that stand beside it."""
    months, year = _months(), words[at]
    before, after = words[:at], words[at + 1 :]
    # 17 June 1988; June 17, 1988; 1988 June.
    if len(before) > 1 and before[-1] in months and DAY.fullmatch(before[-2]):
        day = before[-2]
        return " ".join([*before[:-2], *after]), f"{year}-{months[before[-1]]:02}-{int(day):02}"
    if len(before) > 1 and DAY.fullmatch(before[-1]) and before[-2] in months:
        day = before[-1]
        return " ".join([*before[:-2], *after]), f"{year}-{months[before[-2]]:02}-{int(day):02}"
    if before and before[-1] in months:
        return " ".join([*before[:-1], *after]), f"{year}-{months[before[-1]]:02}"
    if after and after[0] in months:
        return " ".join([*before, *after[1:]]), f"{year}-{months[after[0]]:02}"
    return " ".join([*before, *after]), year


def _place_in(atlas: Atlas, text: str) -> str | None:
    """The longest run of words that is the name of a province or town."""
    known = {
        plain(spelling)
        for frame, key in ((atlas.package.provinces, "province_id"), (atlas.places, "place_id"))
        for row in records(frame)
        for spelling in (*spellings_of(row), row[key])
    }
    return next((run for run in _runs(text.split()) if run in known), None)


def _runs(words: list[str]) -> Iterator[str]:
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


@cache
def _months() -> Mapping[str, int]:
    """Numbers of months by every name that the languages have for them, as `plain` writes it."""
    found: dict[str, int] = {}
    for language in languages():
        for locale in locales_of(language):
            for width in ("wide", "abbreviated"):
                for context in ("format", "stand-alone"):
                    for number, name in get_month_names(width, context, locale).items():
                        if not name.isdigit():
                            found.setdefault(plain(name), int(number))
    return found
