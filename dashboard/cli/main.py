"""The command ``atlas``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import geodata
from dashboard.cli import ask, export, figure, gaps, new, publish, serve, validate
from dashboard.cli.parser import CommandParser

COMMANDS = (serve, validate, new, export, figure, publish, gaps, ask)
FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0, 1 with problems on standard error, or 2 for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="atlas", description="An atlas of who held what, when, and how we know it.", allow_abbrev=False
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=CommandParser)
    for command in COMMANDS:
        command.add(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except geodata.AtlasError as error:
        print(error, file=sys.stderr)
        return FAILED


if __name__ == "__main__":
    sys.exit(main())
