"""The whole data package as one zip file that has the same bytes each time."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from geodata.errors import AtlasError, Problem
from geodata.tables import DESCRIPTOR
from geodata.telling import about, bibtex, csl_json

if TYPE_CHECKING:
    from geodata.atlas import Atlas

COMPANIONS = ("README.md", "CHANGELOG.md", "LICENSE*")
"""Files beside the tables that go with them, as patterns."""

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every member: the earliest that a zip file can hold."""

READ_BY_ALL = 0o644 << 16
UNIX = 3


def archive(atlas: Atlas) -> bytes:
    """Pack the folder of an atlas: descriptor, tables, shapes, documents, and what to cite.

    Parameters
    ----------
    atlas : Atlas
        A whole atlas, not one that leaves sources out.

    Returns
    -------
    bytes
        A zip file. The files of the folder are in it byte for byte; ``about.json`` has citation, licences and
        versions, ``sources.bib`` and ``sources.csl.json`` the sources. The same atlas gives the same bytes.

    Raises
    ------
    AtlasError
        If the atlas leaves sources out, or a file of it lies outside its folder or can't be read.
    """
    if atlas.left_out:
        hint = (
            "Pack the whole atlas; the calls without a source can be written as GeoJSON, GeoPackage, GeoParquet or CSV"
        )
        raise AtlasError([Problem("the data package would hold the claims that were left out", hint=hint)])
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
    folder = atlas.package.folder
    listed = [resource["path"] for resource in atlas.package.descriptor["resources"] if "path" in resource]
    companions = [path.name for pattern in COMPANIONS for path in folder.glob(pattern) if path.is_file()]
    return {name: _read(folder, name) for name in dict.fromkeys([DESCRIPTOR, *listed, *companions])}


def _read(folder: Path, name: str) -> bytes:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        hint = "Move the file into the folder and mend its path in datapackage.json"
        raise AtlasError([Problem("lies outside the folder of the atlas", file=name, hint=hint)])
    try:
        return (folder / path).read_bytes()
    except OSError as error:
        hint = "Give a file that can be read"
        raise AtlasError([Problem(f"can't be read ({error.strerror})", file=name, hint=hint)]) from error
