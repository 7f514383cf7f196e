"""What an atlas tells of a change: events between two periods, and claims that say since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from geodata import dates
from geodata.frames import Rows
from geodata.rule.affiliations import Affiliations
from geodata.rule.scopes import Lineage
from geodata.rule.vocabulary import LED

TAKING_KINDS = frozenset({"captured", "retaken", "defection", "merger", "founding"})
"""Events after which the actor may hold what it did not hold before."""
LEAVING_KINDS = frozenset({"withdrawal", "evacuated", "defection", "merger"})
"""Events after which the actor may hold no longer what it held."""

Days = tuple[date, date]
"""First and last day."""


@dataclass(frozen=True)
class Holder:
    """Who led a province in a period.

    Attributes
    ----------
    factions : frozenset of str
        The factions that led, and the parties whose fronts they were.
    side : str or None
    names_party : bool
        Whether a party is named, and not only somebody of the side.
    claim_ids : tuple of str
        The claims that decided.
    """

    factions: frozenset[str]
    side: str | None
    names_party: bool
    claim_ids: tuple[str, ...]


class Reasons:
    """Reasons for changes from one period to a later one.

    Parameters
    ----------
    events : iterable of Mapping
        ``event_id, date, kind, faction_id, side`` and ``province_ids``, the provinces of the later period that the
        event happened in.
    readings : iterable of Mapping
        What the claims say of the later period, see `geodata.rule.Evidence.of_period`.
    affiliations : Affiliations
    earlier, later : tuple of datetime.date
        First and last day of the two periods.
    observed : Mapping of str to str, optional
        The data set of each claim that is a value of one.
    """

    def __init__(
        self,
        events: Iterable[Mapping[str, Any]],
        readings: Iterable[Mapping[str, Any]],
        affiliations: Affiliations,
        earlier: Days,
        later: Days,
        observed: Mapping[str, str] | None = None,
    ) -> None:
        self._observed = observed or {}
        self._affiliations, self._earlier, self._later = affiliations, earlier, later
        self._events: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for event in events:
            if self._between(event["date"]):
                for province_id in event["province_ids"]:
                    self._events[province_id].append(self._with_actors(event))
        self._since: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for reading in readings:
            if dates.parse(reading["date"]).latest is None and self._between(reading["date"]):
                self._since[reading["province_id"]].append(self._with_actors(reading))

    def holder(self, call: Mapping[str, Any], *, later: bool) -> Holder:
        """Who led according to a call of one of the periods; nobody where it was fought over or unclear."""
        if call["status"] not in LED:
            return Holder(frozenset(), None, False, ())
        factions = frozenset(call["factions"])
        factions |= self.labels(factions, later=later)
        return Holder(factions, call["side"], call["names_party"], tuple(call["claim_ids"]))

    def labels(self, factions: Collection[str], *, later: bool) -> frozenset[str]:
        """Factions under the names of the parties whose fronts they were."""
        days = self._later if later else self._earlier
        return frozenset(self._affiliations.label_in(one, *days) for one in factions)

    def of(self, province_id: str, old: Holder, new: Holder) -> tuple[str, ...]:
        """Ids of the events and claims that tell that a province passed from one holder to another.

        An event: the new holder took, or the old one left; where the side changed, any actor of it stands for the
        holder. A claim: it decided the later call, and its date begins between the two periods or in the later one
        and is open: it says since when. A value of a data set: the same data set decided the earlier call, and its
        value was another then. A source that names no party does not say that the party before, of the same
        side, has gone: between such calls nothing tells of a change.
        """
        if old.side is not None and old.side == new.side and not (old.names_party and new.names_party):
            return ()
        events = [one["event_id"] for one in self._events.get(province_id, ()) if _tells(one, old, new)]
        claims = [
            one["claim_id"]
            for one in self._since.get(province_id, ())
            if one["claim_id"] in new.claim_ids and _is_of(one, new, other=old)
        ]
        return tuple(sorted({*events, *claims, *self._values(old, new)}))

    def _values(self, old: Holder, new: Holder) -> list[str]:
        """Values for the new holder of data sets that had another value when the old one led."""
        before = {self._observed[one] for one in old.claim_ids if one in self._observed}
        return [one for one in new.claim_ids if self._observed.get(one) in before]

    def _with_actors(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Add who acted: the faction, and the parties whose front it was on that day."""
        when = dates.parse(row["date"])
        begun = when.earliest or date.min
        parties = self._affiliations.parties_in(row["faction_id"], begun, when.latest or begun)
        return {**row, "actors": {row["faction_id"], *parties}}

    def _between(self, text: str) -> bool:
        """After the earlier period, and not later than the later one, for certain."""
        when = dates.parse(text)
        first, last = self._earlier[1], self._later[1]
        return when.earliest is not None and first < when.earliest <= last and (when.latest or last) <= last


def _tells(event: Mapping[str, Any], old: Holder, new: Holder) -> bool:
    return (event["kind"] in TAKING_KINDS and _is_of(event, new, other=old)) or (
        event["kind"] in LEAVING_KINDS and _is_of(event, old, other=new)
    )


def _is_of(row: Mapping[str, Any], holder: Holder, other: Holder) -> bool:
    """Whether the actor of an event or claim is the holder and not the other one."""
    if row["actors"] & holder.factions:
        return bool(row["actors"] & (holder.factions - other.factions))
    return holder.side is not None and row["side"] == holder.side != other.side


def located(
    events: Rows, places: Mapping[str, str], current: Collection[str], lineage: Lineage
) -> list[dict[str, Any]]:
    """Events with the provinces of a period that they happened in.

    Parameters
    ----------
    events : sequence of Mapping
        With ``place_id`` and ``province_id``, either of which may be empty.
    places : Mapping of str to str
        The province of each place.
    current : collection of str
        The provinces of the period.
    lineage : Lineage
        An event in a province to come happened in those that it was made from.

    Returns
    -------
    list of dict
        The events with ``province_ids``; those of no province are left out.
    """
    found = []
    for event in events:
        province_id = places.get(event["place_id"]) or event["province_id"]
        ids = (province_id,) if province_id in current else tuple(lineage.standing_before(province_id, current))
        if province_id and ids:
            found.append({**event, "province_ids": ids})
    return found
