"""``atlas validate``: check the folder of an atlas."""

from __future__ import annotations

import argparse

import geodata


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "validate", help="check the folder of an atlas", description="Check an atlas and list everything to be mended."
    )
    parser.add_argument("dir", metavar="DIR", help="folder of an atlas")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Say that nothing is to be mended; problems are raised."""
    print(f"{options.dir}: nothing to mend. {geodata.load(options.dir)!r}")
    return 0
