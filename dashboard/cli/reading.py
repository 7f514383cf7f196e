"""Options of commands that follow another rule than the atlas's own."""

from __future__ import annotations

import argparse
from dataclasses import replace

from geodata import Atlas
from geodata.rule import NAMED


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add ``--rule`` and ``--without`` to a command."""
    parser.add_argument(
        "--rule",
        choices=list(NAMED),
        default="standard",
        help="which claims count: cautious asks firm ones alone, inclusive lets parts count (default: %(default)s)",
    )
    parser.add_argument(
        "--without",
        metavar="S01,S21",
        type=_ids,
        default=(),
        help="leave out the claims of these sources; what is written says so",
    )


def apply_reading(atlas: Atlas, options: argparse.Namespace) -> Atlas:
    """Read an atlas as the options ask; a source that it has not is wrong usage."""
    known = set(atlas.sources["source_id"])
    unknown = [one for one in options.without if one not in known]
    if unknown:
        options.wrong_usage(f"argument --without: no source {unknown[0]!r} in this atlas; sources.csv lists them")
    return atlas.read_by(replace(NAMED[options.rule], without_sources=options.without))


def _ids(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
