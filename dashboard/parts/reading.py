"""Another reading of the atlas in words: that it is one, what it changes on the whole, and province by province."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.edition import Edition, cached
from dashboard.parts.lists import listed
from dashboard.parts.panel_templates import render
from dashboard.parts.reading_words import reading_words
from dashboard.parts.rows import call_of
from dashboard.parts.what_if import what_if_headline
from dashboard.parts.words import call_words
from geodata.frames import records
from geodata.rule import CALL_DIFFERS, CAPITAL_ONLY

DIFFERS = "Δ"
"""Marks a province whose call differs from the atlas's own reading."""

PLACE_OF_CLAIMS = "{claims}"

MOST_NAMES = 12
"""Of provinces in one sentence; the list below the map has all of them."""


@dataclass(frozen=True)
class Difference:
    """How another reading differs from the atlas's own one for a province and a period.

    Attributes
    ----------
    period_id, province_id, name : str
    kind : str
        One of `geodata.rule.DIFFERENCES`.
    before, after : str
        The call by the atlas's own reading and by the other one, in words; of the capital, where only that differs.
    gone, came : tuple of str
        Claims that count no longer, and those that did not count before.
    """

    period_id: str
    province_id: str
    name: str
    kind: str
    before: str
    after: str
    gone: tuple[str, ...]
    came: tuple[str, ...]

    @property
    def of_the_call(self) -> bool:
        """Whether the call itself is another one: its status, its side or who is shown."""
        return self.kind in CALL_DIFFERS

    @property
    def mark(self) -> str:
        """`DIFFERS` and a blank before a call that is another one."""
        return f"{DIFFERS} " if self.of_the_call else ""


@cached(1)
def differences(edition: Edition) -> tuple[Difference, ...]:
    """What the reading of an edition changes, by period and province; nothing for the atlas's own one."""
    if edition.is_own:
        return ()
    phrases = call_words(edition)
    found = []
    for row in records(_frame(edition)):
        before, after = (call_of(one, row["period_id"], row["province_id"]) for one in (edition.own, edition))
        say = phrases.capital if row["kind"] == CAPITAL_ONLY else phrases.what
        given = {name: row[name] for name in ("period_id", "province_id", "name", "kind")}
        found.append(
            Difference(**given, before=say(before), after=say(after), gone=row["fell_away"], came=row["came_in"])
        )
    return tuple(found)


@cached(1)
def differing(edition: Edition) -> Mapping[str, Mapping[str, Difference]]:
    """`differences` by period and province."""
    found: dict[str, dict[str, Difference]] = {period.id: {} for period in edition.atlas.periods}
    for one in differences(edition):
        found[one.period_id][one.province_id] = one
    return found


def difference_lines(edition: Edition, one: Difference) -> list[str]:
    """A difference in lines: the atlas's own call, this one, and the claims that fell away and came in."""
    words = edition.words
    lines = [words("what-if-own", what=one.before), words("what-if-now", what=one.after)]
    for key, claim_ids in (("what-if-gone", one.gone), ("what-if-came", one.came)):
        if claim_ids:
            # Each names other claims: filled in here, the text itself is put together once.
            lines.append(words(key, claims=PLACE_OF_CLAIMS).replace(PLACE_OF_CLAIMS, claims_text(edition, claim_ids)))
    return lines


def claims_text(edition: Edition, claim_ids: Sequence[str]) -> str:
    """Claims with the source of each: ``C008 (S01), C012 (S01)``."""
    sources = _sources(edition.own)
    return edition.words("comma").join(f"{one} ({sources[one]})" for one in claim_ids)


@cached(1)
def reading_data(edition: Edition) -> dict[str, Any]:
    """What the page says of a reading that is not the atlas's own.

    Returns
    -------
    dict
        ``told``: that it is not, and what it does otherwise; ``headline``: what it changes, counted over all periods;
        ``here``: by period, which provinces differ.
    """
    words = edition.words
    return {
        "told": words("not-own-reading", reading=reading_words(edition, edition.atlas.rule)),
        "headline": what_if_headline(edition.own, edition.atlas.rule, _frame(edition)),
        "here": {period.id: _here(edition, period.id) for period in edition.atlas.periods},
    }


@cached(2)
def reading_html(edition: Edition, *, painted: bool) -> str:
    """The line that says that the reading is not the atlas's own, with the ways to change it and back.

    Parameters
    ----------
    edition : Edition
    painted : bool
        Whether the page's own script fills the line and hears of its buttons, as beside the map; else it says what
        `reading_data` has of the edition.
    """
    return render("reading.html.j2", texts=edition.words, reading=None if painted else reading_data(edition))


def _here(edition: Edition, period_id: str) -> str:
    words = edition.words
    names = [one.name for one in differing(edition)[period_id].values() if one.of_the_call]
    label = edition.atlas.period(period_id).label
    if not names:
        return words("what-if-here-none", period=label)
    shown = listed(names, words, MOST_NAMES)
    return words("what-if-here", period=label, count=len(names), sign=DIFFERS, names=shown)


@cached(1)
def _frame(edition: Edition) -> pd.DataFrame:
    return edition.own.atlas.differences(edition.atlas.rule)


@cached(1)
def _sources(edition: Edition) -> Mapping[str, str]:
    claims = edition.atlas.claims()
    return dict(zip(claims["claim_id"], claims["source_id"], strict=True))
