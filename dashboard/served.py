"""The atlas that this server shows, loaded once."""

from __future__ import annotations

import os
from functools import lru_cache

from geodata import Atlas, load

FOLDER_VARIABLE = "CONTROL_ATLAS_DIR"
"""Environment variable that names the atlas folder; the built-in atlas if it is not set."""


@lru_cache(maxsize=1)
def served_atlas() -> Atlas:
    """Load the atlas that the server was started with.

    Raises
    ------
    AtlasError
        If it can't be used.
    """
    return load(os.environ.get(FOLDER_VARIABLE) or None)
