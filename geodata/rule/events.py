"""Dated events as far as the rule asks for them: with the side that acted, and those of sources left out gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from geodata.frames import Rows, records
from geodata.rule.setting import STANDARD, Rule

ASKED_OF_SOURCES = ("source_id", "kind", "language", "independent", "thin")


class Events:
    """Events whose actor is named, and the claims that report them.

    Parameters
    ----------
    events, event_claims, claims, factions, sources : pandas.DataFrame
        Tables of the atlas.
    rule : Rule, optional
        An event of a source that it leaves out stays only if a claim of another source reports it.

    Attributes
    ----------
    rows : list of Mapping
        The columns of `events`, the ``side`` of the actor, and ``sound``: whether the source is
        independent and not thin.
    reports : Mapping of str to list of Mapping
        Rows of `event_claims` by event.
    """

    def __init__(
        self,
        events: pd.DataFrame,
        event_claims: pd.DataFrame,
        claims: pd.DataFrame,
        factions: pd.DataFrame,
        sources: pd.DataFrame,
        rule: Rule = STANDARD,
    ) -> None:
        known = {row["source_id"]: row for row in records(sources[list(ASKED_OF_SOURCES)])}
        gone = {
            source_id for source_id, row in known.items() if rule.leaves_out(source_id, row["kind"], row["language"])
        }
        silent = set(claims.loc[claims["source_id"].isin(gone), "claim_id"]) if gone else set()
        sides = dict(zip(factions["faction_id"].tolist(), factions["side"].tolist(), strict=True))
        reports: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in records(event_claims):
            if row["claim_id"] not in silent:
                reports[row["event_id"]].append(row)
        self.reports: Mapping[str, Rows] = reports
        self.rows: list[Mapping[str, Any]] = []
        for row in records(events):
            told = row["source_id"] not in gone or row["event_id"] in reports
            if told and row["faction_id"] in sides:
                source = known[row["source_id"]]
                sound = source["independent"] and not source["thin"]
                self.rows.append({**row, "side": sides[row["faction_id"]], "sound": sound})

    def at_places(self) -> Mapping[str, Rows]:
        """Events by place; those without one are in none."""
        found: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for row in self.rows:
            if row["place_id"]:
                found[row["place_id"]].append(row)
        return found
