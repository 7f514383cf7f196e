"""Keep a file of an atlas that is made from its data in step with them: the command that all such files share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from geodata.atlas import BUILT_IN
from geodata.errors import AtlasError


class RenewError(ValueError):
    """The file is not such that it can be written anew."""


def keep_current(
    module: str, purpose: str | None, arguments: Sequence[str] | None, file: str, renew: Callable[[str, Path], str]
) -> int:
    """Run the command of a generated file; return its exit code.

    Parameters
    ----------
    module : str
        Its name behind ``geodata.build``.
    purpose : str or None
        The docstring of the module, whose first line says what is kept current.
    arguments : sequence of str or None
        Those of the command line if None.
    file : str
        Name of the file in the folder of an atlas.
    renew : callable
        Takes the content as it stands and the folder, and gives the content as it should be.
    """
    command = f"python -m geodata.build.{module}"
    parser = argparse.ArgumentParser(prog=command, description=(purpose or "").partition("\n")[0])
    parser.add_argument(
        "dir", nargs="?", type=Path, default=BUILT_IN, help="folder of an atlas (default: the built-in)"
    )
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 if it is not current")
    options = parser.parse_args(arguments)
    path = options.dir / file
    try:
        committed = path.read_text(encoding="utf-8")
        current = renew(committed, options.dir)
    except (AtlasError, RenewError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    if current == committed:
        return 0
    if options.check:
        print(f"{path} is not current: run {command}", file=sys.stderr)
        return 1
    path.write_text(current, encoding="utf-8", newline="\n")
    return 0
