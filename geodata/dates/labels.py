"""EDTF dates in words, in the language of the reader.

Day, month and year are written as the Unicode CLDR has it for the language (by `babel`); what else EDTF says,
"about", "by", "from … to", a decade, stands in the catalogue ``words``.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from geodata.dates.edtf import OPEN_ENDS

CATALOGUE = Path(__file__).parent / "words"
DEFAULT_LANGUAGE = "en"
REGIONS = {"en": "en_GB", "fa": "fa_AF"}
"""Where a language writes dates in more than one order: the one of our texts."""

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "nkoo": "߀", "tibt": "༠"}
"""First digit of the numbering systems of CLDR that a language can have by default and that are not Latin."""

SET = re.compile(r"([\[{])([^.]+)[\]}]")
SET_UP_TO = re.compile(r"[\[{]\.\.(.+)[\]}]")
DECADE = re.compile(r"(\d{3})X")


@lru_cache(maxsize=8192)
def label(text: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Put an EDTF date into words.

    Parameters
    ----------
    text : str
        The date.
    language : str, optional
        BCP 47 code. Without texts of its own, a language has English ones.

    Examples
    --------
    >>> label("1988-06-17"), label("198X"), label("1984~"), label("../1988-10-11")
    ('17 June 1988', '1980s', 'about 1984', 'by 11 October 1988')
    >>> label("1988/1989"), label("1988-08/.."), label("1987?")
    ('1988–1989', 'from August 1988', '1987 (uncertain)')
    >>> label("1988-06-17", "fa")
    '۱۷ جون ۱۹۸۸'
    """
    return digits(_label(text, _words(language), _locale(language)), language)


@lru_cache(maxsize=8192)
def digits(text: str, language: str) -> str:
    """Write the digits of a text as the language does.

    Examples
    --------
    >>> digits("1988–89", "ps"), digits("1988–89", "en")
    ('۱۹۸۸–۸۹', '1988–89')
    """
    zero = ZEROS.get(_locale(language).default_numbering_system)
    return text.translate({ord("0") + n: chr(ord(zero) + n) for n in range(10)}) if zero else text


def _label(text: str, words: dict[str, str], locale: Locale) -> str:
    up_to = SET_UP_TO.fullmatch(text)
    if up_to:
        return words["by"].format(when=_label(up_to[1], words, locale))
    listed = SET.fullmatch(text)
    if listed:
        joined, *more = [_label(part.strip(), words, locale) for part in listed[2].split(",")]
        for one in more:
            joined = words["or" if listed[1] == "[" else "and"].format(first=joined, last=one)
        return joined
    if "/" not in text:
        return _point(text, words, locale)
    first, _, last = text.partition("/")
    if first in OPEN_ENDS:
        return words["by"].format(when=_point(last, words, locale))
    if last in OPEN_ENDS:
        return words["from"].format(when=_point(first, words, locale))
    begin, finish = _point(first, words, locale), _point(last, words, locale)
    return words["years" if begin.isdigit() and finish.isdigit() else "span"].format(first=begin, last=finish)


def _point(text: str, words: dict[str, str], locale: Locale) -> str:
    bare = text.rstrip("?~%")
    qualifiers = text[len(bare) :]
    told = _bare(bare, words, locale)
    if "~" in qualifiers or "%" in qualifiers:
        told = words["about"].format(when=told)
    if "?" in qualifiers or "%" in qualifiers:
        told = words["uncertain"].format(when=told)
    return told


def _bare(text: str, words: dict[str, str], locale: Locale) -> str:
    decade = DECADE.fullmatch(text)
    if decade:
        return words["decade"].format(year=f"{decade[1]}0")
    year, *rest = text.split("-")
    if not rest and year.isdigit():
        return year.lstrip("0") or year
    if not rest or not all(part.isdigit() for part in (year, *rest)):
        return text
    if rest[0] in SEASONS:
        return words["season"].format(season=words[SEASONS[rest[0]]], year=year)
    try:
        day = date(int(year), int(rest[0]), int(rest[1]) if len(rest) > 1 else 1)
    except ValueError:
        return text
    # Babel fills the year up to four digits in its patterns of letters alone.
    if len(rest) == 1:
        return str(format_date(day, "MMMM y", locale))
    return str(format_date(day, "d MMMM y", locale))


@cache
def _words(language: str) -> dict[str, str]:
    path = CATALOGUE / f"{language.partition('-')[0]}.toml"
    known = path if path.is_file() else CATALOGUE / f"{DEFAULT_LANGUAGE}.toml"
    return tomllib.loads(known.read_text(encoding="utf-8"))


def locales_of(language: str) -> tuple[Locale, ...]:
    """The CLDR locales that dates in a language may follow: of our texts, and of the language at large."""
    return tuple({_locale(language), Locale.parse(language, sep="-")})


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(REGIONS.get(language, language), sep="_" if "_" in REGIONS.get(language, "") else "-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(REGIONS[DEFAULT_LANGUAGE])
