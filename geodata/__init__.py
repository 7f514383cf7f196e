"""Read atlases of who held what, when, and how we know it; decide calls; answer questions about them."""

from geodata import export
from geodata.atlas import Atlas, load
from geodata.dates import Period
from geodata.errors import AtlasError, Problem
from geodata.looks import COLOURINGS
from geodata.rule import CAUTIOUS, INCLUSIVE, RULE_VERSION, STANDARD, Rule

__all__ = [
    "CAUTIOUS",
    "COLOURINGS",
    "INCLUSIVE",
    "RULE_VERSION",
    "STANDARD",
    "Atlas",
    "AtlasError",
    "Period",
    "Problem",
    "Rule",
    "export",
    "load",
]
