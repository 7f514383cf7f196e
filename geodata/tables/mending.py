"""Fixes carried out: the edits of problems made in the files of an atlas.

What an edit does is its ``do``; ``file`` is where. ``row`` is the line of a table or the number of a feature.

============================ ==========================================================================
``set``                      write ``value`` into ``column`` of ``row``
``set-row``                  write ``cells`` in place of the row
``delete-row``               leave the row or feature out
``sort-rows``                put the rows in the order of ``column``
``add-column``               add ``column``, empty
``rename-column``            call ``column`` ``to``
``delete-column``            leave ``column`` out
``delete-repeated-column``   keep the first of the columns that are called ``column``
``separate-by-commas``       write commas where ``from`` stands between cells
``unquote``                  take the quotation marks out of ``lines`` lines from ``row`` on
``re-encode``                read the file as ``from`` and write it as UTF-8
``write``                    write ``text`` as the whole file
``set-key``, ``delete-key``  write or leave out what stands at ``path`` in the descriptor
``add-resource``             add ``value`` to the resources of the descriptor
``delete-resource``          leave out the resource whose file is ``path``
``describe-column``          say in the descriptor that ``resource`` has ``column``
``swap-axes``                exchange the two coordinates of the points of ``row``, or of all
``reproject``                turn coordinates of the system ``from`` into longitude and latitude
``repair-shape``             make a valid polygon of an outline that crosses itself
``drop-points``              leave out points that are none on earth
``cut-shape``                take from the shape what the shape ``by`` has too
``fill-hole``                give the shape the hole between it and the shapes ``with`` in which ``place`` lies
============================ ==========================================================================
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from shapely.geometry import mapping, shape

from geodata.errors import Edit, Problem
from geodata.tables.csv_text import COMMA, SEPARATORS
from geodata.tables.descriptor_values import DESCRIPTOR
from geodata.tables.files import name_fault

WHOLE_FILE = ("re-encode", "separate-by-commas", "unquote", "write")
"""Edits that change where the others would be made: the others come after the atlas was read again."""

MOST_LATITUDE, MOST_LONGITUDE = 90, 360


def mend(folder: Path, problems: Iterable[Problem], *, only_certain: bool = False) -> int:
    """Make the edits of problems in the files of an atlas folder.

    What one edit uncovers is for the next reading: read the atlas again, and mend what it then says.

    Parameters
    ----------
    folder : pathlib.Path
        The folder; its files are written over.
    problems : iterable of Problem
        As `AtlasError.problems` has them.
    only_certain : bool, optional
        Whether fixes that guess or lose something are left alone.

    Returns
    -------
    int
        How many problems had a fix that was made.
    """
    chosen = [one for one in problems if one.fix and (one.certain or not only_certain)]
    whole = [one for one in chosen if any(edit["do"] in WHOLE_FILE for edit in one.fix)]
    spoilt = {edit["file"] for one in whole for edit in one.fix}
    made = [*whole, *(one for one in chosen if not {edit["file"] for edit in one.fix} & spoilt)]
    edits: dict[str, list[Edit]] = defaultdict(list)
    for one in made:
        for edit in one.fix:
            if name_fault(str(edit["file"])) is None and edit not in edits[str(edit["file"])]:
                edits[str(edit["file"])].append(edit)
    for file, some in edits.items():
        path = folder / file
        if any(edit["do"] in WHOLE_FILE for edit in some):
            _mend_whole(path, some)
        elif file == DESCRIPTOR:
            _mend_descriptor(path, some)
        elif path.suffix == ".geojson":
            _mend_features(path, some)
        else:
            _mend_table(path, some)
    return len(made)


def _mend_whole(path: Path, edits: Sequence[Edit]) -> None:
    for edit in edits:
        do = edit["do"]
        if do == "write":
            path.write_text(edit["text"], encoding="utf-8")
        elif do == "re-encode":
            path.write_bytes(path.read_bytes().decode(edit["from"], "replace").encode())
        elif do == "separate-by-commas":
            text = io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")
            _write_rows(path, list(csv.reader(text, delimiter=edit["from"])))
    unquoted = [edit for edit in edits if edit["do"] == "unquote"]
    if unquoted:
        lines = path.read_bytes().decode("utf-8-sig").splitlines(keepends=True)
        for edit in unquoted:
            for number in range(edit["row"] - 1, min(edit["row"] - 1 + edit["lines"], len(lines))):
                lines[number] = lines[number].replace('"', "")
        path.write_bytes("".join(lines).encode())


def _mend_table(path: Path, edits: Sequence[Edit]) -> None:
    rows = _numbered_rows(path)
    header, body = rows[0][1], dict(rows[1:])
    for edit in sorted(edits, key=lambda one: ("set", "set-row").count(one["do"]) == 0):
        do, row, column = edit["do"], edit.get("row"), edit.get("column")
        if do == "set" and row in body and column in header:
            cells = body[row]
            cells += [""] * (len(header) - len(cells))
            cells[header.index(column)] = edit["value"]
        elif do == "set-row" and row in body:
            body[row] = list(edit["cells"])
        elif do == "delete-row":
            body.pop(int(row or 0), None)
        elif do == "sort-rows" and column in header:
            place = header.index(column)
            body = dict(sorted(body.items(), key=lambda one: one[1][place]))
        elif do == "add-column" and column not in header:
            header.append(str(column))
            for cells in body.values():
                cells.append("")
        elif do == "rename-column" and column in header:
            header[header.index(column)] = edit["to"]
        elif do in ("delete-column", "delete-repeated-column") and column in header:
            last = len(header) - 1 - header[::-1].index(column)
            for cells in (header, *body.values()):
                del cells[last : last + 1]
    _write_rows(path, [header, *body.values()])


def _numbered_rows(path: Path) -> list[tuple[int, list[str]]]:
    """Rows as they are, each with its line; nothing is refused here."""
    lines = list(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    reader = csv.reader(lines, delimiter=_separator(lines))
    rows: list[tuple[int, list[str]]] = []
    begin = 1
    for row in reader:
        if any(cell.strip() for cell in row):
            rows.append((begin, [cell.strip() for cell in row] if not rows else row))
        begin = reader.line_num + 1
    return rows


def _separator(lines: Sequence[str]) -> str:
    first = next((line for line in lines if line.strip()), "")
    return COMMA if COMMA in first else next((mark for mark in SEPARATORS if mark in first), COMMA)


def _write_rows(path: Path, rows: Iterable[Sequence[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")


def _mend_descriptor(path: Path, edits: Sequence[Edit]) -> None:
    content = json.loads(path.read_text(encoding="utf-8-sig"))
    resources = content.get("resources") if isinstance(content.get("resources"), list) else []
    # Those that are further down first: places above them stay.
    for edit in sorted(edits, key=lambda one: [str(step).zfill(6) for step in one.get("path", "")], reverse=True):
        do = edit["do"]
        if do == "add-resource":
            content["resources"] = [*resources, edit["value"]]
            resources = content["resources"]
        elif do == "delete-resource":
            resources = content["resources"] = [one for one in resources if one.get("path") != edit["path"]]
        elif do == "describe-column":
            for one in resources:
                if one.get("name") == edit["resource"]:
                    key = "properties_schema" if "properties_schema" in one else "schema"
                    told = {"name": edit["column"], "type": "string", "description": "Not described yet."}
                    one.setdefault(key, {}).setdefault("fields", []).append(told)
        else:
            _at_path(content, edit)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _at_path(content: Any, edit: Edit) -> None:
    *way, last = edit["path"]
    for step in way:
        content = content[step]
    if edit["do"] == "set-key":
        content[last] = edit["value"]
    elif isinstance(content, list) and len(content) > last:
        del content[last]
    elif isinstance(content, dict):
        content.pop(last, None)


def _mend_features(path: Path, edits: Sequence[Edit]) -> None:
    collection = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=lambda _: None)
    features: list[dict[str, Any]] = collection["features"]
    gone: set[int] = set()
    for edit in edits:
        do, row = edit["do"], edit.get("row")
        if do == "delete-row" and row is not None:
            gone.add(row)
        elif do in _ON_SHAPES:
            for number in range(1, len(features) + 1) if row is None else [row]:
                _reshape(features, number, edit)
            if do == "reproject":
                collection.pop("crs", None)
        elif do == "set" and row is not None:
            features[row - 1].setdefault("properties", {})[edit["column"]] = edit["value"] or None
        else:
            _mend_properties(features, edit)
    kept = [one for number, one in enumerate(features, start=1) if number not in gone]
    path.write_text(json.dumps({**collection, "features": kept}, ensure_ascii=False), encoding="utf-8")


def _mend_properties(features: Sequence[dict[str, Any]], edit: Edit) -> None:
    for one in features:
        properties = one.get("properties") or {}
        if edit["do"] == "rename-column" and edit["column"] in properties:
            properties[edit["to"]] = properties.pop(edit["column"])
        elif edit["do"] == "delete-column":
            properties.pop(edit["column"], None)
        elif edit["do"] == "add-column":
            properties.setdefault(edit["column"], None)


def _reshape(features: list[dict[str, Any]], number: int, edit: Edit) -> None:
    """Draw one feature anew; what can't be stays, and is told again."""
    try:
        drawn = _ON_SHAPES[edit["do"]](features, number, edit)
    except (KeyError, TypeError, ValueError, IndexError, shapely.errors.ShapelyError, pyproj.exceptions.ProjError):
        return
    features[number - 1]["geometry"] = drawn


def _own(features: Sequence[Mapping[str, Any]], number: int) -> shapely.Geometry:
    return shapely.force_2d(shape(features[number - 1]["geometry"]))


def _polygons(found: shapely.Geometry) -> dict[str, Any]:
    pieces = [part for piece in shapely.get_parts(found) for part in shapely.get_parts(piece)]
    land = [piece for piece in pieces if piece.geom_type == "Polygon"]
    drawn: dict[str, Any] = mapping(land[0] if len(land) == 1 else shapely.MultiPolygon(land))
    return drawn


def _swapped(features: Sequence[Mapping[str, Any]], number: int, _: Edit) -> dict[str, Any]:
    return dict(mapping(shapely.transform(_own(features, number), lambda at: at[:, ::-1])))


def _reprojected(features: Sequence[Mapping[str, Any]], number: int, edit: Edit) -> dict[str, Any]:
    turn = pyproj.Transformer.from_crs(edit["from"], "EPSG:4326", always_xy=True).transform
    moved = shapely.transform(_own(features, number), lambda at: np.column_stack(turn(at[:, 0], at[:, 1])))
    return dict(mapping(moved))


def _repaired(features: Sequence[Mapping[str, Any]], number: int, _: Edit) -> dict[str, Any]:
    return _polygons(shapely.make_valid(_own(features, number)))


def _without_points(features: Sequence[Mapping[str, Any]], number: int, _: Edit) -> dict[str, Any]:
    geometry = features[number - 1]["geometry"]

    def on_earth(ring: Sequence[Sequence[Any]]) -> list[Sequence[Any]]:
        points = [at for at in ring if None not in at[:2] and _is_on_earth(*at[:2])]
        return points if points[:1] == points[-1:] else [*points, points[0]]

    several = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if several else [geometry["coordinates"]]
    drawn = [[on_earth(ring) for ring in rings] for rings in polygons]
    return {"type": geometry["type"], "coordinates": drawn if several else drawn[0]}


def _is_on_earth(longitude: float, latitude: float) -> bool:
    return abs(longitude) <= MOST_LONGITUDE and abs(latitude) <= MOST_LATITUDE


def _cut(features: Sequence[Mapping[str, Any]], number: int, edit: Edit) -> dict[str, Any]:
    return _polygons(shapely.difference(_own(features, number), _own(features, edit["by"])))


def _filled(features: Sequence[Mapping[str, Any]], number: int, edit: Edit) -> dict[str, Any]:
    own, point = _own(features, number), shapely.Point(edit["place"])
    around = [own, *(_own(features, other) for other in edit["with"])]
    # Faces of all the outlines together: a hole need not touch any one of them along a side.
    faces = shapely.get_parts(shapely.polygonize([shapely.unary_union([one.boundary for one in around])]))
    hole = next((face for face in faces if face.covers(point)), None)
    return _polygons(own if hole is None else shapely.union(own, hole))


_ON_SHAPES: Mapping[str, Callable[[Any, int, Edit], dict[str, Any]]] = {
    "swap-axes": _swapped,
    "reproject": _reprojected,
    "repair-shape": _repaired,
    "drop-points": _without_points,
    "cut-shape": _cut,
    "fill-hole": _filled,
}
