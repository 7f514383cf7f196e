"""Words of printed figures, from their catalogues ``words``, one a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale
from babel.numbers import format_decimal

from geodata.dates import DEFAULT_LANGUAGE, digits
from geodata.telling import catalogues
from geodata.telling.own_words import OwnWords, words_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas

CATALOGUES = Path(__file__).parent / "words"

SHORT = "0.######"
"""No digits that say nothing."""


class _Voice(NamedTuple):
    """In which language something is told, and in whose words."""

    language: str = DEFAULT_LANGUAGE
    own: OwnWords = ()


def word(name: str, /, **values: object) -> str:
    """A text of the catalogue.

    Parameters
    ----------
    name : str
        Its name.
    **values
        What stands in its places; numbers are written as the language does.

    Raises
    ------
    KeyError
        If there is no such text, or a value is missing.

    Examples
    --------
    >>> word("call-held", factions="The Greens", grade="direct evidence")
    'The Greens, held, direct evidence'
    """
    given = {key: number(value) if isinstance(value, int | float) else value for key, value in values.items()}
    return catalogue(*_voice.get())[name].format(**given)


def number(value: float) -> str:
    """A number with the digits of the language in which it is told.

    Examples
    --------
    >>> number(29), number(33.5)
    ('29', '33.5')
    """
    language = language_told()
    return digits(format_decimal(value, SHORT, language, numbering_system="default"), language)


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
    return word("and-list", first=word("comma").join(names[:-1]), last=names[-1])


def language_told() -> str:
    """The language in which is told what is being told."""
    return _voice.get().language


def is_right_to_left() -> bool:
    """Whether that language is written from right to left."""
    return Locale.parse(language_told()).text_direction == "rtl"


@contextmanager
def speaking_as(atlas: Atlas, language: str = DEFAULT_LANGUAGE) -> Iterator[None]:
    """Use the words that an atlas has of its own, for as long as something of it is being told.

    Parameters
    ----------
    atlas : Atlas
    language : str, optional
        In English where there is no catalogue of it.
    """
    known = catalogues.known_language(language, CATALOGUES)
    token = _voice.set(_Voice(known, words_of(atlas, known)))
    try:
        yield
    finally:
        _voice.reset(token)


_ENGLISH = _Voice()
_voice: ContextVar[_Voice] = ContextVar("voice", default=_ENGLISH)
"""Figures and cards are told by many functions that see no atlas; each thread and task has its own."""


def catalogue(language: str = DEFAULT_LANGUAGE, own: OwnWords = ()) -> dict[str, str]:
    """All texts by name, with the words of an atlas; what a language has none of is English."""
    return catalogues.catalogue(language, own, CATALOGUES)
