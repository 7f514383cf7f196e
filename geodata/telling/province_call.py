"""One call with all that it rests on, to be looked at and argued with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from geodata.frames import records
from geodata.rule import TELLS_NOBODY, WEAK
from geodata.telling.citation import cite, source_of
from geodata.telling.notebook import call_html
from geodata.telling.observed import basis_of
from geodata.telling.words import and_list, word


@dataclass(frozen=True, eq=False)
class ProvinceCall:
    """Who held a province in a period, and the claims for and against it.

    Attributes
    ----------
    province, period : str
        Name of the province, label of the period.
    call : Mapping
        The columns of `Atlas.control` for this province, without the shape.
    leaders : tuple of str
        Names of the leading factions.
    in_a_part : tuple of str
        Names of those dominant in a part, where that makes the province unclear.
    capital_holder : str or None
        Who held the provincial capital, in words; None where the atlas says nothing of it.
    deciding, dissenting, others : pandas.DataFrame
        Rows of `Atlas.claims`: those that decide, those that speak against them, and all others that speak of the
        province in the period.
    """

    province: str
    period: str
    call: Mapping[str, Any]
    leaders: tuple[str, ...]
    in_a_part: tuple[str, ...]
    capital_holder: str | None
    deciding: pd.DataFrame = field(repr=False)
    dissenting: pd.DataFrame = field(repr=False)
    others: pd.DataFrame = field(repr=False)

    @property
    def text(self) -> str:
        """The call in words.

        Examples
        --------
        >>> import geodata
        >>> geodata.load().call("herat", "1985").text
        'Jamiat-i Islami, held, regional evidence, weak'
        """
        return told(self.call, self.leaders, self.in_a_part)

    def _repr_html_(self) -> str:
        groups = (
            ("Claims that decided", self.deciding),
            ("Claims that say otherwise", self.dissenting),
            ("Other claims", self.others),
        )
        facts = {
            "province": self.province,
            "period": self.period,
            "text": self.text,
            "capital": self.capital_holder,
            "area_km2": self.call["area_km2"],
            "groups": [(name, [_claim(row) for row in records(claims)]) for name, claims in groups if len(claims)],
        }
        return call_html(facts)


def told(call: Mapping[str, Any], leaders: Sequence[str], in_a_part: Sequence[str] = ()) -> str:
    """Say a call: who led, how, on what evidence, and that it is weak.

    Parameters
    ----------
    call : Mapping
        With ``status``, ``grade`` and ``strength``.
    leaders, in_a_part : sequence of str
        Names of those whom it shows, and of those in a part who make it unclear.

    Examples
    --------
    >>> told({"status": "held", "grade": "direct", "strength": "weak"}, ["Red Party"])
    'Red Party, held, direct evidence, weak'
    """
    if call["status"] in TELLS_NOBODY:
        return word(f"call-{call['status']}")
    factions = and_list(leaders)
    if in_a_part:
        factions = word("with-part", factions=factions, part=and_list(in_a_part))
    what = word(f"call-{call['status']}", factions=factions, grade=word(f"grade-{call['grade']}"))
    return word("call-weak", what=what) if call["strength"] == WEAK else what


def capital_words(status: str, changed_hands: bool, sides: Mapping[str, str]) -> str | None:
    """Say who held a provincial capital; None where nobody reports it."""
    if status == "unknown":
        return None
    state = word("capital-contested") if status == "contested" else word("capital-held", holder=sides[status])
    return word("capital-changed", state=state) if changed_hands else state


def _claim(row: Mapping[str, Any]) -> dict[str, str]:
    return {
        "id": row["claim_id"],
        "statement": row["statement"],
        "date": row["date_label"],
        "grade": word(f"grade-{row['grade']}"),
        "basis": word(f"basis-{basis_of(row)}"),
        "citation": cite(source_of(row), row["locator"]),
        "url": row["source_url"],
    }
