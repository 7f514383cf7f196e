"""Files for other programs: the calls of a period, the sources, the whole data package.

What is exported says itself what it is: citation, licence, version of atlas and rule, and period stand inside each
file, for CSV in a metadata file beside it (CSV on the Web), since CSV has no place for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd

from geodata.errors import AtlasError, Problem
from geodata.export import geofiles
from geodata.export.archive import archive
from geodata.export.columns import columns
from geodata.export.csvw import csv_files, metadata_path
from geodata.export.files import check_targets, write_together
from geodata.export.geojson import geojson
from geodata.export.readable import rounded, with_names
from geodata.telling import about, bibtex, csl_json

if TYPE_CHECKING:
    from geodata.atlas import Atlas

Facts = dict[str, Any]

FORMATS = {
    ".geojson": "calls of a period as GeoJSON (RFC 7946)",
    ".gpkg": "calls of a period as GeoPackage",
    ".parquet": "calls of a period as GeoParquet",
    ".csv": "calls of a period as CSV without shapes, with a metadata file beside it (CSV on the Web)",
    ".zip": "the whole data package",
    ".bib": "all sources as BibTeX",
    ".json": "all sources as CSL-JSON",
}
"""What is written, by the ending of the file name."""

OF_A_PERIOD = frozenset({".geojson", ".gpkg", ".parquet", ".csv"})


FIRMNESS = ("faction_falls_with", "side_falls_with", "faction_least", "side_least")
"""What is exported of the robustness of a call."""

TOGETHER = "+"
"""Between sources of one set, in the exported list of sets."""


def write(atlas: Atlas, period: str | None, path: str | Path, force: bool = False) -> tuple[Path, ...]:
    """Write an atlas, or its calls of a period, to a file; the ending of the name says in which format.

    Parameters
    ----------
    atlas : Atlas
        The atlas, whole or without some sources.
    period : str or None
        Identifier of the period for `.geojson`, `.gpkg`, `.parquet` and `.csv`; the other formats hold the whole atlas
        and take no notice of it.
    path : str or pathlib.Path
        Where to write: a name with one of the endings in `FORMATS`.
    force : bool, optional
        Replace files that are there already.

    Returns
    -------
    tuple of pathlib.Path
        The files written: one, and for CSV its metadata file.

    Raises
    ------
    AtlasError
        If there is no format with this ending, a file exists and `force` is not given, or it can't be written; what
        was there stays as it was.
    KeyError
        If the atlas has no such period.
    ValueError
        If the format needs a period and none is given.

    Examples
    --------
    >>> import geodata
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     (file,) = write(geodata.load(), "1985", f"{folder}/calls.geojson")
    ...     len(gpd.read_file(file))
    29
    """
    path = Path(path)
    ending = format_of(path)
    targets = [path, metadata_path(path)] if ending == ".csv" else [path]
    check_targets(targets, force)
    files = contents(atlas, period, path)
    write_together(files, force)
    return tuple(files)


def contents(atlas: Atlas, period: str | None, path: Path) -> dict[Path, bytes]:
    """What `write` writes, without writing it.

    Parameters
    ----------
    atlas : Atlas
    period : str or None
    path : pathlib.Path
        The ending says in which format; CSV metadata name the file.

    Returns
    -------
    dict of pathlib.Path to bytes

    Raises
    ------
    AtlasError
        If there is no format with this ending.
    KeyError
        If the atlas has no such period.
    ValueError
        If the format needs a period and none is given.
    """
    ending = format_of(path)
    if ending not in OF_A_PERIOD:
        return {path: _of_the_whole(atlas, ending)}
    if period is None:
        known = ", ".join(one.id for one in atlas.periods)
        raise ValueError(f"{ending} holds the calls of one period: give one of {known}")
    return _of_a_period(calls_of(atlas, period), about(atlas, period), path, ending)


def format_of(path: Path) -> str:
    """The ending that names the format, in small letters.

    Raises
    ------
    AtlasError
        If there is no such format; the hint lists those there are.

    Examples
    --------
    >>> format_of(Path("calls.GeoJSON"))
    '.geojson'
    """
    ending = path.suffix.lower()
    if ending not in FORMATS:
        hint = "Known: " + "; ".join(f"{known} ({what})" for known, what in FORMATS.items())
        raise AtlasError([Problem("the ending of the name says no format", str(path), hint=hint)])
    return ending


def calls_of(atlas: Atlas, period: str) -> gpd.GeoDataFrame:
    """The calls as exported: period, columns of `Atlas.control`, and what each takes to fall by `Atlas.robustness`.

    Areas are whole square kilometres, and sources have their names beside their identifiers.
    """
    calls = with_names(rounded(atlas.control(period)), atlas.sources)
    robust = atlas.robustness(period).set_index("province_id").loc[calls["province_id"]]
    for name in FIRMNESS:
        told = robust[name] if name.endswith("_least") else robust[name].map(_sets_as_ids)
        calls.insert(len(calls.columns) - 1, name, told.to_list())
    one = atlas.period(period)
    calls.insert(0, "period_id", one.id)
    calls.insert(1, "period", one.edtf)
    return calls


def _sets_as_ids(sets: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(TOGETHER.join(one) for one in sets)


def _of_the_whole(atlas: Atlas, ending: str) -> bytes:
    if ending == ".zip":
        return archive(atlas)
    text = bibtex(atlas.sources) if ending == ".bib" else csl_json(atlas.sources)
    return text.encode()


def _of_a_period(calls: gpd.GeoDataFrame, facts: Facts, path: Path, ending: str) -> dict[Path, bytes]:
    if ending == ".csv":
        title = f"calls of {facts['period']['label']}"
        return csv_files(calls, facts, title, path, columns(), primary_key="province_id")
    if ending == ".geojson":
        described = {name: column["description"] for name, column in columns().items()}
        return {path: geojson(calls, facts | {"columns": described}, id_column="province_id")}
    write_file = geofiles.geopackage if ending == ".gpkg" else geofiles.geoparquet
    return {path: write_file(calls, facts, columns())}
