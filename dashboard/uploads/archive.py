"""Zip files of strangers, checked before anything is unpacked and read no further than they say."""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping, Sequence

from dashboard.uploads.limits import LARGEST_UNPACKED, MEGABYTE, MOST_FILES
from geodata import AtlasError, Problem

ARCHIVES: Mapping[bytes, str] = {
    b"PK\x03\x04": "zip", b"PK\x05\x06": "zip", b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz",
    b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "rar", b"\x28\xb5\x2f\xfd": "zstd",
}  # fmt: skip
"""First bytes of files that hold others."""

PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1 | 0x40
FOREIGN = '\\:*?"<>|'
"""Characters that lead somewhere else on one system or another."""

UNSEEN = ("Cc", "Cf", "Co", "Cs")
"""Kinds of characters that are not seen, turn the direction of others round, or stand for nothing."""

OF_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What file managers put into an archive on their own; left out."""


def read_archive(content: bytes, file: str) -> dict[str, bytes]:
    """Check an archive and read its files.

    Parameters
    ----------
    content : bytes
    file : str
        Its name, for messages.

    Returns
    -------
    dict of str to bytes
        By name, with ``/`` between folders.

    Raises
    ------
    AtlasError
        If it is no zip file, or anything in it is not a plain file inside. What is seen in its list of files is told
        all at once, and nothing was unpacked then.
    """
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise AtlasError([Problem("no zip file", file, hint="Pack the folder of the atlas as .zip")])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if problems := check_entries(entries, file):
                raise AtlasError(problems)
            wanted = [one for one in entries if not one.is_dir() and not _is_of_a_system(one.filename)]
            return {one.filename: _content(archive, one, file) for one in wanted}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        raise AtlasError([Problem(f"can't be unpacked ({error})", file, hint="Pack it anew as .zip")]) from None


def check_entries(entries: Sequence[zipfile.ZipInfo], file: str) -> list[Problem]:
    """What is wrong with the list of files of an archive.

    Parameters
    ----------
    entries : sequence of zipfile.ZipInfo
    file : str
        Name of the archive.
    """
    if len(entries) > MOST_FILES:
        hint = f"At most {MOST_FILES}: leave out what is not needed"
        return [Problem(f"{len(entries)} files", file, hint=hint)]
    problems = [Problem(fault, file, value=one.filename, hint=hint) for one in entries for fault, hint in _faults(one)]
    seen: dict[str, str] = {}
    for one in entries:
        alike = _folded(one.filename)
        if alike in seen:
            told = "stands twice" if seen[alike] == one.filename else f"another name of {seen[alike]}"
            problems.append(Problem(told, file, value=one.filename, hint="Keep one of the two"))
        seen.setdefault(alike, one.filename)
    whole = sum(one.file_size for one in entries)
    if whole > LARGEST_UNPACKED:
        told = f"{-(-whole // MEGABYTE)} MB when unpacked"
        hint = f"At most {LARGEST_UNPACKED // MEGABYTE} MB: leave out what is not needed"
        problems.append(Problem(told, file, hint=hint))
    return problems


def _faults(one: zipfile.ZipInfo) -> list[tuple[str, str]]:
    found = []
    if fault := path_fault(one.orig_filename):
        found.append((fault, "Pack the folder of the atlas, with plain names of files"))
    if fault := _kind_fault(one):
        found.append((fault, "Put the file itself into the archive"))
    if one.flag_bits & ENCRYPTED:
        found.append(("encrypted", "Pack it without a password"))
    elif one.compress_type not in PACKED:
        found.append(("packed in a way that is not read", "Pack it as an ordinary .zip (deflate)"))
    return found


def path_fault(name: str) -> str | None:
    """Say why a name in an archive is no file inside it; None if it may be one.

    Examples
    --------
    >>> path_fault("atlas/claims.csv") is None
    True
    >>> path_fault("../claims.csv"), path_fault("/etc/passwd"), path_fault("C:/claims.csv")
    ('leads out of the archive', 'leads out of the archive', 'no plain name of a file')
    """
    parts = name.removesuffix("/").split("/")
    # Full-width dots and slashes are dots and slashes to some systems.
    for read in (parts, unicodedata.normalize("NFKC", name).removesuffix("/").split("/")):
        if name.startswith("/") or not read[0] or ".." in read:
            return "leads out of the archive"
    if any(part in ("", ".") or part != part.strip() or part.endswith(".") for part in parts):
        return "no plain name of a file"
    if unicodedata.normalize("NFKC", name).count("/") != name.count("/"):
        return "no plain name of a file"
    if any(one in FOREIGN or unicodedata.category(one) in UNSEEN for one in name):
        return "no plain name of a file"
    return None


def _kind_fault(one: zipfile.ZipInfo) -> str | None:
    mode = one.external_attr >> 16
    kind = stat.S_IFMT(mode)
    if stat.S_ISLNK(mode):
        return "a link where a file is due"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "a device or pipe where a file is due"
    if stat.S_ISDIR(mode) and not one.is_dir():
        return "a folder where a file is due"
    return None


def _content(archive: zipfile.ZipFile, one: zipfile.ZipInfo, file: str) -> bytes:
    with archive.open(one) as handle:
        # One byte more than it says: an archive that lies about sizes is read no further.
        content = handle.read(one.file_size + 1)
    if len(content) != one.file_size:
        hint = "Pack it anew as .zip"
        raise AtlasError([Problem("not as large as the archive says", file, value=one.filename, hint=hint)])
    for beginning, kind in ARCHIVES.items():
        if content.startswith(beginning):
            told = f"an archive ({kind}) inside the archive"
            raise AtlasError([Problem(told, file, value=one.filename, hint="Unpack it first, or leave it out")])
    return content


def _folded(name: str) -> str:
    """Alike for names that some systems take for one file."""
    return unicodedata.normalize("NFKC", name).casefold().removesuffix("/")


def _is_of_a_system(name: str) -> bool:
    return name.startswith(OF_SYSTEMS[0]) or name.rpartition("/")[2] in OF_SYSTEMS
