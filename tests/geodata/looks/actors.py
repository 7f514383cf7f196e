"""Made-up factions, alliances and sides, and calls about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

FACTIONS = pd.DataFrame(
    [
        ("reds", "Reds", "RED", "left", "hill", "#aa0000"),
        ("pinks", "Pinks", "PNK", "left", "hill", "#ffaaaa"),
        ("blues", "Blues", "BLU", "right", "plain", "#0000aa"),
        ("loners", "Loners", "LON", "", "shore", "#118833"),
        ("drab", "Drab", "DRB", "right", "plain", ""),
    ],
    columns=["faction_id", "name", "code", "alliance_id", "side", "colour"],
)
ALLIANCES = pd.DataFrame({"alliance_id": ["left", "right"], "short_name": ["Left Front", "Right Front"]})
SIDES = pd.DataFrame(
    [
        ("shore", "the shore", "#222288", "cross", 3),
        ("hill", "the hills", "#882222", "circle", 1),
        ("plain", "the plain", "#228822", "square", 2),
    ],
    columns=["side_id", "name", "colour", "sign", "order"],
)


@dataclass(frozen=True)
class Country:
    """What a colouring needs of an atlas."""

    factions: pd.DataFrame
    alliances: pd.DataFrame
    sides: pd.DataFrame


COUNTRY = Country(FACTIONS, ALLIANCES, SIDES)


def call(
    status: str = "held", factions: tuple[str, ...] = ("reds",), strength: str | None = "firm", **more: Any
) -> dict[str, Any]:
    """A call; the side is that of its factions where somebody leads."""
    sides = dict(zip(FACTIONS["faction_id"], FACTIONS["side"], strict=True))
    side = sides[factions[0]] if status in ("held", "shared") else None
    return {
        "status": status,
        "factions": factions,
        "strength": strength,
        "grade": None if strength is None else "direct",
        "side": side,
        "side_strength": strength if side else None,
        "capital_status": "unknown",
        "capital_strength": None,
        "capital_changed_hands": False,
        "area_km2": 100.0,
        "faction_least": 1 if factions else 0,
        **more,
    }


def calls(*rows: dict[str, Any]) -> pd.DataFrame:
    """Calls of a period."""
    return pd.DataFrame(list(rows))
