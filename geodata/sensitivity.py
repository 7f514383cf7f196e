"""What the map would be without a source: how much each call hangs on one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import pandas as pd

from geodata.control import RANK_ORDER, Call, Criterion, decide
from geodata.frames import grouped_records
from geodata.package import Package

LEFT_OUT = "without_sources"
"""Key of the descriptor that names the sources whose claims were left out."""

COMPARED = ("status", "side", "factions")


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
        The same folder and shapes. Claims of the sources are gone, with their scopes and event reports; an event of
        the sources stays only if a remaining claim reports it. The table `sources` stays whole, because shapes and
        factions cite it too. The descriptor lists what was left out under ``without_sources``.

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
    scopes, reports, events = tables["scopes"], tables["event_claims"], tables["events"]
    reports = reports[reports["claim_id"].isin(kept)]
    events = events[~events["source_id"].isin(gone) | events["event_id"].isin(set(reports["event_id"]))]
    tables |= {
        "claims": claims,
        "scopes": scopes[scopes["claim_id"].isin(kept)],
        "event_claims": reports,
        "events": events,
    }
    left_out = sorted(gone | set(package.descriptor.get(LEFT_OUT, ())))
    return replace(package, tables=tables, descriptor={**package.descriptor, LEFT_OUT: left_out})


def leave_each_out(graded: pd.DataFrame, order: Sequence[Criterion] = RANK_ORDER) -> pd.DataFrame:
    """Decide each call again and again, each time without the claims of one source.

    Parameters
    ----------
    graded : pandas.DataFrame
        Graded claims of a period (`geodata.grades.grade_claims`) with ``source_id``.
    order : sequence of {"firmness", "role", "grade"}, optional
        Order in which claims are compared.

    Returns
    -------
    pandas.DataFrame
        One row per province and source that speaks about its countryside, ordered: ``province_id, source_id``, what
        the call is without the source (``status, side, factions``), ``changed``: which of the three differ from the
        call with all sources (a tuple, empty if none), and ``decides``: whether that call rests on a claim of the
        source.
    """
    rows = []
    countryside = graded[graded["domain"] == "countryside"]
    for province_id, of_province in sorted(grouped_records(countryside, "province_id").items()):
        full = decide(of_province, order)
        for source_id in sorted({row["source_id"] for row in of_province}):
            call = decide([row for row in of_province if row["source_id"] != source_id], order)
            own = {row["claim_id"] for row in of_province if row["source_id"] == source_id}
            after = (call.status, call.side, call.factions)
            decides = not own.isdisjoint(full.claim_ids)
            rows.append((province_id, source_id, *after, _differences(full, call), decides))
    columns = ["province_id", "source_id", *COMPARED, "changed", "decides"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def robustness(
    graded: pd.DataFrame, province_ids: Sequence[str], order: Sequence[Criterion] = RANK_ORDER
) -> pd.DataFrame:
    """Count per province how many of its sources, left out in turn, change the call.

    Parameters
    ----------
    graded : pandas.DataFrame
        As for `leave_each_out`.
    province_ids : sequence of str
        All provinces of the period: one without claims has a row too.
    order : sequence of {"firmness", "role", "grade"}, optional
        Order in which claims are compared.

    Returns
    -------
    pandas.DataFrame
        One row per province in the order given; see `Atlas.robustness`.
    """
    trials = leave_each_out(graded, order)
    rows = []
    for province_id in province_ids:
        own = trials[trials["province_id"] == province_id]
        by_aspect = {
            aspect: tuple(own.loc[[aspect in changed for changed in own["changed"]], "source_id"])
            for aspect in COMPARED
        }
        changing = tuple(sorted(set().union(*by_aspect.values())))
        rows.append((province_id, len(own), int(own["decides"].sum()), len(changing), changing, *by_aspect.values()))
    columns = [
        "province_id", "sources", "deciding", "changing", "changed_by", *(f"{one}_changed_by" for one in COMPARED),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _differences(full: Call, call: Call) -> tuple[str, ...]:
    return tuple(one for one in COMPARED if getattr(full, one) != getattr(call, one))
