"""One short text for the content of some files, so that what was checked once is not checked again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(folder: Path, files: Iterable[str]) -> str:
    """Sum up the content of files.

    Parameters
    ----------
    folder : pathlib.Path
    files : iterable of str
        Paths in the folder; one that is missing counts as missing.

    Returns
    -------
    str
        SHA-256 in hexadecimal: the same for the same names with the same bytes.
    """
    total = hashlib.sha256()
    for file in sorted(files):
        path = folder / file
        content = path.read_bytes() if path.is_file() else None
        total.update(f"{file}\n{'missing' if content is None else len(content)}\n".encode())
        total.update(content or b"")
    return total.hexdigest()
