"""Shapes: provinces of a period, lineage, coverage, borders, areas and parts."""

from geodata.shapes.areas import part_areas
from geodata.shapes.borders import border_lines
from geodata.shapes.coverage import Fault, coverage_faults, fit_together
from geodata.shapes.disputed import alone, claimed_twice
from geodata.shapes.eras import Eras
from geodata.shapes.globe import on_one_globe
from geodata.shapes.measures import distance_km, told_km2, true_km2
from geodata.shapes.plane import Plane, plane_of, printed_plane_of
from geodata.shapes.projection import Centre, centre_of, equal_area, round_length
from geodata.shapes.provinces import CRS, announced_in, areas_km2, lineage, provinces_at
from geodata.shapes.union import union

__all__ = [
    "CRS",
    "Centre",
    "Eras",
    "Fault",
    "Plane",
    "alone",
    "announced_in",
    "areas_km2",
    "border_lines",
    "centre_of",
    "claimed_twice",
    "coverage_faults",
    "distance_km",
    "equal_area",
    "fit_together",
    "lineage",
    "on_one_globe",
    "part_areas",
    "plane_of",
    "printed_plane_of",
    "provinces_at",
    "round_length",
    "told_km2",
    "true_km2",
    "union",
]
