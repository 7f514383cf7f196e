"""Telling: a call, a capital, a source in words; citations and cards for notebooks."""

from geodata.telling.answer import Answer, answer, languages
from geodata.telling.bibliography import bibtex, csl_json
from geodata.telling.citation import cite, cite_package, name_source, source_of
from geodata.telling.markdown import plain_markdown, safe_markdown, without_comments
from geodata.telling.notebook import atlas_html
from geodata.telling.provenance import about, cite_atlas
from geodata.telling.province_call import ProvinceCall, capital_words, told
from geodata.telling.reading_list import gap_words
from geodata.telling.spelling import fold_rules, native_names, plain, sounds, spellings_of
from geodata.telling.verdicts import Verdict, verdicts
from geodata.telling.words import and_list, word

__all__ = [
    "Answer",
    "ProvinceCall",
    "Verdict",
    "about",
    "and_list",
    "answer",
    "atlas_html",
    "bibtex",
    "capital_words",
    "cite",
    "cite_atlas",
    "cite_package",
    "csl_json",
    "fold_rules",
    "gap_words",
    "languages",
    "name_source",
    "native_names",
    "plain",
    "plain_markdown",
    "safe_markdown",
    "sounds",
    "source_of",
    "spellings_of",
    "told",
    "verdicts",
    "without_comments",
    "word",
]
