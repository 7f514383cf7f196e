"""Interface texts: one Fluent catalogue per language, none of them in Python strings."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

from dashboard.text.numbers import local_number
from geodata.telling import OwnWords, in_own_words, keeps

CATALOGUES = Path(__file__).parent
DEFAULT_LANGUAGE = "en"
_WITH_CATALOGUE = sorted(path.parent.name for path in CATALOGUES.glob("*/atlas.ftl"))
LANGUAGES = (DEFAULT_LANGUAGE, *(name for name in _WITH_CATALOGUE if name != DEFAULT_LANGUAGE))
"""Every language that has a catalogue, the one to fall back to first."""

MESSAGE = re.compile(r"^(?=[a-z][a-z0-9-]* =)", re.MULTILINE)
"""Where a text of a catalogue begins."""

SAID_KEPT = 2048
"""Texts of a language with their values, kept in memory."""

LANGUAGE_NAMES = {language: (CATALOGUES / language / "name.txt").read_text("utf-8").strip() for language in LANGUAGES}
"""What speakers call each language."""


class Texts:
    """The texts of one language.

    Parameters
    ----------
    language : str
        Name of a folder beside this module.
    own : OwnWords, optional
        What an atlas calls its units, stops and factions, where not as the catalogue does.

    Attributes
    ----------
    language : str
    direction : {"ltr", "rtl"}
    numbering : str
        System of digits, such as ``"latn"``, as the Unicode CLDR and browsers name it.
    """

    def __init__(self, language: str, own: OwnWords = ()) -> None:
        self.language = language
        locale = Locale.parse(language)
        self.direction: str = locale.text_direction
        self.numbering: str = locale.default_numbering_system
        # Isolation marks would end up in attributes and downloads; the page sets direction on its elements instead.
        self._bundle = FluentBundle([language], functions={"NUMBER": local_number}, use_isolating=False)
        for path in sorted((CATALOGUES / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(_source(path, language, own)))
        # Legends and tables say the same few things again and again. A number is not said as its text would be.
        self._said = lru_cache(maxsize=SAID_KEPT, typed=True)(self._say)

    def __call__(self, key: str, **values: str | int | float) -> str:
        """Give a text by its key, with values filled in.

        Raises
        ------
        KeyError
            If the catalogue has no such key, or a value that the text asks for is missing.
        """
        return self._said(key, **values)

    def _say(self, key: str, **values: str | int | float) -> str:
        message = self._bundle.get_message(key) if self._bundle.has_message(key) else None
        if message is None or message.value is None:
            raise KeyError(f"no text {key!r} in the catalogue {self.language!r}")
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise KeyError(f"text {key!r}: {errors[0]}")
        return str(text)

    def has(self, key: str) -> bool:
        """Whether the catalogue has a text."""
        return self._bundle.has_message(key)


def texts(language: str = DEFAULT_LANGUAGE, own: OwnWords = ()) -> Texts:
    """Load the texts of a language, once: whoever asks for the same language and words has the same object."""
    # A cache tells a call without the language from one that names it, and what is made for one would be made again.
    return _texts(language, own)


@lru_cache(maxsize=8)
def _texts(language: str, own: OwnWords) -> Texts:
    return Texts(language, own)


def _source(path: Path, language: str, own: OwnWords) -> str:
    source = path.read_text(encoding="utf-8")
    if not own:
        return source
    texts = MESSAGE.split(source)
    return "".join(
        text if keeps(text.partition(" =")[0], language) else in_own_words(text, own, language) for text in texts
    )
