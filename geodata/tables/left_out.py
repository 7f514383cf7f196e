"""An atlas without some of its sources."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from geodata.tables.reading import Package


def without_sources(package: Package, source_ids: Collection[str]) -> Package:
    """Leave out the claims of some sources, and the events that rest on nothing else.

    Parameters
    ----------
    package : Package
        A checked atlas folder; it stays as it is.
    source_ids : collection of str
        Identifiers of sources.

    Returns
    -------
    Package
        The same folder and shapes. Claims of the sources are gone, with their scopes and event reports, and the values
        of data sets; an event of the sources stays only if a remaining claim reports it. The table `sources` stays
        whole, because shapes and factions cite it too. `Package.left_out` lists what was left out.

    Raises
    ------
    KeyError
        If there is no such source.
    """
    gone = set(source_ids)
    unknown = sorted(gone - set(package.tables["sources"]["source_id"]))
    if unknown:
        raise KeyError(f"no source {', '.join(map(repr, unknown))} in this atlas")
    tables = dict(package.tables)
    claims = tables["claims"][~tables["claims"]["source_id"].isin(gone)]
    kept = set(claims["claim_id"])
    values = tables["observations"]
    scopes, reports, events = tables["scopes"], tables["event_claims"], tables["events"]
    reports = reports[reports["claim_id"].isin(kept)]
    events = events[~events["source_id"].isin(gone) | events["event_id"].isin(set(reports["event_id"]))]
    tables |= {
        "claims": claims,
        "observations": values[~values["source_id"].isin(gone)],
        "scopes": scopes[scopes["claim_id"].isin(kept)],
        "event_claims": reports,
        "events": events,
    }
    return replace(package, tables=tables, left_out=tuple(sorted(gone | set(package.left_out))))
