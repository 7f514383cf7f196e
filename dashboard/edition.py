"""An atlas in the language of a reader, with the words for it and what is made of the two."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial, wraps
from html import escape
from threading import RLock
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd

from dashboard.app_context import place_of, set_place, with_base_path
from dashboard.text import DEFAULT_LANGUAGE, Texts, texts
from geodata import Atlas, dates
from geodata.frames import LIST_SEPARATOR
from geodata.rule import Rule
from geodata.telling import shapes_credit, words_of

Frame = TypeVar("Frame", bound=pd.DataFrame)

Given = ParamSpec("Given")
Made = TypeVar("Made")

READINGS_KEPT = 12
"""Other readings of an atlas kept in one language, with all made of them: the one asked for longest ago goes first."""

SPAN = re.compile(r"\d+–\d+")


class Edition:
    """An atlas in one language and by one rule, and what is made of it once.

    What `cached` functions make is cached with the edition: who drops the edition drops all of it, and an atlas that
    was read again begins with new ones.

    Parameters
    ----------
    atlas : Atlas
        As it was loaded, with the names of its own language.
    language : str, optional
        One of `dashboard.text.LANGUAGES`.
    own : Edition, optional
        The edition in the same language by the rule that the atlas was loaded with; left out for that one itself.

    Attributes
    ----------
    atlas : Atlas
        With its names in the language, see `in_language`.
    original : Atlas
        With the names of its own language: who cites it cites it by its own title.
    own : Edition
        The edition by the rule that the atlas was loaded with; for that one itself.
    words : Texts
        The interface in the language.
    making : RLock
        Held by who makes a file of it: files that are asked for at the same time have most in common, which the second
        then finds made.
    place : str
        Where the files of the atlas are found; empty for the one that is shown to everybody.
    """

    def __init__(self, atlas: Atlas, language: str = DEFAULT_LANGUAGE, own: Edition | None = None) -> None:
        self.original = atlas
        self.own = own or self
        self.atlas: Atlas = in_language(atlas, language) if own is None else own.atlas.read_by(atlas.rule)
        self.words: Texts = texts(language, words_of(atlas, language))
        self.place: str = place_of(atlas) if own is None else own.place
        self._caches: dict[Callable[..., Any], Callable[..., Any]] = {}
        self._lock = RLock()
        self.making = RLock()

    @property
    def is_own(self) -> bool:
        """Whether the calls follow the rule that the atlas was loaded with."""
        return self.own is self

    def read_by(self, rule: Rule) -> Edition:
        """The edition by another rule: whoever asks for the same one has the same object.

        Parameters
        ----------
        rule : Rule

        Raises
        ------
        KeyError
            If the rule leaves out a source that the atlas has not.
        """
        asked = self.own.atlas.read_by(rule).rule
        return self.own if asked == self.own.atlas.rule else _read_by(self.own, asked)

    def in_language(self, language: str) -> Edition:
        """The edition of the same reading in another language."""
        return edition_of(self.own.original, language).read_by(self.atlas.rule)

    @property
    def language(self) -> str:
        """Which language it is in."""
        return self.words.language

    def address_of(self, path: str) -> str:
        """Address of a file of this atlas, for browsers.

        Parameters
        ----------
        path : str
            As the atlas that is shown to everybody has it, with a slash in front.
        """
        return with_base_path(self.place + path)

    @property
    def credit(self) -> str:
        """Whose the outlines of the map are, as markup: the library of the map takes no other. Empty if nobody says."""
        words = self.words

        def told(sources: str) -> str:
            return words("map-attribution", sources=sources)

        return escape(shapes_credit(self.atlas.package.descriptor, words("comma"), told))

    def cache_of(self, function: Callable[..., Made], most: int) -> Callable[..., Made]:
        """The function with this edition as its first argument, and a cache of its results."""
        with self._lock:
            if function not in self._caches:
                self._caches[function] = lru_cache(maxsize=most)(partial(function, self))
            return self._caches[function]


def cached(
    most: int, *, for_each_period: bool = False
) -> Callable[[Callable[Concatenate[Edition, Given], Made]], Callable[Concatenate[Edition, Given], Made]]:
    """Cache with each edition what a function makes of it.

    Parameters
    ----------
    most : int
        How many results, by the other arguments; the one asked for longest ago goes first.
    for_each_period : bool, optional
        Whether there is room for so many of each period of the atlas, however many it has: what is asked for period by
        period, and again from the first one on, would be made anew each time where there is room for fewer.
    """

    def decorate(function: Callable[Concatenate[Edition, Given], Made]) -> Callable[Concatenate[Edition, Given], Made]:
        @wraps(function)
        def ask(edition: Edition, /, *arguments: Given.args, **named: Given.kwargs) -> Made:
            room = most * len(edition.atlas.periods) if for_each_period else most
            return edition.cache_of(function, room)(*arguments, **named)

        return ask

    return decorate


@cached(READINGS_KEPT)
def _read_by(own: Edition, rule: Rule) -> Edition:
    return Edition(own.original.read_by(rule), own.language, own)


@lru_cache(maxsize=8)
def _edition_of(atlas: Atlas, language: str) -> Edition:
    return Edition(atlas, language)


_of_places: dict[Atlas, dict[str, Edition]] = {}
"""Editions of atlases that have a place of their own: they displace no other, and go with it."""


def edition_of(atlas: Atlas, language: str = DEFAULT_LANGUAGE) -> Edition:
    """The edition of an atlas in a language: whoever asks for the same one has the same object."""
    if not place_of(atlas):
        return _edition_of(atlas, language)
    editions = _of_places.setdefault(atlas, {})
    return editions[language] if language in editions else editions.setdefault(language, Edition(atlas, language))


def drop_editions(atlas: Atlas) -> None:
    """Drop the editions of an atlas with a place of its own, all that was made of them, and the place."""
    # First: whoever still asks for one is given one that goes by itself.
    set_place(atlas, "")
    _of_places.pop(atlas, None)


def clear_editions() -> None:
    """Drop every edition, and all that was made of them: an atlas was read again."""
    _edition_of.cache_clear()


def in_language(atlas: Atlas, language: str) -> Atlas:
    """Name provinces, towns, factions and alliances in a language.

    Parameters
    ----------
    atlas : Atlas
    language : str
        One of `dashboard.text.LANGUAGES`.

    Returns
    -------
    Atlas
        The same claims and calls. A name that its table lacks in the column ``name_<language>`` stays English, and so
        do title and definition of control that the descriptor's ``translations`` do not have. English names
        are kept among the other spellings, so that they are still found, and follow a name that several rows share.

    Examples
    --------
    >>> import geodata
    >>> set(in_language(geodata.load(), "fa").control("1985")["name"]) >= {"هرات", "بلخ"}
    True
    """
    if language == DEFAULT_LANGUAGE:
        return atlas
    package = atlas.package
    translated = package.descriptor.get("translations", {}).get(language, {})
    known = {key: translated[key] for key in ("title", "control", "attribution") if key in translated}
    if "title" in known:
        known["title"] = _isolated(dates.digits(known["title"], language))
    tables = {name: _named(frame, language) for name, frame in package.tables.items()}
    labels = tables["periods"]["label"].map(lambda label: _isolated(dates.digits(label, language)))
    tables["periods"] = tables["periods"].assign(label=labels)
    return Atlas(
        replace(
            package,
            descriptor={**package.descriptor, **known},
            tables=tables,
            provinces=_named(package.provinces, language),
            neighbours=_named(package.neighbours, language),
        ),
        language,
        atlas.rule,
    )


def _isolated(text: str) -> str:
    """Keep a span of years in its order between words that are written from right to left."""
    return SPAN.sub("\u2066\\g<0>\u2069", text)


def _named(frame: Frame, language: str) -> Frame:
    column = f"name_{language}"
    if column not in frame:
        return frame
    local = _disambiguated(frame, frame[column].fillna(""))
    given = local != ""
    named = frame.copy()
    for name in ("name", "short_name"):
        if name in named:
            named[name] = named[name].where(~given, local)
    if "other_names" in named:
        others = named["other_names"].fillna("")
        spellings = (frame["name"] + LIST_SEPARATOR + others).str.removesuffix(LIST_SEPARATOR)
        named["other_names"] = others.where(~given, spellings)
    return named


def _disambiguated(frame: pd.DataFrame, local: pd.Series[str]) -> pd.Series[str]:
    """Put the English name behind a local one that several bear: two parties of one name are two parties."""
    english = frame["short_name" if "short_name" in frame else "name"]
    shared = (local != "") & (frame["name"].groupby(local).transform("nunique") > 1)
    return local.where(~shared, local + " – \u2066" + english + "\u2069")
