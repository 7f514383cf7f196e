"""The atlas that this server shows, loaded once."""

from __future__ import annotations

import os
from functools import lru_cache
from threading import Lock

from geodata import Atlas, load

FOLDER_VARIABLE = "CONTROL_ATLAS_DIR"
"""Environment variable that names the atlas folder; the built-in atlas if it is not set."""


_loading = Lock()


def served_atlas() -> Atlas:
    """Load the atlas that the server was started with; once, however many ask for it at the same time.

    Raises
    ------
    AtlasError
        If it can't be used.
    """
    with _loading:
        return _served_atlas()


@lru_cache(maxsize=1)
def _served_atlas() -> Atlas:
    return load(os.environ.get(FOLDER_VARIABLE) or None)
