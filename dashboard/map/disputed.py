"""Land that two provinces claim, as the browser takes it: a piece of its own in the colours of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from shapely.geometry.base import BaseGeometry

from dashboard.edition import Edition, cached
from dashboard.parts import call_rows
from geodata.frames import Rows, records
from geodata.looks import Look, look_of_both


def disputed_areas(
    edition: Edition,
    period_id: str,
    states: Mapping[str, Mapping[str, Any]],
    looks: dict[str, Look],
    number_of: Callable[[BaseGeometry], int],
) -> list[dict[str, Any]]:
    """Describe the land that two provinces of a period claim, as areas of parts are described.

    Parameters
    ----------
    edition : Edition
    period_id : str
    states : Mapping of str to Mapping
        The state of each province by its id, see `dashboard.map.states.CallStates`.
    looks : dict of str to Look
        Looks by their ids; those that are needed besides are put in.
    number_of : callable
        Gives the number of a shape.
    """
    names = {row["province_id"]: row["name"] for row in call_rows(edition.own, period_id)}
    found = []
    for row in _claimed_twice(edition.own, period_id):
        pair = (row["province_id"], row["other_id"])
        shown = {}
        for colouring, one in states[pair[0]]["shown"].items():
            other = states[pair[1]]["shown"][colouring]
            look = look_of_both(looks[one["look"]], looks[other["look"]])
            looks[look.id] = look
            shown[colouring] = {"look": look.id, "keys": list(dict.fromkeys([*one["keys"], *other["keys"]]))}
        found.append(
            {
                "province": pair[0],
                "place": "",
                "claims": [],
                "text": edition.words("claimed-twice", one=names[pair[0]], other=names[pair[1]], km2=row["area_km2"]),
                "shown": shown,
                "shape": number_of(row["geometry"]),
            }
        )
    return found


@cached(64)
def _claimed_twice(edition: Edition, period_id: str) -> Rows:
    return records(edition.atlas.claimed_twice(period_id))
