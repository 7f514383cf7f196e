"""Files by name: ``kind.part.ending``, such as ``calls.1985.csv``; every part is checked against the atlas.

No part of a name ever reaches the file system. Any process can make any file, since the name says all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pandas as pd

from dashboard.downloads.citing import call_citation
from dashboard.downloads.pictures import png, standalone_svg
from dashboard.edition import Edition, cached
from dashboard.parts import reading_words
from dashboard.state import GROUPINGS, MEASURES
from dashboard.text import DEFAULT_LANGUAGE
from dashboard.views.compare import pair_of
from dashboard.views.timeline import timeline_events, timeline_svg
from dashboard.views.trends import trends_svg
from geodata import COLOURINGS, export, figure
from geodata.export import METADATA_ENDING, ON_MAP, TABLES, changes_of, columns_of, csv_files, geojson, metadata_path
from geodata.looks import ColouringName
from geodata.telling import about, cite_atlas

MEDIA_TYPES = {
    ".csv": "text/csv", ".json": "application/json", ".geojson": "application/geo+json", ".png": "image/png",
    ".svg": "image/svg+xml", ".pdf": "application/pdf", ".bib": "application/x-bibtex", ".zip": "application/zip",
    ".txt": "text/plain", ".gpkg": "application/geopackage+sqlite3", ".parquet": "application/vnd.apache.parquet",
}  # fmt: skip
PICTURES = (".png", ".svg", ".pdf")
CHARTS = (".png", ".svg")
TABLE = (".csv", ".geojson")
CALLS = (".csv", ".geojson", ".gpkg", ".parquet")


SOON_MADE = (".csv", ".json", ".bib", ".txt")
"""Endings of files that take some hundredths of a second; everything else takes up to many seconds."""


WITHOUT_CALLS = ("atlas", "sources")
"""Kinds of files that hold what every reading is made from: they are the same for all of them."""

OTHER_READING = "other-reading"
"""In the names of files that follow another rule than the atlas's own; by which, they say themselves."""


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


@cached(16)
def make_file(edition: Edition, name: str) -> Download:
    """Make the file of a name.

    Pictures are drawn with settings of matplotlib that all threads share: one thread at a time.

    Parameters
    ----------
    edition : Edition
    name : str
        ``calls.<period>``, ``figure.<period or all>.<colouring>``, ``changes.<period>.<period or next>``,
        ``change-figure.<period>.<period or next>``, ``trends.<by>.<measure>``, ``timeline``, ``events``, ``summary``,
        ``claims``, ``claims-of.<province>``, ``cite.<period>.<province>``, ``factions``, ``sources``, ``differences``,
        ``gaps`` or ``atlas``, with an ending; for CSV also with ``-metadata.json``.

    Returns
    -------
    Download

    Raises
    ------
    NoSuchFileError
        If no file has this name.
    """
    maker, parts, path = _parse_name(edition, name)
    files = maker.make(edition, parts, path)
    wanted = metadata_path(path) if name.endswith(METADATA_ENDING) else path
    return Download(wanted.name, files[wanted], MEDIA_TYPES[wanted.suffix])


def file_name(edition: Edition, name: str) -> str:
    """What a reader's copy of a file is called.

    Raises
    ------
    NoSuchFileError
        If no file has this name.
    """
    return _parse_name(edition, name)[2].name


def takes_long(edition: Edition, name: str) -> bool:
    """Whether the file of a name is drawn or packed for so long that readers of the page would notice.

    Raises
    ------
    NoSuchFileError
        If no file has this name: nobody's time is taken for it.
    """
    _parse_name(edition, name)
    return not name.endswith(SOON_MADE)


def holds_calls(name: str) -> bool:
    """Whether the file of a name is another one for another reading of the atlas."""
    return name.partition(".")[0] not in WITHOUT_CALLS


@dataclass(frozen=True)
class _Maker:
    """How files of one kind are made, and what the parts of their names may be."""

    endings: Sequence[str]
    parts: Callable[[Edition, list[str]], list[str]]
    make: Callable[[Edition, list[str], Path], dict[Path, bytes]]


def _parse_name(edition: Edition, name: str) -> tuple[_Maker, list[str], Path]:
    """What makes the file of a name, the parts of the name as the atlas has them, and what the file is called."""
    described = name.endswith(".csv" + METADATA_ENDING)
    stem, _, ending = name.removesuffix(METADATA_ENDING).rpartition(".")
    kind, *parts = stem.split(".")
    maker = _MAKERS.get(kind)
    if maker is None or f".{ending}" not in maker.endings or (name.endswith(METADATA_ENDING) and not described):
        raise NoSuchFileError(name)
    try:
        parts = maker.parts(edition, parts)
    except ValueError as error:
        raise NoSuchFileError(name) from error
    atlas_name = str(edition.atlas.package.descriptor.get("name", "atlas"))
    language = [] if edition.language == DEFAULT_LANGUAGE else [edition.language]
    reading = [] if edition.is_own or not holds_calls(name) else [OTHER_READING]
    return maker, parts, Path("-".join([atlas_name, kind, *parts, *reading, *language]) + f".{ending}")


def _none(_: Edition, parts: list[str]) -> list[str]:
    () = parts
    return []


def _period(edition: Edition, parts: list[str]) -> list[str]:
    (period,) = parts
    _one_of(["all", *(one.id for one in edition.atlas.periods)], period)
    return parts


def _period_and_colour(edition: Edition, parts: list[str]) -> list[str]:
    period, colour = parts
    _one_of(COLOURINGS, colour)
    if period == "all" and len(edition.atlas.periods) > figure.MOST_MAPS:
        raise ValueError("there are too many periods for one figure")
    return [*_period(edition, [period]), colour]


def _pair(edition: Edition, parts: list[str]) -> list[str]:
    period, compare = parts
    if len(edition.atlas.periods) < 2:
        raise ValueError("there is nothing to compare with")
    return [one.id for one in pair_of(edition, period, None if compare == "next" else compare)]


def _grouping_and_measure(_: Edition, parts: list[str]) -> list[str]:
    by, measure = parts
    _one_of(GROUPINGS, by)
    _one_of(MEASURES, measure)
    return parts


def _one_province(edition: Edition, parts: list[str]) -> list[str]:
    (province,) = parts
    _one_of(list(edition.atlas.package.provinces["province_id"]), province)
    return parts


def _period_and_province(edition: Edition, parts: list[str]) -> list[str]:
    period, province = parts
    _one_of([one.id for one in edition.atlas.periods], period)
    _one_of(list(edition.atlas.provinces(period)["province_id"]), province)
    return parts


def _one_of(known: Sequence[str], value: str) -> None:
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(known)}")


def _calls(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    (period,) = parts
    if period != "all":
        return export.contents(edition.atlas, period, path)
    calls = pd.concat([export.calls_of(edition.atlas, one.id) for one in edition.atlas.periods], ignore_index=True)
    return _table(edition, "calls", calls, edition.words("download-calls-all"), path)


def _figure(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    period, colour = parts[0], cast(ColouringName, parts[1])
    return {path: _drawn(edition, None if period == "all" else period, None, colour, path)}


def _changes(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    first, second = parts
    labels = {"first": edition.atlas.period(first).label, "second": edition.atlas.period(second).label}
    changes = changes_of(edition.atlas, first, second)
    return _table(edition, "changes", changes, edition.words("compare-map-label", **labels), path)


def _change_figure(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    first, second = parts
    return {path: _drawn(edition, first, second, COLOURINGS[0], path)}


def _drawn(edition: Edition, period: str | None, compare: str | None, colour: ColouringName, path: Path) -> bytes:
    """A figure in the language of the edition, which is cited by the title that its atlas gives itself."""
    in_its_words = edition.language == DEFAULT_LANGUAGE or edition.is_own
    reading = None if in_its_words else reading_words(edition, edition.atlas.rule)
    citation = cite_atlas(edition.original)
    drawn = figure.plot(edition.atlas, period, compare, "slide", colour, citation=citation, reading=reading)
    return figure.render(drawn, path.suffix[1:])


def _claims_of(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    (province,) = parts
    claims = edition.atlas.claims(province=province)
    title = edition.words("download-claims-of", province=_province(edition, province))
    return _table(edition, "claims", claims, title, path)


def _province(edition: Edition, province_id: str) -> str:
    provinces = edition.atlas.package.provinces
    return str(provinces.loc[provinces["province_id"] == province_id, "name"].iloc[-1])


def _cite(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    period, province = parts
    return {path: call_citation(edition, period, province).encode()}


def _trends(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    by, measure = parts
    title = edition.words("download-trends", title=edition.atlas.title)
    return _chart(edition, trends_svg(edition, by, measure), title, path)


def _timeline(edition: Edition, _: list[str], path: Path) -> dict[Path, bytes]:
    title = edition.words("download-timeline", title=edition.atlas.title)
    return _chart(edition, timeline_svg(edition, timeline_events(edition)), title, path)


def _chart(edition: Edition, picture: str, title: str, path: Path) -> dict[Path, bytes]:
    svg = standalone_svg(edition, picture, title)
    return {path: svg.encode() if path.suffix == ".svg" else png(svg)}


def _whole_table(name: str) -> Callable[[Edition, list[str], Path], dict[Path, bytes]]:
    def make(edition: Edition, _: list[str], path: Path) -> dict[Path, bytes]:
        make_table = ON_MAP.get(name, TABLES[name]) if path.suffix == ".geojson" else TABLES[name]
        return _table(edition, name, make_table(edition.atlas), edition.words(f"download-{name}"), path)

    return make


def _table(edition: Edition, name: str, frame: pd.DataFrame, title: str, path: Path) -> dict[Path, bytes]:
    if path.suffix == ".geojson":
        return {path: geojson(frame, about(edition.atlas) | {"table": title})}
    return csv_files(frame, about(edition.atlas), title, path, columns_of(edition.atlas, name, frame.columns))


def _sources(edition: Edition, parts: list[str], path: Path) -> dict[Path, bytes]:
    return (_whole_table("sources") if path.suffix == ".csv" else _of_the_whole)(edition, parts, path)


def _differences(edition: Edition, _: list[str], path: Path) -> dict[Path, bytes]:
    found = edition.own.atlas.differences(edition.atlas.rule)
    return _table(edition, "differences", found, edition.words("differences-heading"), path)


def _gaps(edition: Edition, _: list[str], path: Path) -> dict[Path, bytes]:
    return export.gaps_csv(edition.atlas, edition.atlas.gaps(), path)


def _of_the_whole(edition: Edition, _: list[str], path: Path) -> dict[Path, bytes]:
    return export.contents(edition.own.atlas, None, path)


_MAKERS = {
    "calls": _Maker(CALLS, _period, _calls),
    "figure": _Maker(PICTURES, _period_and_colour, _figure),
    "changes": _Maker(TABLE, _pair, _changes),
    "change-figure": _Maker(PICTURES, _pair, _change_figure),
    "trends": _Maker(CHARTS, _grouping_and_measure, _trends),
    "timeline": _Maker(CHARTS, _none, _timeline),
    "claims-of": _Maker((".csv",), _one_province, _claims_of),
    "cite": _Maker((".txt",), _period_and_province, _cite),
    "events": _Maker(TABLE, _none, _whole_table("events")),
    "summary": _Maker((".csv",), _none, _whole_table("summary")),
    "claims": _Maker(TABLE, _none, _whole_table("claims")),
    "factions": _Maker(TABLE, _none, _whole_table("factions")),
    "sources": _Maker((".csv", ".bib", ".json"), _none, _sources),
    "atlas": _Maker((".zip",), _none, _of_the_whole),
    "differences": _Maker((".csv",), _none, _differences),
    "gaps": _Maker((".csv",), _none, _gaps),
}
