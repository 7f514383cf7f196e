"""Values of a data set: each acts as a claim that somebody was dominant in a whole province on the days it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from geodata import dates
from geodata.errors import Problem

DATA_SET = "data_set"
"""The column of claims that says whether one is a value of a data set; no table of an atlas has it."""

SEPARATOR = "."
"""Between the parts of the id of such a claim: no id of an atlas holds one, so none can be taken for another's."""

SPAN = "_"
"""For the `/` of an EDTF date, which would cut an address in two."""


def observed_claims(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Tables of claims and scopes with the values of data sets among them.

    A value without a faction says nothing: there is no claim. The others are claims with the role ``dominant``, stated,
    of the countryside of the one province that they name, whole. Their ids are made of the source, the province and the
    date or period (``S01.south.1910-06-01``): they stay the same whatever rows come and go, and can be cited.

    Parameters
    ----------
    tables : Mapping of str to pandas.DataFrame
        ``claims, scopes, observations, periods``, checked.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``claims`` and ``scopes``; claims have a column `DATA_SET`, and an empty ``statement`` where it is true: what
        such a claim says is put into words in the language of the reader.
    """
    claims, scopes = tables["claims"].reset_index(drop=True), tables["scopes"].reset_index(drop=True)
    claims = claims.assign(**{DATA_SET: False})
    rows = tables["observations"]
    rows = rows[rows["faction_id"] != ""]
    if rows.empty:
        return {"claims": claims, "scopes": scopes}
    ids = observation_ids(rows)
    made = pd.DataFrame(
        {
            "claim_id": ids,
            "sentence_id": ids,
            "faction_id": rows["faction_id"],
            "domain": "countryside",
            "role": "dominant",
            "scope": "provinces",
            "date": rows["date"].where(rows["date"] != "", rows["period_id"].map(_days_of(tables["periods"]))),
            "basis": "stated",
            "source_id": rows["source_id"],
            "note": rows["note"],
            DATA_SET: True,
        }
    )
    spoken = pd.DataFrame({"claim_id": ids, "province_id": rows["province_id"], "extent": "whole", "named": True})
    return {"claims": _below(claims, made), "scopes": _below(scopes, spoken)}


def observation_ids(rows: pd.DataFrame) -> pd.Series[str]:
    """The id of each value: source, province, and date or period."""
    when = rows["date"].where(rows["date"] != "", rows["period_id"]).str.replace("/", SPAN)
    ids: pd.Series[str] = rows["source_id"] + SEPARATOR + rows["province_id"] + SEPARATOR + when
    return ids


def check_observations(rows: pd.DataFrame, file: str) -> Iterator[Problem]:
    """Check what no schema can say: one date each, which the calendar has, and one value for each cell of a data set.

    Parameters
    ----------
    rows : pandas.DataFrame
        The table as it was read, every column there; the index is the line of the file.
    file : str
        File name for the messages.
    """
    dated, of_period = rows["date"] != "", rows["period_id"] != ""
    for line in rows.index[dated & of_period]:
        hint = "Keep the date, or the period that the value is of"
        yield Problem(
            "both a date and a period",
            file,
            int(line),
            "period_id",
            str(rows.at[line, "period_id"]),
            hint,
            kind="two-dates",
        )
    for line in rows.index[~dated & ~of_period]:
        hint = "Give the day, month or year that the value is of, or a period_id"
        yield Problem("neither a date nor a period", file, int(line), "date", hint=hint, kind="no-date")
    faults = {text: fault for text in set(rows["date"]) - {""} if (fault := _date_fault(text))}
    for line, text in rows["date"].items() if faults else ():
        if text in faults:
            hint = "Write 2021-08-15, 2021-08, 2021 or 2021-08-01/2021-08-15"
            yield Problem(faults[text], file, int(str(line)), "date", text, hint, kind="calendar")
    ids = observation_ids(rows)
    again = ids.duplicated() & (dated ^ of_period)
    first = dict(zip(ids[::-1], rows.index[::-1], strict=True)) if again.any() else {}
    for line in rows.index[again]:
        hint = "A data set has one value for each province and date: remove one of the two"
        told = f"stands already in row {first[ids[line]]}"
        value = str(rows.at[line, "province_id"])
        yield Problem(told, file, int(line), "province_id", value, hint, kind="value-twice")


def _date_fault(text: str) -> str | None:
    try:
        dates.parse(text)
    except ValueError as error:
        return str(error)
    return None


def _days_of(periods: pd.DataFrame) -> dict[str, str]:
    """The days of each period as an EDTF date: its own may say more, or less, than its days."""
    starts, ends = periods["start"], periods["end"]
    return {
        period_id: start if start == end else f"{start}/{end}"
        for period_id, start, end in zip(periods["period_id"], starts, ends, strict=True)
    }


def _below(table: pd.DataFrame, made: pd.DataFrame) -> pd.DataFrame:
    """One table below the other; text columns that only the first has are empty in the second."""
    missing: dict[str, Any] = {name: "" for name in table.columns if name not in made}
    return pd.concat([table, made.assign(**missing)[list(table.columns)]], ignore_index=True)
