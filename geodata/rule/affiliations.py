"""Whose a local front was, and when, as far as a source says so."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from geodata import dates
from geodata.frames import Rows


class Affiliations:
    """Which party a front belonged to, from a day to a day.

    Parameters
    ----------
    rows : sequence of Mapping
        ``front_id, party_id``, and ``from`` and ``to`` as EDTF dates; an empty one is open.

    Examples
    --------
    >>> whose = Affiliations([{"front_id": "band", "party_id": "reds", "from": "1900", "to": "1901-06"}])
    >>> whose.party_on("band", date(1901, 6, 30)), whose.party_on("band", date(1901, 7, 1))
    ('reds', None)
    """

    def __init__(self, rows: Rows) -> None:
        self._spans: defaultdict[str, list[tuple[str, date, date]]] = defaultdict(list)
        for row in rows:
            begins = dates.parse(row["from"]).earliest if row["from"] else None
            ends = dates.parse(row["to"]).latest if row["to"] else None
            self._spans[row["front_id"]].append((row["party_id"], begins or date.min, ends or date.max))

    def party_on(self, front_id: str, day: date) -> str | None:
        """The party of a front on a day; None where no source says whose it was, or sources disagree."""
        return self.party_in(front_id, day, day)

    def party_in(self, front_id: str, start: date, end: date) -> str | None:
        """The one party of a front in a period; None where no source tells one, or there were several."""
        parties = self.parties_in(front_id, start, end)
        return next(iter(parties)) if len(parties) == 1 else None

    def parties_in(self, front_id: str, start: date, end: date) -> frozenset[str]:
        """All parties that a front is said to have belonged to at some time in a period."""
        spans = self._spans.get(front_id, ())
        return frozenset(party for party, begins, ends in spans if begins <= end and ends >= start)

    def label_in(self, faction_id: str, start: date, end: date) -> str:
        """The party that a faction goes under in a period: its own id if it is nobody's front."""
        return self.party_in(faction_id, start, end) or faction_id
