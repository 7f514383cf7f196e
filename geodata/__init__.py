"""Read atlases of who held what, when, and how we know it; decide calls; answer questions about them."""

from geodata import export
from geodata.atlas import Atlas, load
from geodata.colouring import COLOURINGS
from geodata.control import RULE_VERSION
from geodata.errors import AtlasError, Problem
from geodata.periods import Period

__all__ = ["COLOURINGS", "RULE_VERSION", "Atlas", "AtlasError", "Period", "Problem", "export", "load"]
