"""An atlas's own words for what it is divided into, its stops and its actors, put into the texts of a catalogue."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from geodata.dates import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from geodata.atlas import Atlas

FORMS = Path(__file__).parent / "forms"
ROLES = ("unit", "stop", "faction")

_ALONE = r"(?<![\w$\-\[{])", r"(?![\w\-}\]]|\w* =)"
"""Around a word: whatever is a key, a variable or a variant of a catalogue is no word of a text."""


class OwnWord(NamedTuple):
    """What an atlas calls something: one of it, and several."""

    role: str
    one: str
    other: str


NO_COUNTRYSIDE = OwnWord("ground", "", "")
"""Of an atlas without capitals: what its claims are about is the whole unit, and no countryside around a town."""

OwnWords = tuple[OwnWord, ...]
"""Empty where an atlas has the words of the catalogue."""


def own_words(descriptor: Mapping[str, Any], language: str = DEFAULT_LANGUAGE) -> OwnWords:
    """The words of an atlas in a language; those of its own language where it has none in this one.

    Parameters
    ----------
    descriptor : Mapping
        The content of ``datapackage.json``.
    language : str, optional

    Examples
    --------
    >>> own_words({"words": {"unit": {"one": "district", "other": "districts"}}})
    (OwnWord(role='unit', one='district', other='districts'),)
    """
    given = descriptor.get("words", {})
    local = descriptor.get("translations", {}).get(language, {}).get("words", {})
    told = {**given, **local}
    return tuple(OwnWord(role, told[role]["one"], told[role]["other"]) for role in ROLES if role in told)


def words_of(atlas: Atlas, language: str) -> OwnWords:
    """How the texts of the program are to speak of an atlas: in its own words, and of a countryside only if it has one.

    Parameters
    ----------
    atlas : Atlas
    language : str
    """
    own = own_words(atlas.package.descriptor, language)
    return own if "capitals" in atlas.has else (NO_COUNTRYSIDE, *own)


def in_own_words(text: str, words: OwnWords, language: str = DEFAULT_LANGUAGE) -> str:
    """Put the words of an atlas into a text, or into the source of a whole catalogue.

    Parameters
    ----------
    text : str
        What stands in braces, in brackets or before an equals sign stays.
    words : OwnWords
    language : str, optional
        Of the text.

    Examples
    --------
    >>> own = (OwnWord("unit", "oblast", "oblasts"),)
    >>> in_own_words("Provinces: choose a province of { $province }", own)
    'Oblasts: choose an oblast of { $province }'
    """
    for word in words:
        for form, own in _forms(word, language).items():
            text = _replaced(text, form, own)
    text = text.replace(_MARK, "")
    for word in words:
        text = _with_article(text, word.one, language).replace(_MARK, "")
    return text


def keeps(key: str, language: str = DEFAULT_LANGUAGE) -> bool:
    """Whether the words of a text mean something else, and stay."""
    return key in _written(language).get("keep", ())


def _forms(word: OwnWord, language: str) -> dict[str, str]:
    """Every form of the catalogue with what comes in its place, the longest first."""
    forms = _written(language)[word.role]
    found = dict(forms.get("other-forms", {}))
    found |= dict.fromkeys(forms.get("other", ()), word.other) | dict.fromkeys(forms.get("one", ()), word.one)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _replaced(text: str, form: str, own: str) -> str:
    before, after = _ALONE
    # Where a script has no capitals, the two are one.
    for one, other in {_capital(form): _capital(own), form: own}.items():
        text = re.sub(f"{before}{re.escape(one)}{after}", _marked(other), text)
    return text


_MARK = "\x00"
"""Between the letters of a word that has been put in: it is not taken for a form of another."""


def _marked(word: str) -> str:
    return word[:1] + _MARK + word[1:]


def _with_article(text: str, own: str, language: str) -> str:
    article = _written(language).get("article")
    if article is None or own[:1].lower() not in article["vowels"]:
        return text
    return _replaced(text, f"{article['before']} {own}", f"{article['vowel']} {own}")


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@cache
def _written(language: str) -> dict[str, Any]:
    path = FORMS / f"{language}.toml"
    known = path if path.is_file() else FORMS / f"{DEFAULT_LANGUAGE}.toml"
    return tomllib.loads(known.read_text(encoding="utf-8"))


def catalogue_in_own_words(texts: Mapping[str, str], words: OwnWords, language: str) -> dict[str, str]:
    """A catalogue by key with the words of an atlas."""
    if not words:
        return dict(texts)
    return {key: text if keeps(key, language) else in_own_words(text, words, language) for key, text in texts.items()}
