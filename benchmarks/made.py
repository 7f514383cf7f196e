"""Made-up atlases of any size: the real outline divided into many provinces, with claims about each."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

import geodata
from geodata.atlas import BUILT_IN

SEED = 20261124
LEFT_OUT = ("neighbours", "areas", "checks", "affiliations")
CLAIM_PROVINCES = 10
"""Provinces that one made-up claim speaks of."""
SOURCE = "S02"
"""An independent one: what it says of a year is firm, and outweighs what it said of the year before."""
WITHOUT_CLAIM = 0.04
POINTS_PER_EDGE = 8
"""An edge of a subdivided province has this many points, so that a province has about fifty, as real ones have."""
WIGGLE = 0.12
FIRST_YEAR = 1900
Rows = Sequence[Mapping[str, Any]]


def make_atlas(folder: Path, provinces: int, periods: int, single_claims: int = 0) -> Path:
    """Write an atlas in which everything but the outer border is made up.

    Parameters
    ----------
    folder : pathlib.Path
        Where to write; what is there is replaced.
    provinces : int
        About how many provinces; the same in every period.
    periods : int
        How many periods, of one year each.
    single_claims : int, optional
        How many claims there are beside those of several provinces, each of any source about one province in one year.

    Returns
    -------
    pathlib.Path
        The folder.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    random = np.random.default_rng(SEED)
    shapes = subdivide(geodata.load().provinces("1985").union_all(), provinces, random)
    ids = [f"p{number:05d}" for number in range(len(shapes))]
    descriptor = json.loads((BUILT_IN / "datapackage.json").read_text(encoding="utf-8"))
    descriptor |= {"name": f"made-up-{provinces}", "title": f"Made-up atlas of {len(ids)} provinces"}
    # What speaks of places of the built-in country stays there.
    descriptor["resources"] = [one for one in descriptor["resources"] if one["name"] not in LEFT_OUT]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    years = [FIRST_YEAR + number for number in range(periods)]
    factions = pd.read_csv(BUILT_IN / "factions.csv", dtype=str, keep_default_na=False)
    coloured = factions.loc[factions["code"] != "", "faction_id"].tolist()
    claims, scopes = _claims(ids, years, coloured, random)
    sources = pd.read_csv(BUILT_IN / "sources.csv", dtype=str, keep_default_na=False)["source_id"].tolist()
    for number in range(len(claims) + 1, len(claims) + single_claims + 1):
        claim, scope = _single(f"C{number:06d}", ids, years, coloured, sources, random)
        claims.append(claim)
        scopes.append(scope)
    tables: dict[str, Rows] = {
        "periods": [
            {"period_id": year, "label": year, "start": f"{year}-01-01", "end": f"{year}-12-31", "edtf": year}
            for year in years
        ],
        "places": [], "events": [], "event_claims": [], "claims": claims, "scopes": scopes,
    }  # fmt: skip
    for resource in descriptor["resources"]:
        if resource["name"] in tables:
            columns = [field["name"] for field in resource["schema"]["fields"]]
            _write(folder / resource["path"], columns, tables[resource["name"]])
        elif resource["path"].endswith(".csv"):
            shutil.copy(BUILT_IN / resource["path"], folder / resource["path"])
    _write_shapes(folder / "provinces.geojson", ids, shapes, years)
    return folder


def subdivide(outline: shapely.Geometry, count: int, random: np.random.Generator) -> list[shapely.Polygon]:
    """Divide an outline into about `count` polygons with shared, uneven edges.

    Cells of random points (Voronoi), whose edges are bent; the largest `count` faces of the coverage are kept apart
    and the few slivers that bending makes are joined to a neighbour.
    """
    west, south, east, north = outline.bounds
    shapely.prepare(outline)
    found = np.empty((0, 2))
    while len(found) < count:
        some = random.uniform((west, south), (east, north), (2 * count, 2))
        found = np.vstack([found, some[shapely.contains_xy(outline, some)]])[:count]
    edges = shapely.voronoi_polygons(shapely.multipoints(found), extend_to=outline.envelope, only_edges=True)
    straight = [part for line in shapely.get_parts(edges) for part in map(shapely.linestrings, _segments(line.coords))]
    bent = shapely.linestrings([_bend(shapely.get_coordinates(part), random) for part in straight])
    noded = shapely.node(shapely.union_all([*bent, outline.boundary], grid_size=1e-6))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    inside = faces[shapely.contains(outline.buffer(1e-6), shapely.point_on_surface(faces))]
    return _without_slivers(list(inside), count)


def _segments(coordinates: Any) -> list[tuple[Any, Any]]:
    points = list(coordinates)
    return list(pairwise(points))


def _bend(ends: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Points along an edge, each moved across it by a share of its length; the ends stay."""
    start, end = ends
    steps = np.linspace(0, 1, POINTS_PER_EDGE)[:, None]
    across = np.array([start[1] - end[1], end[0] - start[0]])
    bow = np.sin(np.pi * steps) * random.uniform(-WIGGLE, WIGGLE)
    rough = np.sin(np.pi * steps) * random.normal(0, WIGGLE / 6, (POINTS_PER_EDGE, 1))
    return start + steps * (end - start) + (bow + rough) * across


def _without_slivers(faces: list[shapely.Polygon], count: int) -> list[shapely.Polygon]:
    frame = gpd.GeoDataFrame(geometry=faces)
    small = frame.area < frame.area.sum() / count / 50
    kept, slivers = frame[~small].reset_index(drop=True), frame[small]
    groups: dict[int, list[shapely.Polygon]] = {}
    tree = kept.sindex
    for sliver in slivers.geometry:
        near = tree.query(sliver, predicate="intersects")
        shared = [shapely.intersection(sliver.boundary, kept.geometry[one].boundary).length for one in near]
        groups.setdefault(int(near[int(np.argmax(shared))]), []).append(sliver)
    return [
        shapely.union_all([shape, *groups[number]]) if number in groups else shape
        for number, shape in enumerate(kept.geometry)
    ]


def _claims(
    ids: Sequence[str], years: Sequence[int], factions: Sequence[str], random: np.random.Generator
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    claims, scopes = [], []
    for year in years:
        told = [one for one in ids if random.random() > WITHOUT_CLAIM]
        for start in range(0, len(told), CLAIM_PROVINCES):
            claim_id = f"C{len(claims) + 1:06d}"
            claims.append(
                {
                    "claim_id": claim_id, "sentence_id": f"S01-{len(claims) + 1}", "domain": "countryside",
                    "faction_id": factions[int(random.integers(len(factions)))], "scope": "provinces", "date": year,
                    "role": ("dominant", "strong")[int(random.integers(2))], "basis": "stated", "source_id": SOURCE,
                    "statement": "Made up.",
                }
            )  # fmt: skip
            scopes += [
                {"claim_id": claim_id, "province_id": province_id, "extent": "whole", "named": "true"}
                for province_id in told[start : start + CLAIM_PROVINCES]
            ]
    return claims, scopes


def _single(
    claim_id: str,
    ids: Sequence[str],
    years: Sequence[int],
    factions: Sequence[str],
    sources: Sequence[str],
    random: np.random.Generator,
) -> tuple[dict[str, Any], dict[str, Any]]:
    def any_of(some: Sequence[Any]) -> Any:
        return some[int(random.integers(len(some)))]

    claim = {
        "claim_id": claim_id, "sentence_id": claim_id, "domain": "countryside", "faction_id": any_of(factions),
        "scope": "provinces", "date": any_of(years), "role": any_of(("dominant", "strong", "present")),
        "basis": "stated", "source_id": any_of(sources), "statement": "Made up.",
    }  # fmt: skip
    return claim, {"claim_id": claim_id, "province_id": any_of(ids), "extent": "whole", "named": "true"}


def _write(path: Path, columns: Sequence[str], rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write_shapes(path: Path, ids: Sequence[str], shapes: Sequence[shapely.Polygon], years: Sequence[int]) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {
                "shape_id": f"{one}-{years[0]}", "province_id": one, "name": one.upper(), "other_names": "",
                "name_fa": "", "name_ps": "", "kind": "province", "valid_from": f"{years[0]}-01-01", "valid_to": "",
                "made_from": "", "capital_place_id": "", "boundary": "as-today", "note": "", "source_id": SOURCE,
            },
            "geometry": shapely.geometry.mapping(shape),
        }
        for one, shape in zip(ids, shapes, strict=True)
    ]  # fmt: skip
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
