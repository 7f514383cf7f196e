"""Files by name: ``kind.part.ending``, such as ``calls.1985.csv``; every part is checked against the atlas.

No part of a name ever reaches the file system. Any process can make any file, since the name says all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pandas as pd

from dashboard.downloads.citing import call_citation
from dashboard.downloads.pictures import png, standalone_svg
from dashboard.edition import Edition, kept
from dashboard.state import GROUPINGS, MEASURES
from dashboard.views.compare import pair_of
from dashboard.views.timeline import timeline_events, timeline_svg
from dashboard.views.trends import trends_svg
from geodata import COLOURINGS, export
from geodata.export import METADATA_ENDING, ON_MAP, TABLES, changes_of, csv_files, geojson, metadata_path
from geodata.figure import render
from geodata.telling import about

MEDIA_TYPES = {
    ".csv": "text/csv", ".json": "application/json", ".geojson": "application/geo+json", ".png": "image/png",
    ".svg": "image/svg+xml", ".pdf": "application/pdf", ".bib": "application/x-bibtex", ".zip": "application/zip",
    ".txt": "text/plain", ".gpkg": "application/geopackage+sqlite3", ".parquet": "application/vnd.apache.parquet",
}  # fmt: skip
PICTURES = (".png", ".svg", ".pdf")
CHARTS = (".png", ".svg")
TABLE = (".csv", ".geojson")
CALLS = (".csv", ".geojson", ".gpkg", ".parquet")


_one_drawing = Lock()
"""matplotlib draws with settings that all threads share."""


class NoSuchFileError(ValueError):
    """There is no file with this name."""


@dataclass(frozen=True)
class Download:
    """A file to take away.

    Attributes
    ----------
    name : str
        A speaking name: of the atlas, of what is in it, and the ending.
    content : bytes
    media_type : str
    """

    name: str
    content: bytes
    media_type: str


@kept(48)
def make_file(edition: Edition, name: str) -> Download:
    """Make the file of a name.

    Parameters
    ----------
    edition : Edition
    name : str
        ``calls.<period>``, ``figure.<period or all>.<colouring>``, ``changes.<period>.<period or next>``,
        ``change-figure.<period>.<period or next>``, ``trends.<by>.<measure>``, ``timeline``, ``events``, ``summary``,
        ``claims``, ``claims-of.<province>``, ``cite.<period>.<province>``, ``factions``, ``sources`` or ``atlas``, with
        an ending; for CSV also with ``-metadata.json``.

    Returns
    -------
    Download

    Raises
    ------
    NoSuchFileError
        If no file has this name.
    """
    described = name.endswith(".csv" + METADATA_ENDING)
    stem, _, ending = name.removesuffix(METADATA_ENDING).rpartition(".")
    kind, *parts = stem.split(".")
    maker = _MAKERS.get(kind)
    if maker is None or f".{ending}" not in maker.endings or (name.endswith(METADATA_ENDING) and not described):
        raise NoSuchFileError(name)
    atlas_name = str(edition.atlas.package.descriptor.get("name", "atlas"))
    try:
        if kind in ("changes", "change-figure"):
            parts = _pair(edition, parts)
        path = Path("-".join([atlas_name, kind, *parts]) + f".{ending}")
        files = maker.make(edition, parts, path)
    except (ValueError, KeyError, StopIteration) as error:
        raise NoSuchFileError(name) from error
    wanted = metadata_path(path) if described else path
    return Download(wanted.name, files[wanted], MEDIA_TYPES[wanted.suffix])


@dataclass(frozen=True)
class _Maker:
    endings: Sequence[str]
    make: Callable[[Edition, list[str], Path], dict[Path, bytes]]


def _calls(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    (period,) = parts
    if period != "all":
        return export.contents(edition.atlas, period, path)
    calls = pd.concat([export.calls_of(edition.atlas, one.id) for one in edition.atlas.periods], ignore_index=True)
    return _table(edition, calls, edition.words("download-calls-all"), path)


def _figure(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    period, colour = parts
    if colour not in COLOURINGS:
        raise NoSuchFileError(colour)
    with _one_drawing:
        figure = edition.atlas.plot(None if period == "all" else period, size="slide", colour=colour)
        return {path: render(figure, path.suffix[1:])}


def _changes(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    first, second = parts
    labels = {"first": edition.atlas.period(first).label, "second": edition.atlas.period(second).label}
    return _table(edition, changes_of(edition.atlas, first, second), edition.words("compare-map-label", **labels), path)


def _change_figure(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    first, second = parts
    with _one_drawing:
        return {path: render(edition.atlas.plot(first, compare=second, size="slide"), path.suffix[1:])}


def _pair(edition: Edition, parts: list[str]) -> list[str]:
    period, compare = parts
    return [one.id for one in pair_of(edition, period, None if compare == "next" else compare)]


def _claims_of(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    (province,) = parts
    claims = edition.atlas.claims(province=province)
    return _table(edition, claims, edition.words("download-claims-of", province=_province(edition, province)), path)


def _province(edition: Edition, province_id: str) -> str:
    provinces = edition.atlas.package.provinces
    return str(provinces.loc[provinces["province_id"] == province_id, "name"].iloc[-1])


def _cite(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    period, province = parts
    return {path: call_citation(edition, period, province).encode()}


def _trends(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    by, measure = parts
    if by not in GROUPINGS or measure not in MEASURES:
        raise NoSuchFileError(path.name)
    title = edition.words("download-trends", title=edition.atlas.title)
    return _chart(edition, trends_svg(edition, by, measure), title, path)


def _timeline(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    () = parts
    title = edition.words("download-timeline", title=edition.atlas.title)
    return _chart(edition, timeline_svg(edition, timeline_events(edition)), title, path)


def _chart(edition: Edition, picture: str, title: str, path: Path) -> dict[Path, bytes]:
    svg = standalone_svg(edition, picture, title)
    return {path: svg.encode() if path.suffix == ".svg" else png(svg)}


def _whole_table(name: str) -> Callable[[Edition, list[str], Path], dict[Path, bytes]]:
    def make(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
        () = parts
        make_table = ON_MAP.get(name, TABLES[name]) if path.suffix == ".geojson" else TABLES[name]
        return _table(edition, make_table(edition.atlas), edition.words(f"download-{name}"), path)

    return make


def _table(edition: Edition, frame: pd.DataFrame, title: str, path: Path) -> dict[Path, bytes]:
    if path.suffix == ".geojson":
        return {path: geojson(frame, about(edition.atlas) | {"table": title})}
    return csv_files(frame, about(edition.atlas), title, path)


def _of_the_whole(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    () = parts
    return export.contents(edition.atlas, None, path)


_MAKERS = {
    "calls": _Maker(CALLS, _calls),
    "figure": _Maker(PICTURES, _figure),
    "changes": _Maker(TABLE, _changes),
    "change-figure": _Maker(PICTURES, _change_figure),
    "trends": _Maker(CHARTS, _trends),
    "timeline": _Maker(CHARTS, _timeline),
    "claims-of": _Maker((".csv",), _claims_of),
    "cite": _Maker((".txt",), _cite),
    "events": _Maker(TABLE, _whole_table("events")),
    "summary": _Maker((".csv",), _whole_table("summary")),
    "claims": _Maker(TABLE, _whole_table("claims")),
    "factions": _Maker(TABLE, _whole_table("factions")),
    "sources": _Maker((".bib", ".json"), _of_the_whole),
    "atlas": _Maker((".zip",), _of_the_whole),
}
