"""A small made-up atlas to begin one's own with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from geodata.errors import AtlasError, Problem
from geodata.tables.reading import DESCRIPTOR

ATLASES = Path(__file__).parents[1] / "atlases"
TEMPLATE = ATLASES / "template"


def write_template(folder: str | Path) -> Path:
    """Write a complete small atlas of a made-up country, with the schemas of the built-in atlas.

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
    shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True)
    descriptor = json.loads((ATLASES / "afghanistan" / DESCRIPTOR).read_text(encoding="utf-8"))
    descriptor.update(
        name="control-atlas-template",
        id="control-atlas-template",
        title="Squareland 1900 and 1910–11 (made up)",
        description="A made-up country: replace every table with your own.",
        version="0.1.0",
        sides={"resistance": "the rebels", "government": "the Crown side", "other": "other forces"},
        keywords=["territorial control", "historical GIS"],
        contributors=[{"title": "Your name", "roles": ["creator"]}],
    )
    del descriptor["translations"]
    descriptor["resources"] = [one for one in descriptor["resources"] if one["name"] != "neighbours"]
    text = json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"
    (folder / DESCRIPTOR).write_text(text, encoding="utf-8")
    return folder
