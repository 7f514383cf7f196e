"""Catalogues of sentences, one a language."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from geodata.dates import DEFAULT_LANGUAGE
from geodata.telling.own_words import OwnWords, catalogue_in_own_words

CATALOGUES = Path(__file__).parent / "answers"
"""Those of answers; words of figures and verdicts have folders of their own."""


@cache
def languages(folder: Path = CATALOGUES) -> tuple[str, ...]:
    """Languages that a folder of catalogues has, answers if left out; the one to fall back to first."""
    found = sorted(path.stem for path in folder.glob("*.toml"))
    return (DEFAULT_LANGUAGE, *(one for one in found if one != DEFAULT_LANGUAGE))


def known_language(language: str, folder: Path = CATALOGUES) -> str:
    """The language, if a folder of catalogues has it; else the one to fall back to."""
    return language if language in languages(folder) else DEFAULT_LANGUAGE


@lru_cache(maxsize=48)
def catalogue(language: str, own: OwnWords = (), folder: Path = CATALOGUES) -> dict[str, str]:
    """The sentences of a language by key, with the words of an atlas; English ones where it has none."""
    known = known_language(language, folder)
    texts = {
        key: text
        for one in dict.fromkeys((DEFAULT_LANGUAGE, known))
        for key, text in tomllib.loads((folder / f"{one}.toml").read_text(encoding="utf-8")).items()
    }
    return catalogue_in_own_words(texts, own, known)
