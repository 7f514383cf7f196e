"""A rule in plain words: what it leaves out, and what it asks for beyond the standard one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel import Locale, UnknownLocaleError

from dashboard.edition import Edition
from dashboard.parts.lists import and_list
from dashboard.text import Texts
from geodata.frames import records
from geodata.rule import STANDARD, Rule
from geodata.telling import name_source


def reading_words(edition: Edition, rule: Rule) -> str:
    """Say what a rule does otherwise: ``without S01 and S16; only firm claims count``.

    Parameters
    ----------
    edition : Edition
    rule : Rule

    Returns
    -------
    str
        One source that is left out is named, of several the ids are told.
    """
    return edition.words("semicolon").join(_parts(edition, rule)) or edition.words("reading-standard")


def kind_of_source(words: Texts, kind: str) -> str:
    """In the words of the catalogue; an atlas may have kinds that it does not know."""
    key = f"source-kind-{kind}"
    return words(key) if words.has(key) else kind


def name_language(words: Texts, code: str) -> str:
    """Name a language in that of the texts; a code that nobody knows is told as it is."""
    try:
        return Locale.parse(code, sep="-").get_display_name(words.language) or code
    except (UnknownLocaleError, ValueError):
        return code


def order_words(words: Texts, order: Sequence[str]) -> str:
    """By what claims are compared, one thing after the other or one alone."""
    first, *others = (words(f"lab-order-{one}") for one in order)
    return words("lab-order-then", first=first, last=others[0]) if others else words("lab-order-alone", first=first)


def _parts(edition: Edition, rule: Rule) -> Iterator[str]:
    words = edition.words
    if rule.without_sources:
        yield words("reading-without", sources=_sources(edition, rule.without_sources))
    if rule.without_kinds:
        kinds = [kind_of_source(words, one) for one in rule.without_kinds]
        yield words("reading-without-kinds", kinds=and_list(words, kinds))
    if rule.without_languages:
        names = [name_language(words, one) for one in rule.without_languages]
        yield words("reading-without-languages", languages=and_list(words, names))
    if not rule.weak:
        yield words("reading-firm")
    if rule.grades != STANDARD.grades:
        yield words("reading-grades", grades=and_list(words, [words(f"grade-{one}") for one in rule.grades]))
    if rule.parts:
        yield words("reading-parts")
    if rule.near_days is not None:
        yield words("reading-near", days=rule.near_days)
    if rule.minimum_sources > 1:
        yield words("reading-works", count=rule.minimum_sources)
    if rule.order != STANDARD.order:
        yield words("reading-order", order=order_words(words, rule.order))


def _sources(edition: Edition, source_ids: Sequence[str]) -> str:
    if len(source_ids) > 1:
        return and_list(edition.words, source_ids)
    named = {row["source_id"]: name_source(row) for row in records(edition.atlas.sources)}
    return f"\u2068{named[source_ids[0]]}\u2069 ({source_ids[0]})"
