"""``atlas figure``: draw a figure for print."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

import geodata
from dashboard.cli.reading import add_reading, apply_reading
from dashboard.edition import in_language
from geodata import COLOURINGS, figure
from geodata.export import check_targets, write_atomically
from geodata.figure import FORMATS, Size
from geodata.telling import languages


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "figure",
        help="draw a figure for print",
        description=(
            "Draw a figure with legend, sources and citation: one period, all periods side by side (--all), or what "
            "changed between two (--period with --compare)."
        ),
    )
    parser.add_argument("dir", nargs="?", metavar="DIR", help="folder of an atlas; the built-in one if left out")
    parser.add_argument("out", metavar="OUT", type=_target, help=f"file to write: {', '.join(FORMATS)}, by its ending")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--period", metavar="P", help="identifier of the period, such as 1988-89")
    which.add_argument("--all", action="store_true", help="one map for each period")
    parser.add_argument("--compare", metavar="P", help="draw what changed between this period and --period")
    parser.add_argument(
        "--size",
        choices=get_args(Size),
        default="column",
        help="a column of a journal, a 16:9 slide or an A2 poster (default: %(default)s)",
    )
    parser.add_argument(
        "--colour",
        choices=COLOURINGS,
        default=COLOURINGS[0],
        help="what the fill means: the leading faction, its alliance or side, who holds the capital, the evidence, or "
        "how many sources have to fall for the call to change "
        "(default: %(default)s)",
    )
    parser.add_argument(
        "--language", choices=languages(), default=languages()[0], help="of the figure (default: %(default)s)"
    )
    add_reading(parser)
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    parser.set_defaults(run=run, wrong_usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Draw and write; the file is whole or not there."""
    if options.compare is not None and options.compare == options.period:
        options.wrong_usage("argument --compare: give another period than --period")
    if options.compare is not None and options.all:
        options.wrong_usage("argument --compare: not allowed with argument --all")
    if options.compare is not None and options.colour != COLOURINGS[0]:
        options.wrong_usage("argument --colour: what changed is drawn for factions only")
    render = figure.render  # loads what draws, or says how to install it
    check_targets([options.out], options.force)
    atlas = in_language(apply_reading(geodata.load(options.dir), options), options.language)
    known = [period.id for period in atlas.periods]
    for argument in ("period", "compare"):
        wanted = getattr(options, argument)
        if wanted is not None and wanted not in known:
            options.wrong_usage(f"argument --{argument}: no period {wanted!r}; this atlas has {', '.join(known)}")
    if options.period is None and len(known) > figure.MOST_MAPS:
        options.wrong_usage(f"give --period: one figure has room for {figure.MOST_MAPS} maps, not for {len(known)}")
    drawn = atlas.plot(options.period, compare=options.compare, size=options.size, colour=options.colour)
    write_atomically(options.out, render(drawn, options.out.suffix[1:].lower()), options.force)
    print(f"Wrote {options.out}")
    return 0


def _target(text: str) -> Path:
    path = Path(text)
    if path.suffix[1:].lower() not in FORMATS:
        raise argparse.ArgumentTypeError(f"{text!r} has no ending that can be drawn; give {', '.join(FORMATS)}")
    return path
