"""The command ``atlas``."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

import geodata
from dashboard.cli import ask, export, figure, gaps, import_, new, publish, serve, validate
from dashboard.cli.parser import CommandParser
from geodata.extras import MissingExtraError

if TYPE_CHECKING:
    from starlette.middleware import Middleware

COMMANDS = (serve, validate, new, import_, export, figure, publish, gaps, ask)
FAILED = 1
NOT_INSTALLED = 2


def main(arguments: Sequence[str] | None = None, around: Sequence[Middleware] = ()) -> int:
    """Run the command; the exit code is 0, or with what is wrong on standard error 1 or 2.

    1 is for problems of the atlas or the machine, 2 for wrong usage and for a part of the program that is not
    installed.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the command line if left out.
    around : sequence of Middleware, optional
        What ``serve`` puts around the page, for who develops it.
    """
    parser = argparse.ArgumentParser(
        prog="atlas", description="An atlas of who held what, when, and how we know it.", allow_abbrev=False
    )
    parser.set_defaults(around=around)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=CommandParser)
    for command in COMMANDS:
        command.add(commands)
    _never_fail_to_print(sys.stdout)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except geodata.AtlasError as error:
        print(error, file=sys.stderr)
        return FAILED
    except MissingExtraError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return NOT_INSTALLED
    except OSError as error:
        # A place that can't be read or written, or no room: the words of the system name it.
        print(f"{parser.prog}: can't go on: {error}", file=sys.stderr)
        return FAILED


def _never_fail_to_print(stream: TextIO) -> None:
    """Write what a terminal can't show as its code: names of an atlas are in any script, and not every terminal is."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
