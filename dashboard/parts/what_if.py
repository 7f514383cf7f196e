"""What another rule changes, in one sentence."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.edition import Edition
from dashboard.parts.lists import and_list
from dashboard.parts.rows import call_rows
from geodata.rule import CALL_DIFFERS, DIFFERENCES, STANDARD, Rule

OTHER_SIDE = CALL_DIFFERS[0]
"""Told always, also where it is none: it is the question that a reader asks first."""


def what_if_headline(edition: Edition, rule: Rule, differences: pd.DataFrame) -> str:
    """Say how many calls another rule changes, and how.

    Parameters
    ----------
    edition : Edition
    rule : Rule
    differences : pandas.DataFrame
        As `geodata.Atlas.differences` gives them.

    Returns
    -------
    str
        Such as "Without S01, 2 of 87 calls differ: 2 fall to no evidence and none passes to another side."
    """
    words, atlas = edition.words, edition.atlas
    counts = {kind: int((differences["kind"] == kind).sum()) for kind in DIFFERENCES}
    every = sum(len(call_rows(edition, period.id)) for period in atlas.periods)
    told = [kind for kind in (*CALL_DIFFERS[1:], OTHER_SIDE) if counts[kind] or kind == OTHER_SIDE]
    differ = sum(counts[kind] for kind in CALL_DIFFERS)
    if differ:
        kinds = and_list(words, [words(f"what-if-{kind}", count=counts[kind]) for kind in told])
        said = words("what-if-some", reading=_reading(edition, rule), count=differ, all=every, kinds=kinds)
    else:
        said = words("what-if-none", reading=_reading(edition, rule), all=every)
    beside = [words(f"what-if-{kind}", count=counts[kind]) for kind in DIFFERENCES[len(CALL_DIFFERS) :] if counts[kind]]
    return words("what-if-beside", headline=said, kinds=and_list(words, beside)) if beside else said


def _reading(edition: Edition, rule: Rule) -> str:
    words = edition.words
    if rule == replace(STANDARD, without_sources=rule.without_sources) != STANDARD:
        return words("what-if-without", sources=and_list(words, rule.without_sources))
    return words("what-if-reading")
