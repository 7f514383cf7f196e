"""A small made-up atlas to begin one's own with."""

from __future__ import annotations

import json
import re
from pathlib import Path

from geodata.errors import AtlasError, Problem
from geodata.tables.cells import is_address
from geodata.tables.descriptor_values import DESCRIPTOR

LICENCE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+ -]{0,99}")

TEMPLATE = Path(__file__).parents[1] / "atlases" / "template"


def write_template(folder: str | Path, licence: str | None = None) -> Path:
    """Write a complete small atlas of a made-up country.

    Parameters
    ----------
    folder : str or pathlib.Path
        A folder that does not exist yet or is empty.
    licence : str, optional
        How others may use the atlas: the short name of a licence, such as ``ODbL-1.0``, or its address. Without one
        the atlas names none: nobody but its maker can say.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    AtlasError
        If the folder holds files already or can't be written, nothing being overwritten and no half an atlas left; or
        the licence has neither name nor address.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "Give the name of a new folder"
        raise AtlasError([Problem("exists already and is not an empty folder", file=str(folder), hint=hint)])
    if licence is not None and not (is_address(licence) or LICENCE_NAME.fullmatch(licence)):
        hint = "Give its short name, such as ODbL-1.0, or its full address"
        raise AtlasError([Problem("no name and no address of a licence", column="licenses", value=licence, hint=hint)])
    contents = {path.name: path.read_bytes() for path in sorted(TEMPLATE.iterdir())}
    if licence is not None:
        named = {"name": licence} if not is_address(licence) else {"path": licence}
        content = {**json.loads(contents[DESCRIPTOR]), "licenses": [named]}
        contents[DESCRIPTOR] = f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
    made: list[Path] = []
    # Written file by file: the copies of a folder that can't be written to would be such files too.
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in contents.items():
            made.append(folder / name)
            made[-1].write_bytes(data)
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        reason = f"can't be written ({error.strerror or error})"
        raise AtlasError([Problem(reason, file=str(folder), hint="Give another place, or make room")]) from error
    return folder
