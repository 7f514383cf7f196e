"""Catalogues of sentences, one a language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from geodata.dates import DEFAULT_LANGUAGE

CATALOGUES = Path(__file__).parent / "answers"


@cache
def languages() -> tuple[str, ...]:
    """Languages that answers can be given in, the one to fall back to first."""
    found = sorted(path.stem for path in CATALOGUES.glob("*.toml"))
    return (DEFAULT_LANGUAGE, *(one for one in found if one != DEFAULT_LANGUAGE))


@cache
def catalogue(language: str) -> dict[str, str]:
    """The sentences of a language by key; English ones where it has none."""
    known = language if language in languages() else DEFAULT_LANGUAGE
    return tomllib.loads((CATALOGUES / f"{known}.toml").read_text(encoding="utf-8"))
