"""Catalogues of sentences, one a language."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from geodata.dates import DEFAULT_LANGUAGE
from geodata.telling.own_words import OwnWords, catalogue_in_own_words

CATALOGUES = Path(__file__).parent / "answers"


@cache
def languages() -> tuple[str, ...]:
    """Languages that answers can be given in, the one to fall back to first."""
    found = sorted(path.stem for path in CATALOGUES.glob("*.toml"))
    return (DEFAULT_LANGUAGE, *(one for one in found if one != DEFAULT_LANGUAGE))


@lru_cache(maxsize=16)
def catalogue(language: str, own: OwnWords = ()) -> dict[str, str]:
    """The sentences of a language by key, with the words of an atlas; English ones where it has none."""
    known = language if language in languages() else DEFAULT_LANGUAGE
    texts = tomllib.loads((CATALOGUES / f"{known}.toml").read_text(encoding="utf-8"))
    return catalogue_in_own_words(texts, own, known)
