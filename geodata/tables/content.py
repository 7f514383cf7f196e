"""What the files of an atlas hold, so that what was read and checked just before need not be checked again."""

from __future__ import annotations

import hashlib
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from geodata.errors import AtlasError
from geodata.tables import files
from geodata.tables.descriptor import Descriptor
from geodata.tables.descriptor_values import DESCRIPTOR
from geodata.tables.schema import tables

Content = frozenset[tuple[str, bytes]]
"""Name and digest of every file that is read."""

Made = TypeVar("Made")


def content_of(folder: Path, descriptor: Descriptor) -> Content | None:
    """What every file holds that belongs to an atlas.

    Parameters
    ----------
    folder : pathlib.Path
    descriptor : Descriptor

    Returns
    -------
    Content or None
        None if one of them can't be read: whoever reads the atlas tells why.
    """
    listed = {str(one["path"]): "table" for one in descriptor.content["resources"]}
    of_tables = {path: "shapes" if tables()[name].has_shapes else "table" for name, path in descriptor.paths.items()}
    documents = dict.fromkeys(files.companions(folder), "document")
    kinds = {DESCRIPTOR: "descriptor", **documents, **listed, **of_tables}
    try:
        return frozenset((name, _digest(files.read_bytes(folder, name, kind))) for name, kind in kinds.items())
    except AtlasError:
        return None


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


class Last(Generic[Made]):
    """What was made of some content last. One is kept: of large atlases more would be much memory."""

    def __init__(self) -> None:
        self._kept: tuple[Content, Made] | None = None
        self._lock = Lock()

    def get(self, content: Content) -> Made | None:
        """What was made of it, if it was the last."""
        with self._lock:
            return self._kept[1] if self._kept is not None and self._kept[0] == content else None

    def keep(self, content: Content, made: Made) -> None:
        """Keep what was made, in place of the one before."""
        with self._lock:
            self._kept = content, made
