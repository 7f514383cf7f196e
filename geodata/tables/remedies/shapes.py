"""Remedies of shapes: outlines, degrees, axes, land between and under them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata.errors import Problem
from geodata.tables.remedies.desk import Desk, Remedy, Remedying


def _shape_edit(problem: Problem, do: str, decide: str, **more: Any) -> Remedy:
    return [{"do": do, "file": problem.file, "row": problem.row, **more}], False, decide


def _no_polygon(desk: Desk, problem: Problem) -> Remedy:
    return desk.without_row(problem)


def _ring(_: Desk, problem: Problem) -> Remedy:
    return _shape_edit(problem, "repair-shape", "Where the outline runs")


def _off_earth(_: Desk, problem: Problem) -> Remedy:
    return _shape_edit(problem, "drop-points", "Where the point lies")


def _no_degrees(_: Desk, problem: Problem) -> Remedy:
    return _shape_edit(problem, "reproject", "Which system the coordinates are in", **{"from": "EPSG:3857"})


def _crs(_: Desk, problem: Problem) -> Remedy:
    return [{"do": "reproject", "file": problem.file, "row": None, "from": problem.value}], True, None


def _place_axes(desk: Desk, problem: Problem) -> Remedy:
    edits = [desk.set_cell(problem, problem.about[name], name) for name in ("lon", "lat")]
    return edits, False, "Whether longitude and latitude stand in each other's place"


def _axes(_: Desk, problem: Problem) -> Remedy:
    edit = {"do": "swap-axes", "file": problem.file, "row": problem.row}
    return [edit], problem.decide is None, problem.decide


def _overlap(_: Desk, problem: Problem) -> Remedy:
    (other, name), *_ = problem.about["others"]
    return _shape_edit(problem, "cut-shape", f"Whose the land is; it is left to {name}", by=other)


def _slit(_: Desk, problem: Problem) -> Remedy:
    others = [row for row, _ in problem.about["others"]]
    where = {"place": list(problem.place or ()), "with": others}
    return _shape_edit(problem, "fill-hole", "Whose the land is", **where)


OF_SHAPES: Mapping[str, Remedying] = {
    "no-polygon": _no_polygon,
    "ring": _ring,
    "no-number": _off_earth,
    "off-earth": _off_earth,
    "no-degrees": _no_degrees,
    "crs": _crs,
    "place-axes": _place_axes,
    "axes": _axes,
    "overlap": _overlap,
    "slit": _slit,
}
"""By the kind of the problem."""
