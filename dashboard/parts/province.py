"""The chosen province: the call in short, and all the evidence behind it, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts.answer import answer_in_words
from dashboard.parts.firmness import firmness, robustness_of
from dashboard.parts.panel_templates import render
from dashboard.parts.province_data import call_data, evidence_data
from dashboard.parts.reading import DIFFERS


@cached(512)
def call_html(edition: Edition, period_id: str, province_id: str | None) -> str:
    """The call in short with the strip of all years; an invitation where no province is chosen."""
    if province_id is None:
        return render("empty.html.j2", texts=edition.words)
    call = call_data(edition, period_id, province_id)
    told = answer_in_words(edition, province_id, period_id)
    row = robustness_of(edition, period_id, province_id)
    firm = [one for one in firmness(edition.words, row).values() if one]
    return render(
        "call.html.j2", texts=edition.words, call=call, sign=DIFFERS, answer=told, firm=firm, near=_near(call["years"])
    )


@cached(512)
def evidence_html(edition: Edition, period_id: str, province_id: str) -> str:
    """How the call was reached, every claim with its source, and the dated events of the period."""
    evidence = evidence_data(edition, period_id, province_id)
    return render("evidence.html.j2", texts=edition.words, evidence=evidence, where=f"{period_id} {province_id}")


MOST_YEARS = 16
"""Calls of other years that stand in the panel; of more, those around the chosen year, and the others folded."""


def _near(years: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    if len(years) <= MOST_YEARS:
        return years
    here = next(number for number, one in enumerate(years) if one["current"])
    first = max(0, min(here - MOST_YEARS // 2, len(years) - MOST_YEARS))
    return years[first : first + MOST_YEARS]
