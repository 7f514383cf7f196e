"""``atlas gaps``: where one more source would matter."""

from __future__ import annotations

import argparse
from pathlib import Path

import geodata
from dashboard.cli.reading import add_reading, apply_reading
from geodata.export import check_targets, gaps_csv, metadata_path, write_together
from geodata.frames import records
from geodata.telling import gap_words, word

ENDING = ".csv"
MOST = 20


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "gaps",
        help="where one more source would matter",
        description="Rank provinces and periods as a reading list for archives: by the smallest new claim that would "
        "change the call or make it firm. What such a claim would say is not guessed.",
    )
    parser.add_argument("dir", nargs="?", metavar="DIR", help="folder of an atlas; the built-in one if left out")
    parser.add_argument("--period", metavar="P", help="only this period, such as 1985")
    parser.add_argument(
        "--most", metavar="N", type=_number, default=MOST, help="print so many at most (default: %(default)s)"
    )
    parser.add_argument("--out", metavar="OUT.csv", type=_csv, help="write the whole list as CSV instead")
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    add_reading(parser)
    parser.set_defaults(run=run, wrong_usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print the list, or write it."""
    atlas = apply_reading(geodata.load(options.dir), options)
    known = {period.id: period.label for period in atlas.periods}
    if options.period is not None and options.period not in known:
        options.wrong_usage(f"argument --period: no period {options.period!r}; this atlas has {', '.join(known)}")
    if options.out is not None:
        check_targets([options.out, metadata_path(options.out)], options.force)
    found = atlas.gaps()
    if options.period is not None:
        found = found[found["period_id"] == options.period]
    if options.out is not None:
        files = gaps_csv(atlas, found, options.out)
        write_together(files, options.force)
        print(f"Wrote {' and '.join(map(str, files))}: {len(found)} calls.")
        return 0
    if atlas.reading:
        print(word("note-reading", rule=atlas.reading))
    for row in records(found.head(options.most)):
        print(gap_words(row, known[row["period_id"]]))
    return 0


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of rows; give 1 or more")
    return int(text)


def _csv(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ENDING:
        raise argparse.ArgumentTypeError(f"{text!r} must end in {ENDING}")
    return path
