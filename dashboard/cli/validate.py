"""``atlas validate``: check the folder of an atlas."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import geodata
from dashboard.cli.problems import FORMATS, TEXT, written
from geodata import Atlas, Problem
from geodata.looks import look_warnings
from geodata.tables import name_warnings
from geodata.telling import verdicts

FAILED = 1


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "validate",
        help="check the folder of an atlas",
        description="Check an atlas and list everything to be mended, all at once and grouped by file: what keeps it "
        "from being used, and apart from that what its author should know.",
    )
    parser.add_argument("dir", metavar="DIR", help="folder of an atlas")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=TEXT,
        help="text to read; json for programs, with a fix for each problem or what is to be decided; github for lines "
        "that continuous integration shows beside the files (default: %(default)s)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Say what is to be mended, or that nothing is and what the sums say of sentences about the country."""
    atlas: Atlas | None = None
    try:
        atlas = geodata.load(options.dir)
        problems: Sequence[Problem] = [
            *atlas.package.warnings,
            *name_warnings(atlas.package.provinces, "provinces.geojson"),
            *look_warnings(atlas.package.tables["factions"], atlas.told_of, "factions.csv"),
        ]
    except geodata.AtlasError as error:
        problems = error.problems
    told = written(problems, options.format, Path(options.dir))
    if atlas is None:
        # A program reads its answer where it always does; a person's errors stand apart from what was asked for.
        print(told, file=sys.stderr if options.format == TEXT else sys.stdout)
        return FAILED
    if options.format == TEXT:
        print(f"{options.dir}: nothing to mend. {atlas!r}")
        for one in verdicts(atlas):
            print(f"{one.claim_id} ({one.source_id}): {one.statement}\n  {one.compared}: {one.verdict}.")
    if told:
        print(told)
    return 0
