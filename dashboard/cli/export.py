"""``atlas export``: write an atlas for other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

import geodata
from dashboard.cli.reading import add_reading, apply_reading
from geodata import export
from geodata.telling import cite_atlas


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    formats = "\n".join(f"  {ending:<9} {what}" for ending, what in export.FORMATS.items())
    parser = commands.add_parser(
        "export",
        help="write an atlas for other programs",
        description="Write the calls of a period, the sources or the whole data package to a file.",
        epilog=f"the ending of OUT says what is written:\n{formats}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dir", nargs="?", metavar="DIR", help="folder of an atlas; the built-in one if left out")
    parser.add_argument("out", metavar="OUT", type=_target, help="file to write")
    parser.add_argument(
        "--period", metavar="P", help="period of the calls, such as 1985; the sources and the package need none"
    )
    add_reading(parser)
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    parser.set_defaults(run=run, wrong_usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Write the file, and say what is in it and how to cite it."""
    atlas = apply_reading(geodata.load(options.dir), options)
    known = [period.id for period in atlas.periods]
    ending = export.format_of(options.out)
    if options.period is not None and options.period not in known:
        options.wrong_usage(f"no period {options.period!r} in this atlas; it has {', '.join(known)}")
    if options.period is None and ending in export.OF_A_PERIOD:
        options.wrong_usage(f"{ending} holds the calls of one period: add --period with one of {', '.join(known)}")
    if atlas.reading and ending not in export.OF_A_PERIOD:
        options.wrong_usage(f"{ending} holds no calls: --rule and --without have nothing to change in it")
    files = export.write(atlas, options.period, options.out, force=options.force)
    of_a_period = ending in export.OF_A_PERIOD
    of_what = f"calls of {atlas.period(options.period).label}" if of_a_period else export.FORMATS[ending]
    print(f"Wrote {' and '.join(map(str, files))}: {of_what}. Cite as: {cite_atlas(atlas)}")
    return 0


def _target(text: str) -> Path:
    path = Path(text)
    try:
        export.format_of(path)
    except geodata.AtlasError:
        known = ", ".join(export.FORMATS)
        raise argparse.ArgumentTypeError(f"{text!r} ends in none of the known formats: {known}") from None
    return path
