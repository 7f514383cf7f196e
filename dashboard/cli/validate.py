"""``atlas validate``: check the folder of an atlas."""

from __future__ import annotations

import argparse

import geodata
from geodata.looks import look_warnings
from geodata.tables import name_warnings
from geodata.telling import verdicts


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "validate", help="check the folder of an atlas", description="Check an atlas and list everything to be mended."
    )
    parser.add_argument("dir", metavar="DIR", help="folder of an atlas")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Say that nothing is to be mended, and what the sums say of sentences about the country; problems are raised."""
    atlas = geodata.load(options.dir)
    print(f"{options.dir}: nothing to mend. {atlas!r}")
    for warning in (
        *name_warnings(atlas.package.provinces, "provinces.geojson"),
        *look_warnings(atlas.package.tables["factions"], atlas.told_of, "factions.csv"),
    ):
        print(f"warning: {warning}")
    for one in verdicts(atlas):
        print(f"{one.claim_id} ({one.source_id}): {one.statement}\n  {one.compared}: {one.verdict}.")
    return 0
