"""Sides of a conflict as rows of the atlas: id, name, colour, sign."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geodata.frames import records
from geodata.looks.colours import NAMELESS


@dataclass(frozen=True)
class Side:
    """A side.

    Attributes
    ----------
    id, name : str
    colour : str
        ``#rrggbb``.
    sign : str
        The shape that its capitals are drawn with, one of `geodata.looks.SHAPES`.
    """

    id: str
    name: str
    colour: str
    sign: str


def sides_of(table: pd.DataFrame) -> tuple[Side, ...]:
    """Read the sides of an atlas, in their order.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``side_id, name, colour, sign, order``.
    """
    rows = sorted(records(table), key=lambda row: int(row["order"]))
    return tuple(Side(row["side_id"], row["name"], row["colour"] or NAMELESS, row["sign"]) for row in rows)
