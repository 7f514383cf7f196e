"""What the map would be without a source: how much each call hangs on one of them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geodata.frames import grouped_records
from geodata.rule.countryside import RANK_ORDER, Call, Criterion, decide

COMPARED = ("status", "side", "factions")


def leave_each_out(graded: pd.DataFrame, order: Sequence[Criterion] = RANK_ORDER) -> pd.DataFrame:
    """Decide each call again and again, each time without the claims of one source.

    Parameters
    ----------
    graded : pandas.DataFrame
        Graded claims of a period (`geodata.rule.grade_claims`) with ``source_id``.
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
