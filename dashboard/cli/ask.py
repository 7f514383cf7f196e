"""``atlas ask``: who held a place on a day, in a sentence or three."""

from __future__ import annotations

import argparse

import geodata
from dashboard.cli.reading import add_reading, apply_reading
from geodata.telling import languages


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "ask",
        help="say who held a place on a day",
        description="Answer who held a place on a day in two or three sentences, with the claims behind them.",
    )
    parser.add_argument("dir", nargs="?", metavar="DIR", help="folder of an atlas; the built-in one if left out")
    parser.add_argument("place", metavar="PLACE", help="a province or town, in any spelling that the atlas knows")
    parser.add_argument("date", metavar="DATE", help="a day, month or year such as 1988-08, or a stop of the atlas")
    parser.add_argument(
        "--language", choices=languages(), default=languages()[0], help="of the answer (default: %(default)s)"
    )
    add_reading(parser)
    parser.set_defaults(run=run, wrong_usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print the answer, and where the page shows it."""
    atlas = apply_reading(geodata.load(options.dir), options)
    try:
        answer = atlas.answer(options.place, options.date, options.language)
    except (KeyError, ValueError) as error:
        options.wrong_usage(str(error.args[0]))
    for line in (" ".join(answer.sentences), *answer.evidence, answer.link):
        print(line)
    return 0
