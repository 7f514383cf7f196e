"""Telling: a call, a capital, a source in words; citations, safe Markdown, and cards for notebooks."""

from geodata.telling.answer import Answer, answer
from geodata.telling.bibliography import bibtex, csl_json
from geodata.telling.catalogues import languages
from geodata.telling.citation import cite, cite_package, name_source, source_of
from geodata.telling.credit import licence_name, licences, shapes_credit
from geodata.telling.markdown import plain_markdown, safe_markdown, without_comments
from geodata.telling.notebook import atlas_html
from geodata.telling.observed import DATA_SET_BASIS, basis_of, observed_statements
from geodata.telling.own_words import OwnWord, OwnWords, in_own_words, keeps, own_words, words_of
from geodata.telling.provenance import about, cite_atlas
from geodata.telling.province_call import ProvinceCall, capital_words, told
from geodata.telling.question import place_and_date
from geodata.telling.reading_list import gap_words
from geodata.telling.spelling import fold_rules, native_names, plain, sounds, spellings_of
from geodata.telling.verdicts import Verdict, verdicts
from geodata.telling.words import and_list, counted, is_right_to_left, language_told, number, speaking_as, word

__all__ = [
    "DATA_SET_BASIS",
    "Answer",
    "OwnWord",
    "OwnWords",
    "ProvinceCall",
    "Verdict",
    "about",
    "and_list",
    "answer",
    "atlas_html",
    "basis_of",
    "bibtex",
    "capital_words",
    "cite",
    "cite_atlas",
    "cite_package",
    "counted",
    "csl_json",
    "fold_rules",
    "gap_words",
    "in_own_words",
    "is_right_to_left",
    "keeps",
    "language_told",
    "languages",
    "licence_name",
    "licences",
    "name_source",
    "native_names",
    "number",
    "observed_statements",
    "own_words",
    "place_and_date",
    "plain",
    "plain_markdown",
    "safe_markdown",
    "shapes_credit",
    "sounds",
    "source_of",
    "speaking_as",
    "spellings_of",
    "told",
    "verdicts",
    "without_comments",
    "word",
    "words_of",
]
