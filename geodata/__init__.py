"""Read atlases of who held what, when, and how we know it; decide calls; answer questions about them."""

from geodata import export
from geodata.atlas import Atlas, load
from geodata.dates import Period
from geodata.errors import AtlasError, Problem
from geodata.looks import COLOURINGS
from geodata.rule import RULE_VERSION

__all__ = ["COLOURINGS", "RULE_VERSION", "Atlas", "AtlasError", "Period", "Problem", "export", "load"]
