"""An atlas in the language of the reader: names as the data have them, what is missing in English."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

import pandas as pd

from dashboard.text import DEFAULT_LANGUAGE
from geodata import Atlas
from geodata.frames import LIST_SEPARATOR

Frame = TypeVar("Frame", bound=pd.DataFrame)

SPAN = re.compile(r"\d+–\d+")


@lru_cache(maxsize=8)
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
        do title, definition of control and sides that the descriptor's ``translations`` do not have. English names
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
    known = {key: translated[key] for key in ("title", "control", "sides") if key in translated}
    if "title" in known:
        known["title"] = _isolated(known["title"])
    tables = {name: _named(frame, language) for name, frame in package.tables.items()}
    tables["periods"] = tables["periods"].assign(label=tables["periods"]["label"].map(_isolated))
    return Atlas(
        replace(
            package,
            descriptor={**package.descriptor, **known},
            tables=tables,
            provinces=_named(package.provinces, language),
            neighbours=_named(package.neighbours, language),
        )
    )


def _isolated(text: str) -> str:
    """Keep a span of years in its order between words that are written from right to left."""
    return SPAN.sub("\u2066\\g<0>\u2069", text)


def _named(frame: Frame, language: str) -> Frame:
    column = f"name_{language}"
    if column not in frame:
        return frame
    local = _told_apart(frame, frame[column].fillna(""))
    given = local != ""
    named = frame.copy()
    for name in ("name", "short_name"):
        if name in named:
            named[name] = named[name].where(~given, local)
    if "other_names" in named:
        others = named["other_names"].fillna("")
        kept = (frame["name"] + LIST_SEPARATOR + others).str.removesuffix(LIST_SEPARATOR)
        named["other_names"] = others.where(~given, kept)
    return named


def _told_apart(frame: pd.DataFrame, local: pd.Series[str]) -> pd.Series[str]:
    """Put the English name behind a local one that several bear: two parties of one name are two parties."""
    english = frame["short_name" if "short_name" in frame else "name"]
    shared = (local != "") & (frame["name"].groupby(local).transform("nunique") > 1)
    return local.where(~shared, local + " – \u2066" + english + "\u2069")
