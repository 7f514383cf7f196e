"""``atlas publish``: write an atlas as one page for any browser."""

from __future__ import annotations

import argparse
from pathlib import Path

import geodata
from dashboard.cli.progress import progress_on_terminal
from dashboard.cli.reading import add_reading, apply_reading
from geodata.export import check_targets, write_atomically
from geodata.extras import extra
from geodata.telling import languages

ENDINGS = (".html", ".htm")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "publish",
        help="write an atlas as one page for any browser",
        description="Write an atlas as one file that opens from disk in any browser with no network: map, year slider, "
        "legend, and the evidence for every call. Printed, it puts all periods on one sheet.",
    )
    parser.add_argument("dir", nargs="?", metavar="DIR", help="folder of an atlas; the built-in one if left out")
    parser.add_argument("out", metavar="OUT.html", type=_page, help="file to write")
    parser.add_argument(
        "--language", choices=languages(), default=languages()[0], help="of the page (default: %(default)s)"
    )
    add_reading(parser)
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    parser.set_defaults(run=run, wrong_usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Write the page and say how large it is."""
    with extra("dashboard", "Publishing a page"):
        from dashboard.publish import publish  # noqa: PLC0415  the other commands need none of it
    atlas = apply_reading(geodata.load(options.dir), options)
    check_targets([options.out], options.force)
    page = publish(atlas, options.language, step=progress_on_terminal())
    write_atomically(options.out, page, force=options.force)
    print(f"Wrote {options.out} ({len(page) / 1000:.0f} kB): open it in a browser, no network is needed.")
    return 0


def _page(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(f"{text!r} is no name of a page; it must end in {' or '.join(ENDINGS)}")
    return path
