"""Zip files made for tests: sound ones, and one of each kind that means harm."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Mapping

FILE, LINK, PIPE, DEVICE, SOCKET = (
    (kind | 0o644) << 16 for kind in (stat.S_IFREG, stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK)
)
CENTRAL = b"PK\x01\x02"
LOCAL = b"PK\x03\x04"


def packed(members: Mapping[str, bytes], attributes: int = FILE, times: int = 1) -> bytes:
    """A zip file.

    Parameters
    ----------
    members : Mapping of str to bytes
    attributes : int, optional
        Of each, as its list of files has them.
    times : int, optional
        How often each stands in it.
    """
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)  # A name that stands twice.
        for name, content in members.items():
            for _ in range(times):
                entry = zipfile.ZipInfo("x")
                entry.filename, entry.external_attr, entry.create_system = name, attributes, 3
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
    return stream.getvalue()


def encrypted(members: Mapping[str, bytes]) -> bytes:
    """One whose files are marked as encrypted."""
    return _patched(packed(members), {CENTRAL: 8, LOCAL: 6}, "<H", 1)


def packed_strangely(members: Mapping[str, bytes]) -> bytes:
    """One that is packed by a way that few programs know (12 is bzip2)."""
    return _patched(packed(members), {CENTRAL: 10, LOCAL: 8}, "<H", 12)


def lying(members: Mapping[str, bytes], size: int) -> bytes:
    """One that says of its files that they are so large."""
    return _patched(packed(members), {CENTRAL: 24, LOCAL: 22}, "<I", size)


def renamed_inside(members: Mapping[str, bytes], other: bytes) -> bytes:
    """One whose files have another name where they stand than in its list."""
    content = bytearray(packed(members))
    place = content.index(LOCAL) + 30
    content[place : place + len(other)] = other
    return bytes(content)


def _patched(content: bytes, places: Mapping[bytes, int], form: str, value: int) -> bytes:
    patched = bytearray(content)
    for mark, offset in places.items():
        place = content.find(mark)
        while place >= 0:
            struct.pack_into(form, patched, place + offset, value)
            place = content.find(mark, place + 1)
    return bytes(patched)
