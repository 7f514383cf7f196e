"""A small made-up atlas to begin one's own with."""

from __future__ import annotations

from pathlib import Path

from geodata.errors import AtlasError, Problem

TEMPLATE = Path(__file__).parents[1] / "atlases" / "template"


def write_template(folder: str | Path) -> Path:
    """Write a complete small atlas of a made-up country.

    Parameters
    ----------
    folder : str or pathlib.Path
        A folder that does not exist yet or is empty.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    AtlasError
        If the folder holds files already; nothing is overwritten.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "Give the name of a new folder"
        raise AtlasError([Problem("exists already and is not an empty folder", file=str(folder), hint=hint)])
    # Written file by file: the copies of a folder that can't be written to would be such files too.
    folder.mkdir(parents=True, exist_ok=True)
    for path in TEMPLATE.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder
