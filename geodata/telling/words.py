"""Words of printed figures, from their catalogue ``words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.dates import DEFAULT_LANGUAGE
from geodata.telling.own_words import OwnWords, catalogue_in_own_words, words_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas

CATALOGUE = Path(__file__).parent / "words.toml"


def word(name: str, /, **values: object) -> str:
    """A text of the catalogue.

    Parameters
    ----------
    name : str
        Its name.
    **values
        What stands in its places.

    Raises
    ------
    KeyError
        If there is no such text, or a value is missing.

    Examples
    --------
    >>> word("call-held", factions="The Greens", grade="direct evidence")
    'The Greens, held, direct evidence'
    """
    return catalogue(_own.get())[name].format(**values)


def counted(what: str, count: int) -> str:
    """A number of things: ``claims``, ``sources`` or ``provinces``.

    Examples
    --------
    >>> counted("claims", 1), counted("sources", 2)
    ('1 claim', '2 sources')
    """
    return word(f"{what}-one") if count == 1 else word(f"{what}-many", count=count)


def and_list(names: Sequence[str]) -> str:
    """Names as one phrase.

    Examples
    --------
    >>> and_list(["A", "B", "C"])
    'A, B and C'
    """
    if len(names) < 2:
        return "".join(names)
    return word("and-list", first=", ".join(names[:-1]), last=names[-1])


@contextmanager
def speaking_as(atlas: Atlas) -> Iterator[None]:
    """Use the words that an atlas has of its own, for as long as something of it is being told."""
    token = _own.set(words_of(atlas, DEFAULT_LANGUAGE))
    try:
        yield
    finally:
        _own.reset(token)


_own: ContextVar[OwnWords] = ContextVar("own_words", default=())
"""Figures and cards are told by many functions that see no atlas; each thread and task has its own."""


@lru_cache(maxsize=16)
def catalogue(own: OwnWords = ()) -> dict[str, str]:
    """All texts by name, with the words of an atlas."""
    texts = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    return catalogue_in_own_words(texts, own, DEFAULT_LANGUAGE)
