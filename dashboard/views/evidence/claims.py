"""Every claim as a row that can be searched, filtered and sorted."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.edition import Edition, cached
from dashboard.parts import has_all, spellings
from dashboard.state import BASES, State
from geodata import dates
from geodata.frames import records
from geodata.rule import GRADES
from geodata.telling import DATA_SET_BASIS, basis_of, cite, plain, source_of


@dataclass(frozen=True)
class ClaimRow:
    """One claim, ready to be shown.

    Attributes
    ----------
    claim_id, faction_id, source_id, basis : str
    faction, role, date, where, statement, note, source, citation, url : str
        In words.
    tags : tuple of str
        What weakens it.
    decides, dissents : tuple of str
        Calls that it decides, and those that it disagrees with: ``Kunduz 1987``.
    reach : frozenset of (str, str, str)
        Province, period and grade wherever it speaks.
    province_ids : frozenset of str
    earliest : datetime.date
        For sorting; the last day that can be told where the date is open.
    haystack : str
        Everything that a search looks through, in plain spelling.
    """

    claim_id: str
    faction_id: str
    source_id: str
    basis: str
    faction: str
    role: str
    date: str
    where: str
    statement: str
    note: str
    source: str
    citation: str
    url: str
    tags: tuple[str, ...]
    decides: tuple[str, ...]
    dissents: tuple[str, ...]
    reach: frozenset[tuple[str, str, str]]
    province_ids: frozenset[str]
    earliest: datetime.date
    haystack: str

    @property
    def best_grade(self) -> str:
        """The best grade that it has anywhere, or empty where it speaks to no period."""
        found = {grade for _, _, grade in self.reach}
        return next((grade for grade in GRADES if grade in found), "")


@cached(8)
def claim_rows(edition: Edition) -> tuple[ClaimRow, ...]:
    """All claims of an atlas, by date."""
    names, where_names, reach, said = _names(edition), _province_names(edition), _reach(edition), _verdicts(edition)
    rows = []
    for claim in records(edition.atlas.claims()):
        source = source_of(claim)
        own = reach.get(claim["claim_id"], frozenset())
        where = edition.words("comma").join(where_names[one].split("\n")[0] for one in claim["province_ids"])
        weakened = {"not-independent": not claim["source_independent"], "thin": claim["source_thin"]}
        searched = [
            claim["claim_id"], claim["statement"], claim["note"], claim["date_label"], claim["date"],
            source["title"], source["author"], source["publisher"], names[claim["faction_id"]],
            *(where_names[one] for one in claim["province_ids"]), claim["source_id"],
        ]  # fmt: skip
        decides, dissents = said.get(claim["claim_id"], ((), ()))
        rows.append(
            ClaimRow(
                claim_id=claim["claim_id"],
                faction_id=claim["faction_id"],
                source_id=claim["source_id"],
                basis=basis_of(claim),
                faction=names[claim["faction_id"]].split("\n")[0],
                role=edition.words(f"role-{claim['role']}"),
                date=claim["date_label"],
                where=where or edition.words("claims-national"),
                statement=claim["statement"],
                note=claim["note"],
                source=source["title"],
                citation=cite(source, claim["locator"]),
                url=claim["source_url"],
                tags=tuple(edition.words(f"weak-{reason}") for reason, found in weakened.items() if found),
                decides=decides,
                dissents=dissents,
                reach=own,
                province_ids=frozenset(claim["province_ids"]),
                earliest=_when(claim["date"]),
                haystack=plain(" ".join(searched)),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.earliest, row.claim_id)))


def bases(edition: Edition) -> list[str]:
    """What claims can rest on here; values of data sets are offered only where there are any."""
    given = {row.basis for row in claim_rows(edition)}
    return [one for one in BASES if one in given or one != DATA_SET_BASIS]


def find_claims(rows: Sequence[ClaimRow], state: State) -> list[ClaimRow]:
    """Keep the claims that fit every filter of the state.

    Parameters
    ----------
    rows : sequence of ClaimRow
    state : State
        Its ``province, within, grade, factions, basis, source`` and ``text``. Province, year and grade are asked of one
        and the same place: a claim that is direct for another province does not count as direct here.

    Returns
    -------
    list of ClaimRow
    """
    words = plain(state.text).split()
    factions = set(state.factions)
    return [
        row
        for row in rows
        if (not factions or row.faction_id in factions)
        and (state.basis is None or row.basis == state.basis)
        and (state.source is None or row.source_id == state.source)
        and _speaks(row, state)
        and has_all(row.haystack, words)
    ]


def sort_claims(rows: Sequence[ClaimRow], by: str, descending: bool = False) -> list[ClaimRow]:
    """Sort by one of `dashboard.state.SORTS`; equal ones stay in the order of their dates."""
    keys = {
        "date": lambda row: row.earliest,
        "faction": lambda row: row.faction.casefold(),
        "where": lambda row: row.where.casefold(),
        "source": lambda row: row.source.casefold(),
    }
    return sorted(rows, key=keys[by], reverse=descending)


def _speaks(row: ClaimRow, state: State) -> bool:
    if state.within is None and state.grade is None:
        return state.province is None or state.province in row.province_ids
    return any(
        (state.province is None or province_id == state.province)
        and (state.within is None or period_id == state.within)
        and (state.grade is None or grade == state.grade)
        for province_id, period_id, grade in row.reach
    )


def _when(text: str) -> datetime.date:
    when = dates.parse(text)
    return when.earliest or when.latest or datetime.date.max


def _names(edition: Edition) -> dict[str, str]:
    """Name of each faction, and below it every spelling."""
    return {
        row["faction_id"]: f"{row['name']}\n{spellings(row)} {row['leader']}" for row in records(edition.atlas.factions)
    }


def _province_names(edition: Edition) -> dict[str, str]:
    """Name of each province, and below it every spelling, those of its towns too."""
    places: dict[str, list[str]] = {}
    for place in records(edition.atlas.places):
        places.setdefault(place["province_id"], []).append(spellings(place))
    return {
        row["province_id"]: f"{row['name']}\n{spellings(row)} {' '.join(places.get(row['province_id'], ()))}"
        for row in records(pd.DataFrame(edition.atlas.package.provinces.drop(columns="geometry")))
    }


def _reach(edition: Edition) -> Mapping[str, frozenset[tuple[str, str, str]]]:
    found: dict[str, set[tuple[str, str, str]]] = {}
    for period in edition.atlas.periods:
        graded = edition.atlas.claims(period=period.id)
        for claim_id, province_id, grade in zip(
            graded["claim_id"], graded["province_id"], graded["grade"], strict=True
        ):
            found.setdefault(claim_id, set()).add((province_id, period.id, grade))
    return {claim_id: frozenset(some) for claim_id, some in found.items()}


def _verdicts(edition: Edition) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Calls that each claim decides, and those that it disagrees with."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for period in edition.atlas.periods:
        for call in records(edition.atlas.control(period.id)):
            told = f"{call['name']} {period.label}"
            for place, column in enumerate(("claim_ids", "dissenting_claim_ids")):
                for claim_id in call[column]:
                    found.setdefault(claim_id, ([], []))[place].append(told)
    return {claim_id: (tuple(some), tuple(others)) for claim_id, (some, others) in found.items()}
