"""Looks: colours, patterns, lines, signs and legend, what everything is drawn with."""

from geodata.looks.changes import CHANGE_ENTRIES, CHANGE_LOOKS, NO_EVIDENCE_IN_EITHER
from geodata.looks.colouring import (
    COLOURINGS,
    STATUS_KEYS,
    STATUS_LOOKS,
    Actors,
    Colouring,
    ColouringName,
)
from geodata.looks.colouring_by_actor import NO_ALLIANCE
from geodata.looks.colouring_by_evidence import FIRMNESS_COLOURS, GRADE_CODES
from geodata.looks.colourings import colouring_of, colourings_for, takes_trials
from geodata.looks.colours import NAMELESS, WHITE, contrast, pale
from geodata.looks.legend import (
    Count,
    Legend,
    LegendGroup,
    LegendItem,
    counts,
    counts_of,
    legend_of,
    present_only,
    present_only_of,
    provinces_led,
)
from geodata.looks.lines import HALO, INK, LINES, SWATCH_LINE, LineStyle, lines_css
from geodata.looks.look import IN_PARTS, NOTHING_KNOWN, QUIET_LOOK, Look, look_of, look_of_both, sample_looks
from geodata.looks.making import look_warnings, with_looks
from geodata.looks.sides import Side, sides_of
from geodata.looks.signs import (
    DISSENT,
    RINGED_SIZE,
    SHAPES,
    UNKNOWN,
    CapitalSigns,
    Piece,
    area_sign,
    capital_sign_name,
    is_pale,
    is_ringed,
    sign_picture,
    sign_size,
)
from geodata.looks.style import Style
from geodata.looks.svg import SWATCH, svg_pattern, svg_swatch
from geodata.looks.tiles import QUIET_GROUND, Dot, Rectangle, Stroke, Tile, tile

__all__ = [
    "CHANGE_ENTRIES",
    "CHANGE_LOOKS",
    "COLOURINGS",
    "DISSENT",
    "FIRMNESS_COLOURS",
    "GRADE_CODES",
    "HALO",
    "INK",
    "IN_PARTS",
    "LINES",
    "NAMELESS",
    "NOTHING_KNOWN",
    "NO_ALLIANCE",
    "NO_EVIDENCE_IN_EITHER",
    "QUIET_GROUND",
    "QUIET_LOOK",
    "RINGED_SIZE",
    "SHAPES",
    "STATUS_KEYS",
    "STATUS_LOOKS",
    "SWATCH",
    "SWATCH_LINE",
    "UNKNOWN",
    "WHITE",
    "Actors",
    "CapitalSigns",
    "Colouring",
    "ColouringName",
    "Count",
    "Dot",
    "Legend",
    "LegendGroup",
    "LegendItem",
    "LineStyle",
    "Look",
    "Piece",
    "Rectangle",
    "Side",
    "Stroke",
    "Style",
    "Tile",
    "area_sign",
    "capital_sign_name",
    "colouring_of",
    "colourings_for",
    "contrast",
    "counts",
    "counts_of",
    "is_pale",
    "is_ringed",
    "legend_of",
    "lines_css",
    "look_of",
    "look_of_both",
    "look_warnings",
    "pale",
    "present_only",
    "present_only_of",
    "provinces_led",
    "sample_looks",
    "sides_of",
    "sign_picture",
    "sign_size",
    "svg_pattern",
    "svg_swatch",
    "takes_trials",
    "tile",
    "with_looks",
]
