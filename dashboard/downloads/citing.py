"""How to cite one call: what it says, the atlas, and the sources that it rests on."""

from __future__ import annotations

from dashboard.edition import Edition
from dashboard.parts import call_words
from geodata import RULE_VERSION
from geodata.frames import records
from geodata.telling import cite, cite_atlas

ADDRESS, DATE = "{address}", "{date}"
"""Stand for what only the browser knows: where the reader is, and on which day."""


def atlas_citation(edition: Edition) -> str:
    """How to cite the atlas, with places for its address and the day of access; without, where it has no address."""
    if edition.place:
        return cite_atlas(edition.original)
    return edition.words("cite-accessed", citation=cite_atlas(edition.original), address=ADDRESS, date=DATE)


def call_citation(edition: Edition, period_id: str, province_id: str) -> str:
    """How to cite a call, with places for its address and the day of access.

    Raises
    ------
    KeyError
        If the atlas has no such period, or no such province in it.
    """
    calls = edition.atlas.control(period_id)
    found = [one for one in records(calls.drop(columns="geometry")) if one["province_id"] == province_id]
    if not found:
        raise KeyError(f"no province {province_id!r} in {period_id}")
    (call,) = found
    label = call_words(edition).label(call, edition.atlas.period(period_id))
    sources = {row["source_id"]: row for row in records(edition.atlas.sources)}
    rests_on = [cite(sources[one]) for one in call["source_ids"]]
    lines = [edition.words("cite-call", call=label, rule=RULE_VERSION), atlas_citation(edition)]
    if rests_on:
        lines.append(edition.words("cite-rests-on", sources=" ".join(rests_on)))
    return "\n".join(lines)
