"""The reading list as CSV: where one more source would matter."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from geodata.export.csvw import csv_files
from geodata.telling import about

if TYPE_CHECKING:
    from geodata.atlas import Atlas

COLUMNS = Path(__file__).parent / "gaps.toml"


def gaps_csv(atlas: Atlas, gaps: pd.DataFrame, path: Path) -> dict[Path, bytes]:
    """Write a reading list as CSV with a metadata file beside it.

    Parameters
    ----------
    atlas : Atlas
    gaps : pandas.DataFrame
        Rows of `Atlas.gaps`.
    path : pathlib.Path
        Name of the CSV file.

    Returns
    -------
    dict of pathlib.Path to bytes
    """
    columns = tomllib.loads(COLUMNS.read_text(encoding="utf-8"))
    return csv_files(gaps, about(atlas), "where one more source would matter", path, columns, primary_key="rank")
