"""Shapes: provinces of a period, lineage, coverage, borders, areas and parts."""

from geodata.shapes.areas import part_areas
from geodata.shapes.borders import border_lines
from geodata.shapes.eras import Eras
from geodata.shapes.projection import Centre, centre_of, degrees_text, equal_area, round_length
from geodata.shapes.provinces import CRS, announced_in, areas_km2, coverage_problems, lineage, provinces_at
from geodata.shapes.union import union

__all__ = [
    "CRS",
    "Centre",
    "Eras",
    "announced_in",
    "areas_km2",
    "border_lines",
    "centre_of",
    "coverage_problems",
    "degrees_text",
    "equal_area",
    "lineage",
    "part_areas",
    "provinces_at",
    "round_length",
    "union",
]
