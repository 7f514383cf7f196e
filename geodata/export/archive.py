"""The whole data package as one zip file that has the same bytes each time."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

from geodata.errors import AtlasError, Problem
from geodata.tables import DESCRIPTOR, companions, read_bytes, tables
from geodata.telling import about, bibtex, csl_json

if TYPE_CHECKING:
    from geodata.atlas import Atlas

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every member: the earliest that a zip file can hold."""

READ_BY_ALL = 0o644 << 16
UNIX = 3


def archive(atlas: Atlas) -> bytes:
    """Pack the folder of an atlas: descriptor, tables, shapes, documents, and what to cite.

    Parameters
    ----------
    atlas : Atlas
        An atlas by its own reading.

    Returns
    -------
    bytes
        A zip file. The files of the folder are in it byte for byte; ``about.json`` has citation, licences and
        versions, ``sources.bib`` and ``sources.csl.json`` the sources. The same atlas gives the same bytes.

    Raises
    ------
    AtlasError
        If it is another reading, or a file of it lies outside its folder or can't be read.
    """
    if atlas.reading:
        hint = "Pack the whole atlas; the calls of another reading can be written as GeoJSON or CSV"
        raise AtlasError(
            [
                Problem(
                    f"the data package holds claims and no calls: there is none of another reading ({atlas.reading})",
                    hint=hint,
                )
            ]
        )
    members = _files(atlas)
    # What the folder holds itself comes first: nothing of ours takes its place.
    added = {
        "about.json": json.dumps(about(atlas), ensure_ascii=False, indent=2) + "\n",
        "sources.bib": bibtex(atlas.sources),
        "sources.csl.json": csl_json(atlas.sources),
    }
    members = {name: text.encode() for name, text in added.items()} | members
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system, entry.external_attr = UNIX, READ_BY_ALL
            packed.writestr(entry, members[name], zipfile.ZIP_DEFLATED, 9)
    return stream.getvalue()


def _files(atlas: Atlas) -> dict[str, bytes]:
    folder, resources = atlas.package.folder, atlas.package.descriptor["resources"]
    kinds = {one["path"]: "shapes" if _has_shapes(one["name"]) else "table" for one in resources}
    kinds = {DESCRIPTOR: "descriptor"} | kinds | dict.fromkeys(companions(folder), "document")
    return {name: read_bytes(folder, name, kind) for name, kind in kinds.items()}


def _has_shapes(name: str) -> bool:
    return name in tables() and tables()[name].has_shapes
