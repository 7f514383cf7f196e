"""Looks: colours, patterns, signs and legend, what everything is drawn with."""

from geodata.looks.changes import CHANGE_ENTRIES, CHANGE_LOOKS, NO_EVIDENCE_IN_EITHER
from geodata.looks.colouring import (
    COLOURINGS,
    CONTESTED,
    GRADE_CODES,
    GRADE_LOOKS,
    NO_ALLIANCE,
    NOBODY,
    Colouring,
    ColouringName,
)
from geodata.looks.legend import LegendGroup, LegendItem, legend_groups, present_only, totals
from geodata.looks.look import WHITE, Dot, Rectangle, Stroke, Tile, sample_looks, tile
from geodata.looks.signs import capital_sign_name, capital_signs, sign_pieces
from geodata.looks.style import Look, Style, svg_pattern, svg_swatch

__all__ = [
    "CHANGE_ENTRIES",
    "CHANGE_LOOKS",
    "COLOURINGS",
    "CONTESTED",
    "GRADE_CODES",
    "GRADE_LOOKS",
    "NOBODY",
    "NO_ALLIANCE",
    "NO_EVIDENCE_IN_EITHER",
    "WHITE",
    "Colouring",
    "ColouringName",
    "Dot",
    "LegendGroup",
    "LegendItem",
    "Look",
    "Rectangle",
    "Stroke",
    "Style",
    "Tile",
    "capital_sign_name",
    "capital_signs",
    "legend_groups",
    "present_only",
    "sample_looks",
    "sign_pieces",
    "svg_pattern",
    "svg_swatch",
    "tile",
    "totals",
]
