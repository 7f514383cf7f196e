"""Values of data sets in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from geodata import dates
from geodata.telling.catalogues import catalogue

DATA_SET_BASIS = "data-set"


def observed_statements(
    claims: pd.DataFrame, provinces: pd.Series[str], factions: pd.DataFrame, language: str
) -> pd.Series[str]:
    """Say what values of data sets say, in the words of the program: ``South, 1 June 1910: Blue Party.``.

    Parameters
    ----------
    claims : pandas.DataFrame
        ``claim_id, faction_id, date``.
    provinces : pandas.Series
        The name of the province that each speaks of, by ``claim_id``.
    factions : pandas.DataFrame
        ``faction_id, name``.
    language : str
        One of `geodata.telling.languages`; others are answered in English.

    Returns
    -------
    pandas.Series
        With the index of `claims`.
    """
    text = catalogue(language)["observed"]
    names = dict(zip(factions["faction_id"], factions["name"], strict=True))
    told = [
        text.format(province=province, date=date, faction=faction)
        for province, date, faction in zip(
            claims["claim_id"].map(provinces),
            claims["date"].map(partial(dates.label, language=language)),
            claims["faction_id"].map(names),
            strict=True,
        )
    ]
    return pd.Series(told, index=claims.index, dtype=object)


def basis_of(claim: Mapping[str, Any]) -> str:
    """What a claim rests on: ``stated``, ``inferred``, or ``data-set`` for a value of a data set.

    Examples
    --------
    >>> basis_of({"basis": "stated", "data_set": True}), basis_of({"basis": "inferred", "data_set": False})
    ('data-set', 'inferred')
    """
    return DATA_SET_BASIS if claim["data_set"] else str(claim["basis"])
