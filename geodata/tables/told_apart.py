"""Provinces that share a name, told apart by the larger unit that each lies in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.errors import Problem
from geodata.frames import LIST_SEPARATOR, split_list
from geodata.tables.schema import LANGUAGE_COLUMN

WITH_PARENT = "{name} ({parent})"


def told_apart(provinces: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Put the parent beside every name that more than one province bears, in each language.

    Parameters
    ----------
    provinces : geopandas.GeoDataFrame
        ``province_id, name, parent, other_names`` and names in other languages.

    Returns
    -------
    geopandas.GeoDataFrame
        The same rows. The bare name stays among the other spellings, so that it is still found.
    """
    columns = [str(one) for one in provinces.columns if one == "name" or LANGUAGE_COLUMN.fullmatch(str(one))]
    changed: dict[str, pd.Series[Any]] = {}
    for column in columns:
        shared = _shared(provinces, column) & (provinces["parent"] != "")
        if shared.any():
            beside = [
                WITH_PARENT.format(name=name, parent=parent) if several else name
                for name, parent, several in zip(provinces[column], provinces["parent"], shared, strict=True)
            ]
            changed[column] = pd.Series(beside, index=provinces.index, dtype=object)
            if column == "name":
                changed["other_names"] = _with_bare_name(provinces, shared)
    return provinces.assign(**changed) if changed else provinces


def name_warnings(provinces: gpd.GeoDataFrame, file: str) -> Iterator[Problem]:
    """Provinces that bear one name and can't be told apart: a reader sees two of the same."""
    for line, name in provinces.loc[_shared(provinces, "name"), "name"].items():
        hint = "Give `parent`, the larger unit that each lies in"
        message = "another province has this name"
        yield Problem(message, file, int(str(line)), "name", str(name), hint, kind="name-twice", severity="warning")


def _shared(provinces: gpd.GeoDataFrame, column: str) -> pd.Series[bool]:
    """Whether other provinces bear the name: several shapes of one are one province."""
    bearers = provinces["province_id"].groupby(provinces[column]).transform("nunique")
    several: pd.Series[bool] = (provinces[column] != "") & (bearers > 1)
    return several


def _with_bare_name(provinces: gpd.GeoDataFrame, shared: pd.Series[bool]) -> pd.Series[Any]:
    told = [
        LIST_SEPARATOR.join(dict.fromkeys([*split_list(others), name])) if several else others
        for others, name, several in zip(provinces["other_names"], provinces["name"], shared, strict=True)
    ]
    return pd.Series(told, index=provinces.index, dtype=object)
